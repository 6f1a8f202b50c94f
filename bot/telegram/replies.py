"""What a message gets back: a reply or an apology, and what the journal is told of it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any

from telegram import Message
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.answers.answer_pages import AnswerPages
from bot.conversation import Reply, Said
from bot.groups.addressing import in_group
from bot.layout.outgoing import Button, Keyboard, Outgoing
from bot.layout.reply_blocks import said_blocks
from bot.layout.rich_text import to_messages
from bot.operators.door import Door, reader_of
from bot.operators.guards import Verdict
from bot.state.entries import Entry
from bot.state.kept_answers import KeptAnswers
from bot.state.opening import StateError
from bot.telegram.delivery import Delivery, LeftOpenError
from bot.telegram.sending import Place, Route, Sent, place_of, send_all
from bot.telegram.telegram_errors import Failure, failure_of
from bot.words.access_texts import not_answered
from bot.words.saying import say

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

    def __init__(
        self, delivery: Delivery, door: Door, pages: AnswerPages, answers: KeptAnswers
    ) -> None:
        self._delivery = delivery
        self._door = door
        self._pages = pages
        self._answers = answers

    async def let_in(self, number: int, message: Message, bot: ExtBot[Any]) -> bool:
        """Whether a message is answered; tells its writer, if that is due, that it is not.

        Raises:
            TelegramError, LeftOpenError: as :meth:`Delivery.deliver`.
        """
        verdict = self._door.judge(message)
        if verdict is Verdict.ADMITTED:
            await self._door.remember(message.chat.id)
            return True
        if said := not_answered(verdict, reader_of(message)):
            await self.send(number, message, Said(said), bot)
        return False

    async def send(
        self,
        number: int,
        message: Message,
        reply: Reply,
        bot: ExtBot[Any],
        *,
        asked_by: int | None = None,
        reply_to: int | None = None,
    ) -> None:
        """Send the reply to a message, shown as a reply to the message ``reply_to``, if any.

        ``asked_by`` is under what an outcome is kept, where that is not the message's id.

        Raises:
            TelegramError, LeftOpenError: as :meth:`Delivery.deliver`.
        """
        if isinstance(reply, Said):
            messages = plain(reply)
        else:
            kept_under = message.message_id if asked_by is None else asked_by
            messages = await asyncio.to_thread(
                self._pages.first, reply, message.chat.id, kept_under
            )
        if reply_to is None and in_group(message) and asked_by is None:
            reply_to = message.message_id  # others write in between
        if reply_to is not None:
            messages = [replace(messages[0], reply_to=reply_to), *messages[1:]]
        await self.post(number, message, messages, bot)

    async def post(
        self, number: int, message: Message, messages: Sequence[Outgoing], bot: ExtBot[Any]
    ) -> None:
        """Send these messages to where a message was written.

        Raises:
            TelegramError, LeftOpenError: as :meth:`Delivery.deliver`.
        """
        place = place_of(message)
        if not await self._delivery.deliver(number, messages, self._sender(place, bot)):
            await self._nobody_there(number, message.chat.id)

    async def tell(self, number: int, place: Place, reply: Said, bot: ExtBot[Any]) -> None:
        """Say something about an update that is no message.

        Raises:
            TelegramError, LeftOpenError: as :meth:`Delivery.deliver`.
        """
        if not await self._delivery.deliver(number, plain(reply), self._sender(place, bot)):
            await self._nobody_there(number, place.chat_id)

    async def finish(self, entry: Entry, place: Place, bot: ExtBot[Any]) -> None:
        """Send what is left of a reply that an earlier process wrote down.

        Raises:
            TelegramError, LeftOpenError: as :meth:`Delivery.deliver`.
        """
        if not await self._delivery.finish(entry, self._sender(place, bot)):
            await self._nobody_there(entry.update_id, place.chat_id)

    async def give_up(
        self, number: int, message: Message | None, why: str, bot: ExtBot[Any]
    ) -> None:
        """Apologise for an update that cannot be answered, and close it."""
        logger.error("update %d is given up: %s", number, why)
        if message is not None:
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

    async def _nobody_there(self, number: int, chat: int) -> None:
        await self._door.forget(chat)
        await self._fail(number, "nothing can be sent to the chat any more")

    async def _apologise(self, number: int, message: Message, bot: ExtBot[Any]) -> None:
        try:
            htmls = [one.html for one in plain(Said(say("apology")))]
            await send_all(bot, place_of(message), htmls)
        except TelegramError as error:
            logger.error("nor could the apology for update %d be sent: %s", number, error)

    async def _fail(self, number: int, why: str) -> None:
        try:
            await self._delivery.journal.fail(number, why)
        except StateError as error:
            logger.error("update %d has failed, but could not be closed: %s", number, error)

    def _sender(self, place: Place, bot: ExtBot[Any]) -> Callable[[Outgoing], Awaitable[bool]]:
        route = Route(bot, place)

        async def send(outgoing: Outgoing) -> bool:
            sent = await route.send(outgoing)
            if sent is not None and outgoing.answer is not None:
                await self._remember(outgoing.answer, sent)
            return sent is not None

        return send

    async def _remember(self, key: str, sent: Sent) -> None:
        """Buttons find the answer without it, replies to the message do not."""
        try:
            await asyncio.to_thread(
                self._answers.bind, key, sent.message.chat.id, sent.message.message_id
            )
        except StateError as error:
            logger.error("a message is not remembered as part of its answer: %s", error)


def offer_keyboard(questions: Sequence[str]) -> Keyboard:
    """A button for each question, one a row; see :mod:`bot.telegram.offers`."""
    return tuple((Button(one, f"e:{place}"),) for place, one in enumerate(questions))


def plain(said: Said) -> list[Outgoing]:
    """The messages of the bot's own words, below the last the questions that they offer."""
    *before, last = to_messages(said_blocks(said))
    return [*map(Outgoing, before), Outgoing(last, offer_keyboard(said.offers))]
