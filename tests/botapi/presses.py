"""What made-up people press and choose: buttons of messages, and results offered inline."""

from __future__ import annotations

import time
from collections.abc import Iterable

from aiogram.types import InlineKeyboardButton

from tests.botapi.answering import InlineAnswer, InlineResult
from tests.botapi.inline_messages import InlineMessage
from tests.botapi.messages import Message
from tests.botapi.people import Chat, Person
from tests.botapi.refusals import Fields
from tests.botapi.world import World

MAX_INLINE_QUERY = 256


class Presses:
    """The part of the server that presses, asks inline and chooses.

    Each act returns the id of its update; ValueError for what a client could not do.
    """

    _world: World

    def press(
        self, message: Message | InlineMessage, data: str, user: Person, *, stale: bool = False
    ) -> int:
        """Someone presses the button that carries `data` under the message as it is now.

        A `stale` press is of a button under `message` as it once was, by a client that has not
        seen what became of it: the bot is shown the message of today, or that it is gone.
        """
        place: dict[str, object]
        if isinstance(message, InlineMessage):
            current = self._world.editing.inline.get(message.id)
            _check_offered(data, (message if stale else current).buttons)
            place = {"inline_message_id": message.id, "chat_instance": f"in{message.id}"}
        else:
            now = self._world.conversations.get(message.chat.id, message.message_id)
            if now is None and not stale:
                raise ValueError(f"message {message.message_id} is gone, and its buttons with it")
            _check_offered(data, (message if stale or now is None else now).buttons)
            if user.id not in self._world.directory.chat(message.chat.id).member_ids:
                raise ValueError(f"{user.first_name} does not see the message")
            shown = self._world.conversations.to_api(now) if now else _gone(message)
            place = {"message": shown, "chat_instance": str(message.chat.id)}
        query = self._world.answering.presses.add(user.id, data)
        payload = {"id": query.id, "from": user.to_api(), "data": data, **place}
        return self._world.queue.push("callback_query", payload)

    def inline(self, query: str, user: Person, offset: str = "") -> int:
        """Someone types the bot's name and some words into any chat."""
        if len(query) > MAX_INLINE_QUERY:
            raise ValueError(f"a client sends at most {MAX_INLINE_QUERY} characters")
        asked = self._world.answering.inlines.add(user.id, query)
        payload = {"id": asked.id, "from": user.to_api(), "query": query, "offset": offset}
        return self._world.queue.push("inline_query", payload)

    def next_page(self, answer: InlineAnswer, user: Person) -> int:
        """Someone scrolls to the end of the results: more are asked for."""
        if not answer.next_offset:
            raise ValueError("there are no more results")
        return self.inline(answer.query, user, answer.next_offset)

    def choose(
        self, answer: InlineAnswer, result_id: str, user: Person, chat: Chat | None = None
    ) -> InlineMessage | None:
        """Someone sends a result, to a chat that the bot cannot see unless one is given.

        The bot is told of the choice, as when it has asked for all feedback, and of the message
        in a chat that it sees. The message, which the bot can change where it has buttons; None
        where it has none.
        """
        result = next((one for one in answer.results if one.id == result_id), None)
        if result is None:
            ids = [one.id for one in answer.results]
            raise ValueError(f"no result {result_id!r} is offered; there are {ids}")
        copy = self._copy(result, user, chat) if chat is not None else None
        payload: dict[str, object] = {
            "result_id": result.id,
            "from": user.to_api(),
            "query": answer.query,
        }
        message = None
        if result.reply_markup is not None:
            message = InlineMessage(
                self._world.editing.inline.next_id(),
                user.id,
                result.text,
                result.entities,
                result.reply_markup,
                copy,
            )
            self._world.editing.inline.put(message)
            payload["inline_message_id"] = message.id
        self._world.queue.push("chosen_inline_result", payload)
        return message

    def _copy(self, result: InlineResult, user: Person, chat: Chat) -> Message:
        conversations, bot = self._world.conversations, self._world.directory.bot
        message = Message(
            message_id=conversations.next_id(chat.id),
            chat=self._world.directory.chat(chat.id),
            author=user,
            date=int(time.time()),
            text=result.text,
            entities=result.entities,
            reply_markup=result.reply_markup,
            via=bot,
        )
        conversations.put(message)
        self._world.queue.push("message", conversations.to_api(message))
        return message


def _check_offered(data: str, buttons: Iterable[InlineKeyboardButton]) -> None:
    on_offer = [button.callback_data for button in buttons]
    if data not in on_offer:
        raise ValueError(f"no button carries {data!r}; there are {on_offer}")


def _gone(message: Message) -> Fields:
    """The Bot API `InaccessibleMessage` object."""
    return {"chat": message.chat.to_api(), "message_id": message.message_id, "date": 0}
