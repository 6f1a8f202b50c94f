"""The periods a question names in one language, in the order they stand in it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from retrieval.query import Period, PeriodKind
from retrieval.times.around import Phrase, phrase_of
from retrieval.times.candidates import find_candidates
from retrieval.times.days import Span, part_of
from retrieval.times.grammar import Bound, Meaning
from retrieval.times.meanings import is_current, is_relative, span_of
from retrieval.times.patterns import Patterns
from retrieval.times.plausible import is_plausible

_DAY = timedelta(days=1)
_UNDATED = (Meaning.WEEKDAY, Meaning.WEEKEND)
_CALENDAR = (Meaning.MONTH, Meaning.DATE, Meaning.DATES, Meaning.SEASON)


@dataclass(frozen=True, slots=True)
class Named:
    """What a question names: ``letters`` is how many letters of it speak of time."""

    periods: tuple[Period, ...] = ()
    current: bool = False
    letters: int = 0

    @property
    def period(self) -> Period | None:
        """The one that counts: the first to limit the search, or else the first."""
        hard = (period for period in self.periods if period.kind == PeriodKind.REPORTED)
        return next(hard, self.periods[0] if self.periods else None)


@dataclass(frozen=True, slots=True)
class _Day:
    """The day asked, the first day of its week, and whether the question looks ahead."""

    asked: date
    week_starts: int
    looks_ahead: bool


def named_periods(
    question: str, folded: str, patterns: Patterns, asked: date, week_starts: int
) -> Named:
    """All that ``question`` names of time; ``current`` where it is of these days or ahead."""
    candidates = find_candidates(folded, patterns)
    if not candidates:
        return Named()
    tense = patterns.tense.search(folded)
    past = bool(tense and tense.lastgroup == "past")
    day = _Day(asked, week_starts, not past and bool(patterns.to_come.search(folded)))
    phrases = [phrase_of(said, folded, patterns) for said in candidates]
    named, at = Named(), 0
    while at < len(phrases):
        phrase = phrases[at]
        at += 1
        range_ = _range(phrase, phrases[at], question, folded, patterns, day) if (
            at < len(phrases)
        ) else None
        if range_:
            at += 1
            named = _add(named, range_, phrase.start, phrases[at - 1].end)
        elif _holds(phrase, question, folded, patterns):
            period = _period(phrase, question, day)
            named = _add(named, period, phrase.start, phrase.end)
            named = replace(named, current=named.current or period is None or _now(phrase))
    return named


def _add(named: Named, period: Period | None, start: int, end: int) -> Named:
    periods = (*named.periods, period) if period else named.periods
    return replace(named, periods=periods, letters=named.letters + end - start)


def _now(phrase: Phrase) -> bool:
    return is_current(phrase.said)


def _holds(phrase: Phrase, question: str, folded: str, patterns: Patterns) -> bool:
    if phrase.bound == Bound.BETWEEN and phrase.said.meaning == Meaning.YEAR:
        return False
    bound = phrase.bound or (Bound.IN if phrase.part else None)
    return is_plausible(phrase.said, bound, question, folded, patterns)


def _range(
    one: Phrase, two: Phrase, question: str, folded: str, patterns: Patterns, day: _Day
) -> Period | None:
    """The period from one phrase to the next, where the words between them join the two."""
    joint = patterns.joint.match(folded, one.end, two.said.start)
    if not joint or (joint.lastgroup == "and" and one.bound != Bound.BETWEEN):
        return None
    if not is_plausible(two.said, one.bound or Bound.IN, question, folded, patterns):
        return None
    dated = two.said
    if dated.without_year and one.said.year and dated.meaning in _CALENDAR:
        dated = replace(dated, year=one.said.year)
    last = _span(replace(two, said=dated), day.asked, day.week_starts)
    undated = one.said.without_year and one.said.meaning in (*_CALENDAR, *_UNDATED)
    first = _span(one, last.last if undated and last else day.asked, day.week_starts)
    if not first or not last or first.first > min(last.last, day.asked):
        return None
    relative = is_relative(one.said) and is_relative(two.said)
    kind = PeriodKind.REPORTED if relative or one.reported else PeriodKind.EVENT
    words = question[one.start : two.end]
    return Period(first.first, min(last.last, day.asked), kind, words)


def _period(phrase: Phrase, question: str, day: _Day) -> Period | None:
    """The days of one phrase up to the day asked; None where they are all yet to come."""
    said, bound = phrase.said, phrase.bound
    open_year = said.meaning in _UNDATED or (said.meaning in _CALENDAR and said.without_year)
    span = _span(phrase, day.asked, day.week_starts)
    if span is None or (open_year and day.looks_ahead):
        return None
    first, last = _bounded(span, bound)
    if (first and first > day.asked) or (not first and last and last >= day.asked):
        return None
    reported = phrase.reported or (
        is_relative(said) and bound not in (Bound.UNTIL, Bound.BEFORE)
    )
    kind = PeriodKind.REPORTED if reported else PeriodKind.EVENT
    last = min(last, day.asked) if last else None
    return Period(first, last, kind, question[phrase.start : phrase.end])


def _bounded(span: Span, bound: Bound | None) -> tuple[date | None, date | None]:
    match bound:
        case Bound.SINCE:
            return span.first, None
        case Bound.AFTER:
            return span.last + _DAY, None
        case Bound.UNTIL:
            return None, span.last
        case Bound.BEFORE:
            return None, span.first - _DAY
        case _:
            return span.first, span.last


def _span(phrase: Phrase, asked: date, week_starts: int) -> Span | None:
    span = span_of(phrase.said, asked, week_starts)
    return part_of(span, phrase.part) if span and phrase.part else span
