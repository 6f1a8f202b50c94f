"""Two phrases that bound one span: between March and May, from June 2021 to February 2022."""

from dataclasses import replace
from datetime import date, timedelta

from retrieval.times.around import Phrase
from retrieval.times.days import Span, part_of
from retrieval.times.grammar import Bound, Meaning
from retrieval.times.meanings import span_of
from retrieval.times.patterns import Patterns

UNDATED = (Meaning.WEEKDAY, Meaning.WEEKEND)
CALENDAR = (Meaning.MONTH, Meaning.DATE, Meaning.DATES, Meaning.SEASON, Meaning.NAMED_SEASON)


def joined(one: Phrase, two: Phrase, folded: str, patterns: Patterns) -> bool:
    """Whether the words between two phrases make them one; "and" does so after "between"."""
    joint = patterns.joint.match(folded, one.end, two.said.start)
    return bool(joint and (joint.lastgroup == "to" or one.bound == Bound.BETWEEN))


def range_of(one: Phrase, two: Phrase, asked: date, week_starts: int) -> Span | None:
    """From the first day of ``one`` to the last of ``two``, each lending the other its year."""
    ends = two.said
    if ends.meaning in CALENDAR and ends.without_year and one.said.year:
        ends = replace(ends, year=one.said.year)
    last = span_with_part(replace(two, said=ends), asked, week_starts)
    if last is None:
        return None
    undated = one.said.meaning in (*CALENDAR, *UNDATED) and one.said.without_year
    first = span_with_part(one, last.last if undated else asked, week_starts)
    return Span(first.first, last.last) if first and first.first <= last.last else None


def span_with_part(phrase: Phrase, asked: date, week_starts: int) -> Span | None:
    """The days of a phrase, or of the early, middle or late part of it that is meant."""
    said, part = phrase.said, phrase.part
    span = span_of(said, asked, week_starts)
    if span is None or part is None:
        return span
    of_it = part_of(span, part)
    if of_it.first > asked and said.meaning in CALENDAR and said.without_year:
        # On 1 October the latest late October is that of the year before.
        before = span_of(said, span.first - timedelta(days=1), week_starts)
        return part_of(before, part) if before else None
    return of_it
