"""The limiter of every request that the bot makes, in the place the library has for one."""

import asyncio
import logging
import math
from collections.abc import Callable, Coroutine, Hashable
from contextlib import suppress
from datetime import timedelta
from typing import Any, TypeAlias

from telegram.error import NetworkError, RetryAfter
from telegram.ext import BaseRateLimiter

from bot.limiter.endpoints import (
    Kind,
    chat_of,
    kind_of,
    longest_wait_s,
    may_repeat,
    priority_of,
)
from bot.limiter.schedule import Priority, Schedule, Ticket
from bot.limiter.windows import Limits
from bot.telegram.telegram_errors import wait_s_of

logger = logging.getLogger(__name__)

Result: TypeAlias = bool | dict[str, Any] | list[dict[str, Any]]
Request: TypeAlias = Callable[[], Coroutine[Any, Any, Result]]

LATE_S = 1.0
LONGEST_WAIT_S = 300.0
_TRIES = 4
_FIRST_PAUSE_S = 0.5


class RateLimiter(BaseRateLimiter[Priority]):
    """Sends messages in their turn, within the limits, and waits where Telegram says so.

    - A chat's messages keep their order among those of one priority.
    - A flood wait (429) holds back the chat concerned, and everybody only where it names no chat.
      A request held back for more than ``longest_wait_s`` is given up: RetryAfter.
    - A sign (typing, a draft) that cannot be shown within ``LATE_S`` is dropped, and counts as
      shown: nothing waits for it.
    - What failed on the way is repeated only where it cannot be done twice.
    """

    def __init__(
        self, limits: Limits | None = None, longest_wait_s: float = LONGEST_WAIT_S
    ) -> None:
        self._schedule = Schedule(limits or Limits())
        self._longest_wait_s = longest_wait_s
        self._turns: dict[Ticket, asyncio.Future[None]] = {}
        self._no_signs_until: dict[Hashable | None, float] = {}
        self._timer: asyncio.TimerHandle | None = None

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Wake nobody any more."""
        if self._timer is not None:
            self._timer.cancel()

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Result]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Priority | None,
    ) -> Result:
        """Make the request when its turn has come, and return its result.

        Raises:
            RetryAfter: Telegram asks to wait longer than the request is of use.
            TelegramError: as the request itself does.
        """

        def request() -> Coroutine[Any, Any, Result]:
            return callback(*args, **kwargs)

        chat = chat_of(data)
        match kind_of(endpoint):
            case Kind.SIGN:
                return await self._sign(request, chat)
            case Kind.OTHER:
                return await self._other(request, endpoint, chat)
            case Kind.MESSAGE:
                priority = rate_limit_args or priority_of(endpoint)
                return await self._message(request, endpoint, chat, priority)

    async def _message(
        self, request: Request, endpoint: str, chat: Hashable | None, priority: Priority
    ) -> Result:
        loop = asyncio.get_running_loop()
        ticket = self._schedule.add(chat, priority, loop.time() + self._longest_wait_s)
        while True:
            await self._turn(ticket)
            try:
                return await _repeated(request, endpoint)
            except RetryAfter as error:
                refused = error
            finally:
                self._schedule.end(ticket, loop.time())
                loop.call_soon(self._pump)  # after this message has queued up again, if it must
            self._hold_back(chat, refused, ticket.latest)
            self._schedule.again(ticket)

    async def _other(self, request: Request, endpoint: str, chat: Hashable | None) -> Result:
        loop = asyncio.get_running_loop()
        latest = loop.time() + longest_wait_s(endpoint, self._longest_wait_s)
        while True:
            held_until = self._schedule.held_until(chat)
            if held_until > latest:
                raise _asks_to_wait(held_until - loop.time())
            if held_until > loop.time():
                await asyncio.sleep(held_until - loop.time())
                continue
            try:
                return await _repeated(request, endpoint)
            except RetryAfter as error:
                self._hold_back(chat, error, latest)

    async def _sign(self, request: Request, chat: Hashable | None) -> Result:
        loop = asyncio.get_running_loop()
        until = max(
            self._schedule.held_until(chat), self._no_signs_until.pop(chat, -math.inf), loop.time()
        )
        if until > loop.time() + LATE_S:
            self._no_signs_until[chat] = until
            return True
        with suppress(TimeoutError):
            async with asyncio.timeout(LATE_S):
                await asyncio.sleep(until - loop.time())
                try:
                    return await request()
                except RetryAfter as error:  # of signs: messages have an allowance of their own
                    self._no_signs_until[chat] = loop.time() + wait_s_of(error)
        return True

    async def _turn(self, ticket: Ticket) -> None:
        turn = asyncio.get_running_loop().create_future()
        self._turns[ticket] = turn
        self._pump()
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled() and turn.exception() is None:
                self._schedule.end(ticket, asyncio.get_running_loop().time())
            self._schedule.withdraw(ticket)
            self._pump()
            raise
        finally:
            self._turns.pop(ticket, None)

    def _pump(self) -> None:
        """Give way to everything whose turn it is, and come back when it is the next one's."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        for ticket in self._schedule.take_hopeless():
            held_s = self._schedule.held_until(ticket.chat) - now
            self._turns.pop(ticket).set_exception(_asks_to_wait(held_s))
        while (due := self._schedule.start_due(now)) is not None:
            self._turns.pop(due).set_result(None)
        if self._timer is not None:
            self._timer.cancel()
        at = self._schedule.next_at(now)
        self._timer = None if math.isinf(at) else loop.call_at(at, self._pump)

    def _hold_back(self, chat: Hashable | None, error: RetryAfter, latest: float) -> None:
        """Obey a flood wait; raises it again where it is too long."""
        now = asyncio.get_running_loop().time()
        wait_s = wait_s_of(error)
        whom = "all chats" if chat is None else "one chat"
        logger.warning("Telegram asks to wait %.0f s before sending more to %s", wait_s, whom)
        self._schedule.hold_back(chat, now + wait_s)
        if now + wait_s > latest:
            raise error


async def _repeated(request: Request, endpoint: str) -> Result:
    """Make a request again, with growing pauses, while it fails on the way and may be repeated."""
    pause_s = _FIRST_PAUSE_S
    for _ in range(_TRIES - 1):
        try:
            return await request()
        except NetworkError as error:
            if not may_repeat(endpoint, error):
                raise
            logger.info("%s failed (%s); trying again in %.1f s", endpoint, error, pause_s)
        await asyncio.sleep(pause_s)
        pause_s *= 2
    return await request()


def _asks_to_wait(seconds: float) -> RetryAfter:
    return RetryAfter(timedelta(seconds=math.ceil(seconds)))
