"""How many messages Telegram takes in how long, and the places that this leaves."""

import math
from collections import deque
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Window:
    """At most ``count`` messages in any ``period_s`` seconds."""

    count: int
    period_s: float


@dataclass(frozen=True, slots=True)
class Limits:
    """Telegram's limits: https://core.telegram.org/bots/faq, "My bot is hitting limits".

    One message a second in a chat is what it asks for, short bursts are let pass: three at once
    are sent here, for an answer of several messages should not come in drops.
    """

    overall: Window = Window(30, 1.0)
    chat: Window = Window(3, 3.0)
    group: Window = Window(20, 60.0)


class Places:
    """The places of one window.

    A message has its place from the moment its request starts until one period after the request
    has ended. Telegram counted it somewhere in between, so whatever the network does, Telegram
    never counts more than the window admits.
    """

    def __init__(self, window: Window) -> None:
        self._window = window
        self._under_way = 0
        self._ended: deque[float] = deque()

    def free_at(self, now: float) -> float:
        """When the next place is free: ``now``, later, or infinity while all are under way."""
        self._forget(now)
        too_many = self._under_way + len(self._ended) - self._window.count + 1
        if too_many <= 0:
            return now
        if too_many > len(self._ended):
            return math.inf
        return self._ended[too_many - 1] + self._window.period_s

    def take(self) -> None:
        """A request starts."""
        self._under_way += 1

    def leave(self, now: float) -> None:
        """A request has ended, however it ended: a refused one may count as well."""
        self._under_way -= 1
        self._ended.append(now)

    def empty(self, now: float) -> bool:
        """Whether every place is free."""
        self._forget(now)
        return not self._under_way and not self._ended

    def _forget(self, now: float) -> None:
        while self._ended and self._ended[0] + self._window.period_s <= now:
            self._ended.popleft()
