"""What the bot does with an update: who is let in, a typing sign, the reply off the event loop."""

import logging
import time
from datetime import UTC, tzinfo
from typing import Any

from telegram import Message, Update
from telegram.constants import ChatAction
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop, ContextTypes, ExtBot

from bot.addressing import in_group, said_to_bot
from bot.admin_commands import admin_command
from bot.attempts import MOST_TRIES, Attempts
from bot.conversation import Said
from bot.delivery import MOST_DOUBLES
from bot.door import Door, reader_of
from bot.group_commands import Answering, group_command
from bot.group_handlers import GroupHandlers
from bot.inline_queries import InlineQueries
from bot.letting_in import let_in
from bot.presses import Presses
from bot.replies import Replies
from bot.saying import say
from bot.sending import Place, beside, place_of
from bot.state.journal import Journal

logger = logging.getLogger(__name__)


class Handlers:
    """The handlers of one bot.

    ``zone`` is where readers are taken to be: Telegram does not say.
    """

    def __init__(
        self,
        journal: Journal,
        attempts: Attempts,
        replies: Replies,
        door: Door,
        presses: Presses,
        zone: tzinfo = UTC,
        inline: InlineQueries | None = None,
    ) -> None:
        self.presses = presses
        self.groups = GroupHandlers(replies, door)
        self.inline = inline
        self._journal = journal
        self._attempts = attempts
        self._replies = replies
        self._door = door
        self._zone = zone

    async def on_taken_up(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Go on with an update that an earlier process left open, before any other handler.

        Its reply, where one was written down, is sent to its end. Where it has been tried or sent
        too often, it is given up. Else it is handled like a new one.
        """
        if not isinstance(update, Update):
            return
        entry = self._journal.taken_up.get(update.update_id)
        if entry is None:
            return
        message = update.message
        died_answering = entry.reply is None and entry.tries >= MOST_TRIES
        if died_answering or entry.doubles > MOST_DOUBLES:
            why = "the process ended at every try"
            await self._replies.give_up(entry.update_id, message, why, context.bot)
            raise ApplicationHandlerStop
        place = _place_of_reply(update)
        if entry.reply is not None and place is not None:
            await self._replies.finish(entry, place, context.bot)
            raise ApplicationHandlerStop

    async def on_text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer a text or a command; in groups only what is meant for the bot."""
        message, number, bot = update.message, update.update_id, context.bot
        text = said_to_bot(message) if message is not None else None
        if message is None or text is None:
            return
        command = group_command(text) if in_group(message) else None
        if isinstance(command, Answering):
            await self.groups.switch(number, message, command, bot)
            return
        if self._door.groups.is_silent(message.chat.id):
            return
        if not await let_in(self._door, self._replies, number, message, bot):
            return
        if command is not None:
            await self.groups.explain(number, message, command, bot)
            return
        await _show_typing(message)
        if await self._administered(number, message, text, bot):
            return
        asked = message.date.astimezone(self._zone)
        began_s = time.monotonic()
        place = message.chat.id, message.message_id
        reply = await self._attempts.reply(number, text, asked, *place)
        self._door.usage.count(reply, time.monotonic() - began_s)
        await self._replies.send(number, message, reply, bot)

    async def on_other(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Say that only text can be read, where somebody sends something else to the bot."""
        message, number, bot = update.message, update.update_id, context.bot
        if message is None or message.via_bot is not None:
            return
        if in_group(message) and said_to_bot(message) is None:
            return
        if self._door.groups.is_silent(message.chat.id):
            return
        if await let_in(self._door, self._replies, number, message, bot):
            await self._replies.send(number, message, Said(say("text-only")), bot)

    async def on_error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Apologise to the reader, and tell the operator what happened."""
        if isinstance(update, Update):
            await self._replies.failed(update.update_id, update.message, context.error, context.bot)
        else:
            logger.error("a fault outside of any update", exc_info=context.error)

    async def stop(self) -> None:
        """Break off what goes on beside the updates: a broadcast, inline queries."""
        if self.inline is not None:
            self.inline.stop()
        await self._door.admin.broadcasts.stop()

    async def _administered(
        self, number: int, message: Message, text: str, bot: ExtBot[Any]
    ) -> bool:
        """Whether an operator's command was done, of which others must not learn."""
        command = admin_command(text) if self._door.opens_to(message) else None
        if command is None:
            return False
        reply = await self._door.admin.reply(bot, place_of(message), reader_of(message), command)
        if reply is not None:
            await self._replies.send(number, message, Said(reply), bot)
        return True


def _place_of_reply(update: Update) -> Place | None:
    if update.message is not None:
        return beside(update.message)
    return Place(update.my_chat_member.chat.id) if update.my_chat_member else None


async def _show_typing(message: Message) -> None:
    try:
        await message.chat.send_action(ChatAction.TYPING, message_thread_id=place_of(message).topic)
    except TelegramError as error:
        logger.debug("the typing sign was not sent: %s", error)  # the answer matters, not the sign
