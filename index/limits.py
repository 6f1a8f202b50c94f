"""What a search is limited to."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Limits:
    """Only passages of such articles are searched; what is None does not limit.

    ``first`` and ``last`` are the days of a period, both within it: an undated article is in none.
    ``not_after`` leaves out later articles but keeps undated ones. ``outlets`` are names as they
    stand in the articles, ``articles`` are ids. ``phrases`` are runs of words that a passage or its
    headline must hold, ``without`` words that it must not.
    """

    first: date | None = None
    last: date | None = None
    not_after: date | None = None
    outlets: frozenset[str] | None = None
    articles: frozenset[str] | None = None
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


NO_LIMITS = Limits()
