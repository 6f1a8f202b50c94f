"""Flood control: how many messages Telegram takes in how many seconds."""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from tests.botapi.people import Chat
from tests.botapi.refusals import flood_wait


@dataclass(frozen=True, slots=True)
class Window:
    """At most `count` messages in any `period_s` seconds."""

    count: int
    period_s: float


@dataclass(frozen=True, slots=True)
class RateLimits:
    """None is no limit. Telegram's own, short bursts let pass, are in TELEGRAM_LIMITS."""

    overall: Window | None = None
    chat: Window | None = None
    group: Window | None = None


TELEGRAM_LIMITS = RateLimits(overall=Window(30, 1.0), chat=Window(3, 3.0), group=Window(20, 60.0))


class FloodControl:
    """Counts what was let through; a refused message does not count."""

    def __init__(self, limits: RateLimits, clock: Callable[[], float] = time.monotonic) -> None:
        self.limits = limits
        self._clock = clock
        self._sent: dict[object, deque[float]] = {}

    def admit(self, chat: Chat) -> None:
        """Count one message to the chat, or raise 429 with the whole seconds to wait."""
        now = self._clock()
        windows = [("overall", self.limits.overall), (("chat", chat.id), self.limits.chat)]
        if chat.type != "private":
            windows.append((("group", chat.id), self.limits.group))
        limited = [(self._sent.setdefault(key, deque()), w) for key, w in windows if w]
        wait_s = max((_wait_s(times, window, now) for times, window in limited), default=0.0)
        if wait_s > 0:
            raise flood_wait(math.ceil(wait_s))
        for times, _ in limited:
            times.append(now)


def _wait_s(times: deque[float], window: Window, now: float) -> float:
    while times and now - times[0] >= window.period_s:
        times.popleft()
    return 0.0 if len(times) < window.count else times[0] + window.period_s - now
