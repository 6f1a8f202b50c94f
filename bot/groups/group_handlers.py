"""What the bot does with what becomes of groups: taken in, thrown out, moved, told to be quiet."""

import asyncio
from collections.abc import Callable
from typing import Any

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.ext import ContextTypes, ExtBot

from bot.conversation import Said
from bot.groups.group_commands import Answering, HowToAsk
from bot.groups.groups import is_admin, is_inside
from bot.operators.door import Door
from bot.state.kept_turns import KeptTurns
from bot.telegram.replies import Replies
from bot.telegram.sending import Place
from bot.words.saying import say


class GroupHandlers:
    """The handlers of one bot that are about groups themselves.

    ``examples`` are the questions offered to whoever begins.
    """

    def __init__(
        self,
        replies: Replies,
        door: Door,
        turns: KeptTurns,
        examples: Callable[[], tuple[str, ...]] = tuple,
    ) -> None:
        self._examples = examples
        self._replies = replies
        self._door = door
        self._turns = turns

    async def on_membership(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Forget a chat that has thrown the bot out; tell a group that took it in how to ask."""
        change, bot = update.my_chat_member, context.bot
        if change is None:
            return
        if not is_inside(change.new_chat_member):
            await self._door.forget(change.chat.id)
            return
        of_people = change.chat.type in (ChatType.GROUP, ChatType.SUPERGROUP)
        if is_inside(change.old_chat_member) or not of_people:
            return
        if self._door.welcomes(change):
            await self._door.remember(change.chat.id)
            greeting = Said(how_to_ask("group-how", bot))
            await self._replies.tell(update.update_id, Place(change.chat.id), greeting, bot)

    async def on_moved(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Let what is kept of a group follow it to its new id; both chats tell of the move.

        Raises:
            StateError: what it spoke of last cannot be moved.
        """
        message = update.message
        if message is None:
            return
        here = message.chat.id
        if message.migrate_to_chat_id is not None:
            await self._move(here, message.migrate_to_chat_id)
        elif message.migrate_from_chat_id is not None:
            await self._move(message.migrate_from_chat_id, here)

    async def _move(self, old: int, new: int) -> None:
        await self._door.move(old, new)
        await asyncio.to_thread(self._turns.move, old, new)

    async def explain(
        self, number: int, message: Message, wish: HowToAsk, bot: ExtBot[Any]
    ) -> None:
        """Tell in a line or two how to ask in a group, with examples unless it is at length."""
        name = "group-help" if wish.at_length else "group-how"
        offers = () if wish.at_length else self._examples()
        await self._replies.send(number, message, Said(how_to_ask(name, bot), offers), bot)

    async def switch(
        self, number: int, message: Message, wish: Answering, bot: ExtBot[Any]
    ) -> None:
        """Do as an admin of the group wishes. For others there is no such command.

        Raises:
            TelegramError: Telegram does not tell who is an admin.
            StateError: the wish cannot be kept.
        """
        groups, chat = self._door.groups, message.chat.id
        admin = await is_admin(message)
        if not admin and (groups.is_silent(chat) or not wish.named):
            return  # like any command that the bot does not know and that does not name it
        if not await self._replies.let_in(number, message, bot):
            return
        if not admin:
            await self._replies.send(number, message, Said(say("unknown-command")), bot)
            return
        if wish.on is not None:
            await asyncio.to_thread(groups.switch, chat, on=wish.on)
        if groups.is_silent(chat):
            await self._door.forget(chat)  # no broadcasts either
        said = say("answering-off" if groups.is_silent(chat) else "answering-on")
        await self._replies.send(number, message, Said(said), bot)


def how_to_ask(name: str, bot: ExtBot[Any]) -> str:
    """The words of that name, which speak of mentions only where Telegram passes them on.

    In privacy mode a bot is sent commands and replies, and no mere mention of its name.
    """
    mentions = "heard" if bot.can_read_all_group_messages else "unheard"
    return say(name, bot=bot.username, mentions=mentions)
