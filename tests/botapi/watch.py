"""What a test can see of the server, and how it waits for it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from tests.botapi.answering import CallbackAnswer, InlineAnswer
from tests.botapi.command_menu import scopes
from tests.botapi.inline_messages import InlineMessage
from tests.botapi.messages import Message
from tests.botapi.people import Chat, Person
from tests.botapi.profile import Profile
from tests.botapi.queries import OpenQuery
from tests.botapi.record import Refusal, Request
from tests.botapi.sending import Draft
from tests.botapi.updates import PendingUpdate
from tests.botapi.world import World


class Watch:
    """The half of the server that only looks; everything it returns is a value of its own."""

    bot: Person
    profile: Profile
    _world: World
    _changed: asyncio.Event

    @property
    def violations(self) -> tuple[str, ...]:
        """What no correct bot would have sent; a test wants this empty."""
        return tuple(self._world.record.violations)

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        """Every request that was refused, scripted faults included."""
        return tuple(self._world.record.refusals)

    @property
    def requests(self) -> tuple[Request, ...]:
        """Every request to a known method, in order."""
        return tuple(self._world.record.requests)

    def calls(self, method: str) -> tuple[Request, ...]:
        """The requests to one method."""
        return tuple(r for r in self._world.record.requests if r.method == method)

    def messages(self, chat_id: int) -> tuple[Message, ...]:
        """The bot's messages in the chat as they stand now, oldest first."""
        return tuple(m for m in self._world.conversations.of(chat_id) if m.author == self.bot)

    def history(self, chat_id: int) -> tuple[Message, ...]:
        """Everyone's messages in the chat, oldest first."""
        return self._world.conversations.of(chat_id)

    def actions(self, chat_id: int) -> tuple[str, ...]:
        """The chat actions shown so far ("typing")."""
        return tuple(action for chat, action in self._world.sending.actions if chat == chat_id)

    def drafts(self, chat_id: int) -> tuple[Draft, ...]:
        """The drafts shown so far."""
        return tuple(draft for chat, draft in self._world.sending.drafts if chat == chat_id)

    @property
    def unfinished_drafts(self) -> tuple[int, ...]:
        """The chats in which a draft was shown that no message followed: it just goes away."""
        return tuple(sorted(self._world.sending.drafting))

    @property
    def inline_messages(self) -> tuple[InlineMessage, ...]:
        """Results that were sent and that the bot may change, as they stand now."""
        return self._world.editing.inline.all

    @property
    def callback_answers(self) -> tuple[CallbackAnswer, ...]:
        """The answers to button presses."""
        return tuple(self._world.answering.callback_answers)

    @property
    def inline_answers(self) -> tuple[InlineAnswer, ...]:
        """The answers to inline queries."""
        return tuple(self._world.answering.inline_answers)

    @property
    def unanswered(self) -> tuple[OpenQuery, ...]:
        """Presses and inline queries that nobody has answered yet."""
        answering = self._world.answering
        return answering.presses.waiting + answering.inlines.waiting

    @property
    def pending_updates(self) -> tuple[PendingUpdate, ...]:
        """Updates that the bot has not acknowledged."""
        return tuple(self._world.queue.pending)

    @property
    def lost_updates(self) -> tuple[PendingUpdate, ...]:
        """Updates that the webhook refused every time."""
        return tuple(self._world.sender.lost)

    def menu(self, reader: Person, chat: Chat | None = None) -> tuple[str, ...]:
        """The commands that the reader's client offers, privately unless a group is given."""
        place = chat or self._world.directory.chat(reader.id)
        administers = self._world.directory.may_speak_for(place, reader.id)
        language = (reader.language_code or "").partition("-")[0]
        offered = self.profile.menu(scopes(reader, place, administers), language)
        return tuple(command.command for command in offered)

    async def wait_until(
        self, condition: Callable[[], object], timeout_s: float | None = 5.0
    ) -> None:
        """Wait until the condition holds, looking after every request; raises TimeoutError."""
        async with asyncio.timeout(timeout_s):
            while not condition():
                await self._changed.wait()

    async def wait_for_messages(
        self, chat_id: int, count: int, timeout_s: float = 5.0
    ) -> tuple[Message, ...]:
        """The bot's messages in the chat once there are `count`; raises TimeoutError."""
        try:
            await self.wait_until(lambda: len(self.messages(chat_id)) >= count, timeout_s)
        except TimeoutError as error:
            there = [message.text for message in self.messages(chat_id)]
            raise TimeoutError(f"waited for {count} messages; there are {there}") from error
        return self.messages(chat_id)

    def _ring(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()
