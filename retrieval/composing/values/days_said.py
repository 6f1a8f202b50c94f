"""Reads the days that a sentence names, counted from the day its article was published."""

from dataclasses import dataclass
from datetime import date, timedelta

from retrieval.times.around import phrase_of
from retrieval.times.candidates import Candidate, find_candidates
from retrieval.times.days import Span, month_of, year_of
from retrieval.times.folding import fold
from retrieval.times.grammar import Meaning
from retrieval.times.languages import WRITINGS
from retrieval.times.plausible import is_plausible
from retrieval.times.reading import patterns_of

_LANGUAGES = {language.code: language for _, each in WRITINGS for language in each}
_WEEKDAYS = (Meaning.WEEKDAY, Meaning.LAST_WEEKDAY)
_BACK = {Meaning.TODAY: 0, Meaning.YESTERDAY: 1, Meaning.BEFORE_YESTERDAY: 2}
_YEARS = (Meaning.YEAR, Meaning.NAMED_YEAR)


@dataclass(frozen=True, slots=True)
class Days:
    """A day, month or year named at ``text[start:end]``: it is within one of ``spans``.

    Without spans it is a time of another kind ("last month", "three days ago", "next Friday").
    """

    spans: tuple[Span, ...]
    start: int
    end: int

    def agrees(self, other: "Days") -> bool:
        """Whether both may mean one day."""
        return any(
            one.first <= two.last and two.first <= one.last
            for one in self.spans
            for two in other.spans
        )


def read_days(text: str, language: str, published: date | None) -> list[Days]:
    """The times named in a text, in order. A day without its year is the nearest to ``published``;
    a weekday is the one before that day or the one after.
    """
    if language not in _LANGUAGES:
        return []
    folded, patterns = fold(text), patterns_of(_LANGUAGES[language])
    found: list[Days] = []
    for said in find_candidates(folded, patterns):
        phrase = phrase_of(said, folded, patterns)
        if said.meaning == Meaning.IGNORED or not is_plausible(
            said, phrase.bound, text, folded, patterns
        ):
            continue
        found.append(Days(_spans(said, published), said.start, said.end))
    return found


def _spans(said: Candidate, published: date | None) -> tuple[Span, ...]:
    try:
        return _spans_of(said, published)
    except (ValueError, OverflowError):  # the 31st of June, the day before the first of all
        return ()


def _spans_of(said: Candidate, published: date | None) -> tuple[Span, ...]:
    if said.meaning in _YEARS and said.year:
        return (year_of(said.year),)
    year = said.year
    if published and said.years_back is not None:
        year = published.year - said.years_back
    if said.meaning == Meaning.DATE and said.month and said.day:
        return (_nearest(said.month, said.day, year, published),) if year or published else ()
    if said.meaning == Meaning.MONTH and said.month:
        if year:
            return (month_of(year, said.month),)
        if published:
            middle = _nearest(said.month, 15, None, published).first
            return (month_of(middle.year, middle.month),)
    if published is None:
        return ()
    if said.meaning in _BACK:
        return (_day(published - timedelta(days=_BACK[said.meaning])),)
    if said.meaning == Meaning.LAST_NIGHT:
        return (Span(published - timedelta(days=1), published),)
    if said.meaning in _WEEKDAYS and said.weekday is not None:
        back = (published.weekday() - said.weekday) % 7
        before = published - timedelta(days=back)
        after = before + timedelta(days=7)
        return (
            (_day(before),)
            if said.meaning == Meaning.LAST_WEEKDAY
            else (
                _day(before),
                _day(after),
            )
        )
    return ()


def _nearest(month: int, day: int, year: int | None, published: date | None) -> Span:
    if year or not published:
        return _day(date(year or 1, month, day))
    around = (published.year + more for more in (-1, 0, 1))
    days = [date(each, month, day) for each in around if _exists(each, month, day)]
    if not days:
        raise ValueError(f"no {day}.{month}. near {published}")
    return _day(min(days, key=lambda one: abs(one - published)))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _day(day: date) -> Span:
    return Span(day, day)
