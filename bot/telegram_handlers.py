"""What the bot does with an update: a typing sign, the reply off the event loop, the messages."""

import asyncio
import logging
from concurrent.futures import Executor
from datetime import UTC, datetime, tzinfo

from telegram import Bot, LinkPreviewOptions, Message, Update
from telegram.constants import ChatAction, ChatType, ParseMode
from telegram.error import Forbidden, RetryAfter, TelegramError
from telegram.ext import ContextTypes

from bot import texts
from bot.conversation import Conversation, Reply, Said
from bot.reply_blocks import reply_blocks
from bot.rich_text import to_messages

logger = logging.getLogger(__name__)

_SEND_TRIES = 4


class Handlers:
    """The handlers of one bot. ``executor`` runs what blocks: models and disk.

    ``zone`` is where readers are taken to be: Telegram does not say.
    """

    def __init__(
        self,
        conversation: Conversation,
        executor: Executor,
        old_after_days: int,
        zone: tzinfo = UTC,
    ) -> None:
        self._conversation = conversation
        self._executor = executor
        self._old_after_days = old_after_days
        self._zone = zone

    async def on_text(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer a text or a command; in groups commands only."""
        message = update.message
        if message is None or message.text is None or not _is_for_us(message):
            return
        await _show_typing(message)
        asked = message.date.astimezone(self._zone)
        loop = asyncio.get_running_loop()
        reply = await loop.run_in_executor(
            self._executor, self._conversation.reply, message.text, asked, message.chat.id
        )
        await self._send(message, reply)

    async def on_other(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Say that only text can be read, where somebody sends something else to the bot."""
        message = update.message
        if message is not None and message.chat.type == ChatType.PRIVATE:
            await self._send(message, Said(texts.TEXT_ONLY))

    async def on_error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Apologise to the reader, and tell the operator what happened."""
        if isinstance(context.error, Forbidden):
            logger.info("a reader has blocked the bot; nothing more is sent there")
            return
        number = update.update_id if isinstance(update, Update) else None
        logger.error("update %s could not be answered", number, exc_info=context.error)
        if isinstance(update, Update) and update.message is not None:
            try:
                await self._send(update.message, Said(texts.APOLOGY))
            except TelegramError as error:
                logger.error("nor could the apology for update %s be sent: %s", number, error)

    async def _send(self, message: Message, reply: Reply) -> None:
        for html in to_messages(reply_blocks(reply, self._old_after_days)):
            await _send_patiently(message, html)


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
        await message.chat.send_action(ChatAction.TYPING, message_thread_id=_thread(message))
    except TelegramError as error:
        logger.debug("the typing sign was not sent: %s", error)  # the answer matters, not the sign


async def _send_patiently(message: Message, html: str) -> None:
    """Send one message, waiting as long as Telegram asks when it is told to slow down."""
    for attempt in range(1, _SEND_TRIES + 1):
        try:
            await message.chat.send_message(
                html,
                parse_mode=ParseMode.HTML,
                message_thread_id=_thread(message),
                link_preview_options=LinkPreviewOptions(is_disabled=True),
            )
            return
        except RetryAfter as error:
            if attempt == _SEND_TRIES:
                raise
            wait = error.retry_after
            seconds = wait if isinstance(wait, int) else wait.total_seconds()
            logger.warning("Telegram asks to wait %.0f s before sending more", seconds)
            await asyncio.sleep(seconds)


def _thread(message: Message) -> int | None:
    return message.message_thread_id if message.is_topic_message else None
