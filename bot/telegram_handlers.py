"""What the bot does with an update: a typing sign, the reply off the event loop, the messages."""

import asyncio
import logging
import time
from concurrent.futures import Executor
from datetime import UTC, datetime, tzinfo
from typing import Any

from telegram import Bot, Message, Update
from telegram.constants import ChatAction, ChatType
from telegram.error import RetryAfter, TelegramError
from telegram.ext import ContextTypes, ExtBot

from bot import texts
from bot.access_texts import not_answered
from bot.admin_commands import admin_command
from bot.conversation import Conversation, Reply, Said
from bot.door import Door, reader_of
from bot.guards import Verdict
from bot.reply_blocks import reply_blocks
from bot.rich_text import to_messages
from bot.sending import place_of, send_all
from bot.telegram_errors import Failure, failure_of

logger = logging.getLogger(__name__)

_NO_FAULTS = (
    Failure.BLOCKED,
    Failure.CHAT_GONE,
    Failure.TOPIC_CLOSED,
    Failure.NOT_MODIFIED,
    Failure.TOO_OLD,
)


class Handlers:
    """The handlers of one bot. ``executor`` runs what blocks: models and disk.

    ``zone`` is where readers are taken to be: Telegram does not say. Without a ``door`` everybody
    is answered.
    """

    def __init__(
        self,
        conversation: Conversation,
        executor: Executor,
        old_after_days: int,
        zone: tzinfo = UTC,
        door: Door | None = None,
    ) -> None:
        self._conversation = conversation
        self._executor = executor
        self._old_after_days = old_after_days
        self._zone = zone
        self._door = door

    async def on_text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer a text or a command; in groups commands only."""
        message = update.message
        if message is None or message.text is None or not _is_for_us(message):
            return
        if not await self._let_in(message, context.bot):
            return
        await _show_typing(message)
        if await self._administered(message, message.text, context.bot):
            return
        asked = message.date.astimezone(self._zone)
        began_s = time.monotonic()
        loop = asyncio.get_running_loop()
        reply = await loop.run_in_executor(
            self._executor, self._conversation.reply, message.text, asked, message.chat.id
        )
        if self._door is not None:
            self._door.usage.count(reply, time.monotonic() - began_s)
        await self._send(message, reply, context.bot)

    async def on_other(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Say that only text can be read, where somebody sends something else to the bot."""
        message = update.message
        if message is None or message.chat.type != ChatType.PRIVATE:
            return
        if await self._let_in(message, context.bot):
            await self._send(message, Said(texts.TEXT_ONLY), context.bot)

    async def on_error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Apologise to the reader, and tell the operator what happened."""
        number = update.update_id if isinstance(update, Update) else None
        if isinstance(context.error, RetryAfter):  # an apology would be held back as well
            logger.error("update %s is not answered: %s", number, context.error)
            return
        failure = failure_of(context.error) if isinstance(context.error, TelegramError) else None
        if failure in _NO_FAULTS:
            logger.info("update %s needs no answer any more: %s", number, failure.name)
            return
        logger.error("update %s could not be answered", number, exc_info=context.error)
        if isinstance(update, Update) and update.message is not None:
            try:
                await self._send(update.message, Said(texts.APOLOGY), context.bot)
            except TelegramError as error:
                logger.error("nor could the apology for update %s be sent: %s", number, error)

    async def stop(self) -> None:
        """Break off what goes on beside the updates: a broadcast."""
        if self._door is not None:
            await self._door.admin.broadcasts.stop()

    async def _let_in(self, message: Message, bot: ExtBot[Any]) -> bool:
        """Whether a message is answered; tells its writer, if that is due, that it is not."""
        if self._door is None:
            return True
        verdict = self._door.judge(message)
        if verdict is Verdict.ADMITTED:
            await self._door.remember(message.chat.id)
            return True
        if said := not_answered(verdict, reader_of(message)):
            await self._send(message, Said(said), bot)
        return False

    async def _administered(self, message: Message, text: str, bot: ExtBot[Any]) -> bool:
        """Whether an operator's command was done, of which others must not learn."""
        if self._door is None or not self._door.opens_to(message):
            return False
        command = admin_command(text)
        if command is None:
            return False
        reply = await self._door.admin.reply(bot, place_of(message), reader_of(message), command)
        if reply is not None:
            await self._send(message, Said(reply), bot)
        return True

    async def _send(self, message: Message, reply: Reply, bot: ExtBot[Any]) -> None:
        htmls = to_messages(reply_blocks(reply, self._old_after_days))
        if await send_all(bot, place_of(message), htmls) is None and self._door is not None:
            await self._door.forget(message.chat.id)


async def set_profile(bot: Bot) -> None:
    """Set the command list and the descriptions that Telegram shows before a chat begins."""
    try:
        await bot.set_my_commands(texts.COMMANDS)
        await bot.set_my_description(texts.DESCRIPTION)
        await bot.set_my_short_description(texts.SHORT_DESCRIPTION)
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
