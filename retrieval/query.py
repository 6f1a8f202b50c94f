"""What is asked: the question, the period and sources it is limited to, and what came before it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from index.limits import NO_LIMITS, Limits


class PeriodKind(StrEnum):
    """What a period speaks of."""

    REPORTED = "reported"
    """When it was reported, or happened lately: only articles published then are searched."""
    EVENT = "event"
    """When the event was: articles published then are preferred, others are searched too."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``first`` to ``last``, both within it; None is open on that side.

    ``words`` is the expression as it stands in the question.
    """

    first: date | None
    last: date | None
    kind: PeriodKind
    words: str

    def __post_init__(self) -> None:
        if self.first is None and self.last is None:
            raise ValueError(f"a period open on both sides is none: {self.words!r}")
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"the period {self.first} to {self.last} ends before it begins")

    @property
    def is_a_day_or_two(self) -> bool:
        """Whether it is a day or a weekend, named in words and not by the operators."""
        if self.first is None or self.last is None or ":" in self.words:
            return False
        return (self.last - self.first).days <= 1


@dataclass(frozen=True, slots=True)
class Times:
    """What a question says of time.

    ``latest``: it wants the newest ("the latest on …"), so hits are ordered by date.
    """

    period: Period | None = None
    latest: bool = False


NO_TIMES = Times()


@dataclass(frozen=True, slots=True)
class Turn:
    """A question of the same chat that was answered or refused before, and what was found for it.

    ``searched`` is the question after rewriting; ``headlines`` and ``articles`` (ids) are those of
    the articles cited. ``limits`` and ``sources`` are those of its query.
    """

    searched: str
    period: Period | None = None
    headlines: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    limits: Limits = NO_LIMITS
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Query:
    """A question ``as_asked`` and how it is searched.

    ``searched`` are the words searched for, after rewriting and without operators. ``asked`` is the
    moment it was asked, with the offset of the place it was asked at. ``limits`` holds what the
    reader limited the search to by source and words; the period's days are not yet in it.
    ``is_question`` is False for a yes or thanks. ``goes_on`` says that something of earlier turns
    was carried over, ``alone`` is then the query without it where that may be meant, and
    ``at_hand`` the articles (ids) that the chat has just read. ``sources`` are the outlets and
    authors it is limited to by name, ``unread`` operators that could not be followed, as they were
    written. ``unknown_language`` is the question's language (ISO 639-1) where the encoder does not
    know it. ``any_date``: a period, where it named one, is not in it.
    """

    as_asked: str
    searched: str
    asked: datetime
    times: Times = NO_TIMES
    limits: Limits = NO_LIMITS
    is_question: bool = True
    goes_on: bool = False
    alone: "Query | None" = None
    at_hand: frozenset[str] = frozenset()
    sources: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    unknown_language: str | None = None
    any_date: bool = False

    def __post_init__(self) -> None:
        if self.asked.tzinfo is None:
            raise ValueError("the moment a question is asked at needs its offset")

    @property
    def asked_on(self) -> date:
        """The calendar day where it was asked."""
        return self.asked.date()
