"""How the bot is used, counted since it was started."""

import math
from collections import deque
from dataclasses import dataclass

from bot.conversation import Reply
from retrieval.outcomes import Answer, Refusal

_TIMES_KEPT = 200


@dataclass(frozen=True, slots=True)
class Used:
    """The counts, and how many seconds half and 95 of 100 of the last replies took at most."""

    answered: int
    refused: int
    up_s: float
    median_s: float | None
    p95_s: float | None


class Usage:
    """Counts questions; ``started_s`` and what is given later are seconds on one clock."""

    def __init__(self, started_s: float) -> None:
        self._started_s = started_s
        self._answered = 0
        self._refused = 0
        self._took_s: deque[float] = deque(maxlen=_TIMES_KEPT)

    def count(self, reply: Reply, took_s: float) -> None:
        """A message was replied to; only questions count."""
        if isinstance(reply, Answer):
            self._answered += 1
        elif isinstance(reply, Refusal):
            self._refused += 1
        else:
            return
        self._took_s.append(took_s)

    def until(self, now_s: float) -> Used:
        """The counts up to now."""
        up_s = now_s - self._started_s
        return Used(self._answered, self._refused, up_s, self._share(0.5), self._share(0.95))

    def _share(self, share: float) -> float | None:
        """The nearest-rank quantile."""
        if not self._took_s:
            return None
        return sorted(self._took_s)[math.ceil(share * len(self._took_s)) - 1]
