"""Faults that a test asks for beforehand, one request after the other."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from enum import Enum, auto

from tests.botapi.refusals import ApiError


class Break(Enum):
    """Ways a connection fails without an answer."""

    DROP = auto()
    """Closed at once; nothing is done."""
    DELIVER_THEN_DROP = auto()
    """The request is carried out, and the connection closed before the answer."""
    DELIVER_THEN_TIMEOUT = auto()
    """The request is carried out, and its answer never comes."""


@dataclass(slots=True)
class Faults:
    """A queue of faults for each method."""

    _planned: dict[str, deque[ApiError | Break]] = field(default_factory=dict)

    def plan(self, method: str, fault: ApiError | Break, times: int) -> None:
        """The next `times` requests to the method meet the fault."""
        self._planned.setdefault(method.lower(), deque()).extend([fault] * times)

    def next(self, method: str) -> ApiError | Break | None:
        """The fault for the request at hand, which is then spent."""
        planned = self._planned.get(method.lower())
        return planned.popleft() if planned else None

    def clear(self) -> None:
        """Nothing is planned any more."""
        self._planned.clear()
