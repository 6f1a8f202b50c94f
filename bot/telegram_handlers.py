"""What the bot does with an update: who is let in, a typing sign, the reply off the event loop."""

import logging
import time
from datetime import UTC, datetime, tzinfo
from typing import Any

from telegram import Bot, Message, Update
from telegram.constants import ChatAction, ChatType
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop, ContextTypes, ExtBot

from bot import texts
from bot.access_texts import not_answered
from bot.admin_commands import admin_command
from bot.attempts import MOST_TRIES, Attempts
from bot.conversation import Said
from bot.delivery import MOST_DOUBLES
from bot.door import Door, reader_of
from bot.guards import Verdict
from bot.presses import Presses
from bot.replies import Replies
from bot.saying import say
from bot.sending import place_of
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
    ) -> None:
        self.presses = presses
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
        entry = self._journal.taken_up.get(update.update_id) if isinstance(update, Update) else None
        message = update.message if isinstance(update, Update) else None
        if entry is None:
            return
        died_answering = entry.reply is None and entry.tries >= MOST_TRIES
        if died_answering or entry.doubles > MOST_DOUBLES:
            why = "the process ended at every try"
            await self._replies.give_up(entry.update_id, message, why, context.bot)
            raise ApplicationHandlerStop
        if entry.reply is not None and message is not None:
            await self._replies.finish(entry, message, context.bot)
            raise ApplicationHandlerStop

    async def on_text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer a text or a command; in groups commands only."""
        message, number, bot = update.message, update.update_id, context.bot
        if message is None or message.text is None or not _is_for_us(message):
            return
        if not await self._let_in(number, message, bot):
            return
        await _show_typing(message)
        if await self._administered(number, message, message.text, bot):
            return
        asked = message.date.astimezone(self._zone)
        began_s = time.monotonic()
        place = message.chat.id, message.message_id
        reply = await self._attempts.reply(number, message.text, asked, *place)
        self._door.usage.count(reply, time.monotonic() - began_s)
        await self._replies.send(number, message, reply, bot)

    async def on_other(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Say that only text can be read, where somebody sends something else to the bot."""
        message, number, bot = update.message, update.update_id, context.bot
        if message is None or message.chat.type != ChatType.PRIVATE:
            return
        if await self._let_in(number, message, bot):
            await self._replies.send(number, message, Said(say("text-only")), bot)

    async def on_error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Apologise to the reader, and tell the operator what happened."""
        if isinstance(update, Update):
            await self._replies.failed(update.update_id, update.message, context.error, context.bot)
        else:
            logger.error("a fault outside of any update", exc_info=context.error)

    async def stop(self) -> None:
        """Break off what goes on beside the updates: a broadcast."""
        await self._door.admin.broadcasts.stop()

    async def _let_in(self, number: int, message: Message, bot: ExtBot[Any]) -> bool:
        """Whether a message is answered; tells its writer, if that is due, that it is not."""
        verdict = self._door.judge(message)
        if verdict is Verdict.ADMITTED:
            await self._door.remember(message.chat.id)
            return True
        if said := not_answered(verdict, reader_of(message)):
            await self._replies.send(number, message, Said(said), bot)
        return False

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


async def set_profile(bot: Bot) -> None:
    """Set the command list and the descriptions that Telegram shows before a chat begins."""
    try:
        await bot.set_my_commands(texts.commands())
        await bot.set_my_description(say("description"))
        await bot.set_my_short_description(say("short-description"))
    except TelegramError as error:  # readers see the earlier ones; no reason not to answer them
        logger.warning("commands and descriptions could not be set: %s", error)
    logger.info(
        "answering as @%s since %s", bot.username, f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    )


def _is_for_us(message: Message) -> bool:
    if message.from_user is not None and message.from_user.is_bot:
        return False
    if message.chat.type == ChatType.PRIVATE:
        return True
    command = next(iter((message.text or "").split(maxsplit=1)), "")
    to = command.partition("@")[2].lower()
    return command.startswith("/") and to in ("", message.get_bot().username.lower())


async def _show_typing(message: Message) -> None:
    try:
        await message.chat.send_action(ChatAction.TYPING, message_thread_id=place_of(message).topic)
    except TelegramError as error:
        logger.debug("the typing sign was not sent: %s", error)  # the answer matters, not the sign
