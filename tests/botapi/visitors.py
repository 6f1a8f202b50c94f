"""What made-up people do: each act becomes an update for the bot."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import Literal

from tests.botapi.answering import Answering
from tests.botapi.entities import with_found
from tests.botapi.messages import Conversations, Message
from tests.botapi.people import Chat, Directory, Person
from tests.botapi.text import MAX_CODE_POINTS
from tests.botapi.updates import UpdateQueue

MAX_INLINE_QUERY = 256


@dataclass(slots=True)
class Visitors:
    """The acts. Each returns the id of its update; ValueError for what a client could not do."""

    directory: Directory
    conversations: Conversations
    answering: Answering
    queue: UpdateQueue

    def say(
        self, text: str, user: Person, chat: Chat | None, reply_to: Message | int | None
    ) -> int:
        """Write into the chat (their private one if None)."""
        return self._send(text, user, chat, reply_to, None)

    def attach(
        self, kind: Literal["photo", "sticker"], user: Person, chat: Chat | None, caption: str
    ) -> int:
        """Send a photo or a sticker."""
        return self._send(caption, user, chat, None, kind)

    def edit(self, message_id: int, text: str, chat_id: int) -> int:
        """Change something said before."""
        message = self.conversations.get(chat_id, message_id)
        if message is None or message.author == self.directory.bot:
            raise ValueError(f"no person said message {message_id} in chat {chat_id}")
        edited = replace(
            message, text=text, entities=with_found(text, ()), edit_date=int(time.time())
        )
        self.conversations.put(edited)
        return self.queue.push("edited_message", self.conversations.to_api(edited))

    def press(self, message: Message, data: str, user: Person) -> int:
        """Press the button that carries `data` under the message as it is now."""
        current = self.conversations.get(message.chat.id, message.message_id)
        if current is None:
            raise ValueError(f"message {message.message_id} is gone, and its buttons with it")
        on_offer = [button.callback_data for button in current.buttons]
        if data not in on_offer:
            raise ValueError(f"no button carries {data!r}; there are {on_offer}")
        query = self.answering.presses.add(user.id, data)
        payload = {
            "id": query.id,
            "from": user.to_api(),
            "chat_instance": str(message.chat.id),
            "message": self.conversations.to_api(current),
            "data": data,
        }
        return self.queue.push("callback_query", payload)

    def inline(self, words: str, user: Person, offset: str) -> int:
        """Type the bot's name and some words into any chat."""
        if len(words) > MAX_INLINE_QUERY:
            raise ValueError(f"a client sends at most {MAX_INLINE_QUERY} characters")
        query = self.answering.inlines.add(user.id, words)
        payload = {"id": query.id, "from": user.to_api(), "query": words, "offset": offset}
        return self.queue.push("inline_query", payload)

    def _send(
        self,
        text: str,
        user: Person,
        chat: Chat | None,
        reply_to: Message | int | None,
        attachment: Literal["photo", "sticker"] | None,
    ) -> int:
        if not attachment and not text.strip():
            raise ValueError("a client sends no empty message")
        if len(text) > MAX_CODE_POINTS:
            raise ValueError("a client cuts a long text into several messages")
        place = chat or self.directory.chat(user.id)
        if user.id not in place.member_ids:
            raise ValueError(f"{user.first_name} is not in {place.name}")
        replied = reply_to.message_id if isinstance(reply_to, Message) else reply_to
        message = Message(
            message_id=self.conversations.next_id(place.id),
            chat=place,
            author=user,
            date=int(time.time()),
            text=text,
            entities=with_found(text, ()),
            reply_to=replied,
            attachment=attachment,
        )
        self.conversations.put(message)
        return self.queue.push("message", self.conversations.to_api(message))
