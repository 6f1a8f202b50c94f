"""Sends the messages of a reply, each noted in the journal, for as long as Telegram is away."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TypeVar

import httpx
from telegram.error import BadRequest, NetworkError, RetryAfter

from bot.layout.outgoing import Outgoing
from bot.state.entries import Entry
from bot.state.journal import Journal
from bot.telegram.telegram_errors import wait_s_of

logger = logging.getLogger(__name__)

Done = TypeVar("Done")
Send = Callable[[Outgoing], Awaitable[bool]]
"""Sends one message; False where nothing can be sent there any more."""

MOST_DOUBLES = 5
"""How often a message is sent without knowing whether it has arrived."""

_FIRST_WAIT_S = 0.5
_LONGEST_WAIT_S = 30.0
_KEEP_TRYING_S = 3600.0
_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


class LeftOpenError(Exception):
    """The program ends, or Telegram is away for too long; the next process goes on from here."""


class Delivery:
    """Sends replies. ``stopping`` is set when the program is told to end."""

    def __init__(self, journal: Journal, stopping: asyncio.Event) -> None:
        self.journal = journal
        self._stopping = stopping

    async def deliver(self, update_id: int, messages: Sequence[Outgoing], send: Send) -> bool:
        """Write the reply to an update down and send it; False where nobody is there to read it.

        Raises:
            TelegramError: a message is refused, or could not be sent for an hour.
            LeftOpenError: the program ends before it could be sent, or Telegram asks to wait
                for longer than an hour.
        """
        await self.journal.replied(update_id, messages)
        return await self._send(update_id, messages, 0, send)

    async def finish(self, entry: Entry, send: Send) -> bool:
        """Send what is left of a reply that an earlier process wrote down, as :meth:`deliver`.

        Raises:
            TelegramError, LeftOpenError: as :meth:`deliver`.
        """
        return await self._send(entry.update_id, entry.reply or (), entry.sent, send)

    async def insist(self, update_id: int, act: Callable[[], Awaitable[Done]]) -> Done:
        """Do what may be done twice without harm, as changing a message, until it is done.

        Raises:
            TelegramError, LeftOpenError: as :meth:`deliver`.
        """
        return await self._until_done(update_id, act, _no_matter)

    async def _send(
        self, update_id: int, messages: Sequence[Outgoing], sent: int, send: Send
    ) -> bool:
        for number in range(sent, len(messages)):
            act = partial(send, messages[number])
            doubt = partial(self.journal.sent_again, update_id, number)
            if not await self._until_done(update_id, act, doubt):
                return False
            await self.journal.sent(update_id, number + 1)
        return True

    async def _until_done(
        self,
        update_id: int,
        act: Callable[[], Awaitable[Done]],
        doubt: Callable[[], Awaitable[None]],
    ) -> Done:
        began, wait_s, unknown = time.monotonic(), _FIRST_WAIT_S, 0
        while True:
            try:
                return await act()
            except RetryAfter as error:  # so long that the limiter has given it up
                held_s = wait_s_of(error)
                if time.monotonic() - began + held_s > _KEEP_TRYING_S:
                    logger.error("update %d is not answered and stays open: %s", update_id, error)
                    raise LeftOpenError from error
                await self._pause(held_s)
                continue
            except BadRequest:  # the library takes it for a fault of the network
                raise
            except NetworkError as error:
                unknown += may_have_arrived(error)
                if time.monotonic() - began > _KEEP_TRYING_S or unknown > MOST_DOUBLES:
                    raise
                logger.warning(
                    "update %d: a message could not be sent (%s); trying again in %.1f s",
                    *(update_id, error, wait_s),
                )
                again = may_have_arrived(error)
            await self._pause(wait_s)
            if again:
                await doubt()
            wait_s = min(2 * wait_s, _LONGEST_WAIT_S)

    async def _pause(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._stopping.wait(), seconds)
        except TimeoutError:
            return
        raise LeftOpenError


async def _no_matter() -> None:
    """Nothing is there twice."""


def may_have_arrived(error: NetworkError) -> bool:
    """Whether Telegram may have carried out a request that ended so: nobody can know."""
    return not isinstance(error.__cause__, _NEVER_SENT)
