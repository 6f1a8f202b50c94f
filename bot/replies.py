"""What a message gets back: a reply or an apology, and what the journal is told of it."""

import logging
from typing import Any

from telegram import Message
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.conversation import Reply, Said
from bot.delivery import Delivery, LeftOpenError
from bot.door import Door
from bot.reply_blocks import reply_blocks
from bot.rich_text import to_messages
from bot.saying import say
from bot.sending import Route, place_of, send_all
from bot.state.entries import Entry
from bot.state.opening import StateError
from bot.telegram_errors import Failure, failure_of

logger = logging.getLogger(__name__)

_NO_FAULTS = (
    Failure.BLOCKED,
    Failure.CHAT_GONE,
    Failure.TOPIC_CLOSED,
    Failure.NOT_MODIFIED,
    Failure.TOO_OLD,
)


class Replies:
    """Sends what there is to say about an update. Where nobody reads it, the door forgets them."""

    def __init__(self, delivery: Delivery, door: Door, old_after_days: int) -> None:
        self._delivery = delivery
        self._door = door
        self._old_after_days = old_after_days

    async def send(self, number: int, message: Message, reply: Reply, bot: ExtBot[Any]) -> None:
        """Send the reply to a message.

        Raises:
            TelegramError, LeftOpenError: as :meth:`Delivery.deliver`.
        """
        route = Route(bot, place_of(message))
        if not await self._delivery.deliver(number, self._messages(reply), route.send):
            await self._nobody_there(number, message)

    async def finish(self, entry: Entry, message: Message, bot: ExtBot[Any]) -> None:
        """Send what is left of a reply that an earlier process wrote down.

        Raises:
            TelegramError, LeftOpenError: as :meth:`Delivery.deliver`.
        """
        if not await self._delivery.finish(entry, Route(bot, place_of(message)).send):
            await self._nobody_there(entry.update_id, message)

    async def give_up(self, number: int, message: Message, why: str, bot: ExtBot[Any]) -> None:
        """Apologise for an update that cannot be answered, and close it."""
        logger.error("update %d is given up: %s", number, why)
        await self._apologise(number, message, bot)
        await self._fail(number, why)

    async def failed(
        self, number: int, message: Message | None, error: Exception | None, bot: ExtBot[Any]
    ) -> None:
        """Apologise to the reader where there is a fault, tell the operator, close the update.

        One whose reply is to be sent by the next process stays open.
        """
        if isinstance(error, LeftOpenError):
            self._delivery.journal.leave_open(number)
            return
        failure = failure_of(error) if isinstance(error, TelegramError) else None
        if failure in _NO_FAULTS:
            logger.info("update %d needs no answer any more: %s", number, failure.name)
            await self._fail(number, failure.name)
            return
        logger.error("update %d could not be answered", number, exc_info=error)
        if message is not None:
            await self._apologise(number, message, bot)
        await self._fail(number, type(error).__name__)

    async def _nobody_there(self, number: int, message: Message) -> None:
        await self._door.forget(message.chat.id)
        await self._fail(number, "nothing can be sent to the chat any more")

    async def _apologise(self, number: int, message: Message, bot: ExtBot[Any]) -> None:
        try:
            await send_all(bot, place_of(message), self._messages(Said(say("apology"))))
        except TelegramError as error:
            logger.error("nor could the apology for update %d be sent: %s", number, error)

    async def _fail(self, number: int, why: str) -> None:
        try:
            await self._delivery.journal.fail(number, why)
        except StateError as error:
            logger.error("update %d has failed, but could not be closed: %s", number, error)

    def _messages(self, reply: Reply) -> list[str]:
        return to_messages(reply_blocks(reply, self._old_after_days))
