"""The door of the bot: who is let in, where readers were met, and what operators may do."""

import asyncio
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from telegram import ChatMemberUpdated, Message
from telegram.constants import ChatType

from bot.groups.groups import Groups
from bot.operators.admin import Admin, Corpus
from bot.operators.asked_log import AskedInMemory
from bot.operators.guards import Guards, Verdict
from bot.operators.usage import Usage
from bot.settings import Settings
from bot.state.database import Database
from bot.state.feedback import Feedback
from bot.state.kept_ids import IdTable, KeptIds
from bot.state.opening import StateError

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Door:
    """What stands between Telegram's messages and the conversation."""

    guards: Guards
    admin: Admin
    chats: KeptIds
    usage: Usage
    groups: Groups

    def judge(self, message: Message) -> Verdict:
        """Whether a message is answered."""
        return self.guards.judge(reader_of(message), message.chat.id, message.date)

    def welcomes(self, change: ChatMemberUpdated) -> bool:
        """Whether a group that has taken the bot in is greeted."""
        chat, by = change.chat.id, change.from_user.id
        silent = self.groups.is_silent(chat)
        return not silent and self.guards.judge(by, chat, change.date) is Verdict.ADMITTED

    def opens_to(self, message: Message) -> bool:
        """Whether it comes from an operator, in private: no group learns of /admin."""
        return message.chat.type == ChatType.PRIVATE and self.guards.is_operator(reader_of(message))

    async def remember(self, chat: int) -> None:
        """The bot talks in this chat; never at the cost of an answer."""
        if chat not in self.chats:
            await _kept(self.chats.add, chat)

    async def forget(self, chat: int) -> None:
        """Nothing can be sent there any more."""
        await _kept(self.chats.discard, chat)

    async def move(self, old: int, new: int) -> None:
        """A group has become a supergroup under another id: what is kept of it goes along."""
        await _kept(self.groups.move, old, new)
        await _kept(self.guards.move, old, new)
        await self.forget(old)
        await self.remember(new)


def open_door(
    settings: Settings, corpus: Corpus, state: Database, journal: Callable[[], int]
) -> Door:
    """The door by the settings; bans and chats are kept in ``state``.

    ``journal`` tells how many updates wait, and may block.

    Raises:
        StateError: what is kept of bans and chats cannot be read.
    """
    bans, chats = IdTable(state, "bans"), IdTable(state, "chats")
    usage = Usage(time.monotonic())
    guards = Guards(settings.access, bans, AskedInMemory(), settings.zone)
    admin = Admin(settings.access, corpus, usage, bans, chats, journal, Feedback(state).counts)
    return Door(guards, admin, chats, usage, Groups(IdTable(state, "silent_groups")))


def reader_of(message: Message) -> int:
    """Who wrote a message: the group or channel in whose name it was, else its sender.

    What nobody in particular wrote, the chat did.
    """
    writer = message.sender_chat or message.from_user or message.chat
    return writer.id


async def _kept(change: Callable[..., None], *chats: int) -> None:
    try:
        await asyncio.to_thread(change, *chats)
    except StateError as error:
        logger.error("the list of chats could not be changed: %s", error)
