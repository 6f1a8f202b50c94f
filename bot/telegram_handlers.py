"""What the bot does with an update: a typing sign, the reply off the event loop, the messages."""

import asyncio
import logging
from datetime import UTC, datetime, tzinfo

from telegram import Bot, LinkPreviewOptions, Message, Update
from telegram.constants import ChatAction, ChatType, ParseMode
from telegram.error import BadRequest, Forbidden, RetryAfter, TelegramError
from telegram.ext import ApplicationHandlerStop, ContextTypes

from bot import texts
from bot.attempts import MOST_TRIES, Attempts
from bot.conversation import Reply, Said
from bot.delivery import MOST_DOUBLES, Delivery, LeftOpenError
from bot.reply_blocks import reply_blocks
from bot.rich_text import to_messages
from bot.state.opening import StateError

logger = logging.getLogger(__name__)

_SEND_TRIES = 4


class Handlers:
    """The handlers of one bot.

    ``zone`` is where readers are taken to be: Telegram does not say.
    """

    def __init__(
        self,
        attempts: Attempts,
        delivery: Delivery,
        old_after_days: int,
        zone: tzinfo = UTC,
    ) -> None:
        self._attempts = attempts
        self._delivery = delivery
        self._old_after_days = old_after_days
        self._zone = zone

    async def on_taken_up(self, update: object, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Go on with an update that an earlier process left open, before any other handler.

        Its reply, where one was written down, is sent to its end. Where it has been tried or sent
        too often, it is given up. Else it is handled like a new one.
        """
        journal = self._delivery.journal
        entry = journal.taken_up.get(update.update_id) if isinstance(update, Update) else None
        message = update.message if isinstance(update, Update) else None
        if entry is None or message is None:
            return
        died_answering = entry.reply is None and entry.tries >= MOST_TRIES
        if died_answering or entry.doubles > MOST_DOUBLES:
            await self._give_up(entry.update_id, message, "the process ended at every try")
            raise ApplicationHandlerStop
        if entry.reply is not None:
            await self._delivery.finish(entry, lambda html: _send_patiently(message, html))
            raise ApplicationHandlerStop

    async def on_text(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer a text or a command; in groups commands only."""
        message = update.message
        if message is None or message.text is None or not _is_for_us(message):
            return
        await _show_typing(message)
        asked = message.date.astimezone(self._zone)
        reply = await self._attempts.reply(update.update_id, message.text, asked, message.chat.id)
        await self._send(update.update_id, message, reply)

    async def on_other(self, update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        """Say that only text can be read, where somebody sends something else to the bot."""
        message = update.message
        if message is not None and message.chat.type == ChatType.PRIVATE:
            await self._send(update.update_id, message, Said(texts.TEXT_ONLY))

    async def on_error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Apologise to the reader, and tell the operator what happened."""
        number = update.update_id if isinstance(update, Update) else None
        message = update.message if isinstance(update, Update) else None
        error = context.error
        if isinstance(error, LeftOpenError):
            if number is not None:
                self._delivery.journal.leave_open(number)
            return
        if _is_gone(error):
            logger.info("a chat has blocked the bot or is gone; nothing more is sent there")
            await self._fail(number, str(error))
            return
        logger.error("update %s could not be answered", number, exc_info=error)
        if message is not None:
            await self._apologise(number, message)
        await self._fail(number, type(error).__name__)

    async def _give_up(self, number: int, message: Message, why: str) -> None:
        logger.error("update %d is given up: %s", number, why)
        await self._apologise(number, message)
        await self._fail(number, why)

    async def _apologise(self, number: int | None, message: Message) -> None:
        try:
            for html in self._messages(Said(texts.APOLOGY)):
                await _send_patiently(message, html)
        except TelegramError as error:
            logger.error("nor could the apology for update %s be sent: %s", number, error)

    async def _fail(self, number: int | None, why: str) -> None:
        if number is None:
            return
        try:
            await self._delivery.journal.fail(number, why)
        except StateError as error:
            logger.error("update %d has failed, but could not be closed: %s", number, error)

    async def _send(self, number: int, message: Message, reply: Reply) -> None:
        await self._delivery.deliver(
            number, self._messages(reply), lambda html: _send_patiently(message, html)
        )

    def _messages(self, reply: Reply) -> list[str]:
        return to_messages(reply_blocks(reply, self._old_after_days))


def _is_gone(error: Exception | None) -> bool:
    """Whether there is nobody to write to any more."""
    if isinstance(error, BadRequest):  # the library changes upper and lower case
        return "chat not found" in error.message.lower()
    return isinstance(error, Forbidden)


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
