"""For how long others may be shown what somebody has found."""

import time
from collections.abc import Callable

CACHE_S = 30
CHANGED_FOR_S = 60.0


class Freshness:
    """Remembers when the corpus was last seen to change. ``clock`` counts seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._revision: int | None = None
        self._changed_at_s: float | None = None

    def cache_s(self, revision: int) -> int:
        """How many seconds Telegram may keep a list of that revision: none while much changes."""
        now = self._clock()
        if self._revision is not None and revision != self._revision:
            self._changed_at_s = now
        self._revision = revision
        just_changed = self._changed_at_s is not None and now - self._changed_at_s < CHANGED_FOR_S
        return 0 if just_changed else CACHE_S
