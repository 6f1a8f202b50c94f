"""When each reader asked, as far back as a limit looks."""

from collections import OrderedDict, deque
from datetime import datetime, timedelta
from typing import Protocol

_A_DAY = timedelta(days=1)


class AskedLog(Protocol):
    """The moments at which readers asked."""

    def count(self, reader: int, since: datetime) -> int:
        """How often a reader has asked since, at most a day back."""

    def add(self, reader: int, when: datetime) -> None:
        """A reader asked."""


class AskedInMemory:
    """The :class:`AskedLog` of a running program; readers silent for a day are forgotten."""

    def __init__(self) -> None:
        self._asked: OrderedDict[int, deque[datetime]] = OrderedDict()

    def count(self, reader: int, since: datetime) -> int:
        return sum(when >= since for when in self._asked.get(reader, ()))

    def add(self, reader: int, when: datetime) -> None:
        moments = self._asked.setdefault(reader, deque())
        while moments and moments[0] < when - _A_DAY:
            moments.popleft()
        moments.append(when)
        self._asked.move_to_end(reader)
        self._forget(when)

    def _forget(self, now: datetime) -> None:
        for reader, moments in list(self._asked.items())[:2]:  # two for every one that is added
            if moments[-1] < now - _A_DAY:
                del self._asked[reader]
