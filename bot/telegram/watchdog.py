"""Watches over polling: it has been known to stall for hours without an error."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

from telegram.request import HTTPXRequest

from index.errors import DatelineError

logger = logging.getLogger(__name__)

SILENT_AFTER_S = 90.0
"""Polls last ten seconds; so long without a successful one is no accident."""

_STOP_WITHIN_S = 30.0


class PollingLostError(DatelineError):
    """Polling has stalled and cannot be stopped: only a new process helps."""


class PollWatch:
    """Remembers when Telegram last answered a poll."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._last: float | None = None

    def polled(self) -> None:
        """A poll has just succeeded."""
        self._last = self._clock()

    @property
    def silence_s(self) -> float | None:
        """Seconds since the last successful poll; None before the first."""
        return None if self._last is None else self._clock() - self._last


class WatchedRequest(HTTPXRequest):
    """The connection for polls, and for nothing else; every success is noted."""

    def __init__(self, watch: PollWatch, **options: Any) -> None:
        super().__init__(**options)
        self._watch = watch

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """One request; see the library."""
        code, content = await super().do_request(*args, **kwargs)
        if code == 200:
            self._watch.polled()
        return code, content

    async def renew(self) -> None:
        """Give up all connections, and whatever is wrong with them."""
        await self.shutdown()
        await self.initialize()


async def watch_polling(
    watch: PollWatch,
    stop: Callable[[], Awaitable[None]],
    start: Callable[[], Awaitable[None]],
    silent_after_s: float,
) -> None:
    """Start polling anew whenever no poll has succeeded for ``silent_after_s`` seconds.

    Does not return.

    Raises:
        PollingLostError: it does not stop within half a minute.
    """
    began = time.monotonic()
    while True:
        await asyncio.sleep(silent_after_s / 10)
        if _silent_for(began, watch) <= silent_after_s:
            continue
        logger.error("no successful poll for %.0f s; polling is started anew", silent_after_s)
        try:
            async with asyncio.timeout(_STOP_WITHIN_S):
                await stop()
        except TimeoutError as error:
            raise PollingLostError(
                f"no successful poll for {silent_after_s:.0f} s, and polling cannot be stopped; "
                "start the bot again. Nothing is lost by that"
            ) from error
        await start()
        began = time.monotonic()


def _silent_for(began: float, watch: PollWatch) -> float:
    since_began = time.monotonic() - began
    return since_began if watch.silence_s is None else min(since_began, watch.silence_s)
