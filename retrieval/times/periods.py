"""The periods a question names in one language, in the order they stand in it."""

from dataclasses import dataclass
from datetime import date, timedelta

from retrieval.query import Period, PeriodKind
from retrieval.times.around import Phrase, phrase_of
from retrieval.times.candidates import find_candidates
from retrieval.times.days import Span
from retrieval.times.grammar import Bound, Meaning
from retrieval.times.nearness import is_relative
from retrieval.times.patterns import Patterns
from retrieval.times.plausible import is_plausible
from retrieval.times.ranges import CALENDAR, UNDATED, joined, range_of, span_with_part

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Named:
    """Periods that a question names.

    All its words of time have ``width`` characters, figures and blanks among them, and ``letters``
    letters.
    """

    periods: tuple[Period, ...] = ()
    letters: int = 0
    width: int = 0

    @property
    def period(self) -> Period | None:
        """The one that counts: the first to limit the search, or else the first."""
        hard = (period for period in self.periods if period.kind == PeriodKind.REPORTED)
        return next(hard, self.periods[0] if self.periods else None)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question, folded too, and the day it is asked on."""

    question: str
    folded: str
    on: date
    week_starts: int
    patterns: Patterns
    looks_ahead: bool


def named_periods(
    question: str, folded: str, patterns: Patterns, asked: date, week_starts: int
) -> Named:
    """All that ``question`` names of time."""
    candidates = find_candidates(folded, patterns)
    if not candidates:
        return Named()
    tense = patterns.tense.search(folded)
    past = tense is not None and tense.lastgroup == "past"
    ahead = not past and patterns.to_come.search(folded) is not None
    context = _Asked(question, folded, asked, week_starts, patterns, ahead)
    phrases = [phrase_of(said, folded, patterns) for said in candidates]
    read: list[tuple[Period | None, int, int]] = []
    while phrases:
        one = phrases.pop(0)
        if one.said.meaning == Meaning.IGNORED:
            # It tells the language all the same: "hier" is here in German, yesterday in French.
            read.append((None, one.said.start, one.said.end))
        elif phrases and (both := _range(one, phrases[0], context)):
            read.append((both, one.start, phrases.pop(0).end))
        elif _holds(one, context):
            span = span_with_part(one, asked, week_starts)
            period = _period(one, span, context) if span else None
            read.append((period, one.start, one.end))
    return Named(
        periods=tuple(period for period, *_ in read if period),
        # Figures are the same in every language, so they bear out none.
        letters=sum(letter.isalpha() for _, start, end in read for letter in folded[start:end]),
        width=sum(end - start for _, start, end in read),
    )


def _holds(phrase: Phrase, context: _Asked) -> bool:
    if phrase.bound == Bound.BETWEEN and phrase.said.meaning == Meaning.YEAR:
        return False
    bound = phrase.bound or (Bound.IN if phrase.part else None)
    return is_plausible(phrase.said, bound, context.question, context.folded, context.patterns)


def _range(one: Phrase, two: Phrase, context: _Asked) -> Period | None:
    """The period from one phrase to the next, where the words between them join the two."""
    if not joined(one, two, context.folded, context.patterns):
        return None
    bound = one.bound or Bound.IN
    if not is_plausible(two.said, bound, context.question, context.folded, context.patterns):
        return None
    span = range_of(one, two, context.on, context.week_starts)
    if span is None or span.first > context.on:
        return None
    relative = is_relative(one.said) and is_relative(two.said)
    kind = PeriodKind.REPORTED if relative or one.reported else PeriodKind.EVENT
    words = context.question[one.start : two.end]
    return Period(span.first, min(span.last, context.on), kind, words)


def _period(phrase: Phrase, span: Span, context: _Asked) -> Period | None:
    """The days of one phrase up to the day asked; None where they are all yet to come."""
    said, bound = phrase.said, phrase.bound
    yearless = said.meaning in UNDATED or (said.meaning in CALENDAR and said.without_year)
    if yearless and context.looks_ahead:
        return None
    first, last = _bounded(span, bound)
    if (first and first > context.on) or (not first and last and last >= context.on):
        return None
    relative = is_relative(said) and bound not in (Bound.UNTIL, Bound.BEFORE)
    kind = PeriodKind.REPORTED if relative or phrase.reported else PeriodKind.EVENT
    last = min(last, context.on) if last else None
    return Period(first, last, kind, context.question[phrase.start : phrase.end])


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
