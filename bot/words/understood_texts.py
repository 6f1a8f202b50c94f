"""What the bot says of how it understood a question: the period, the sources, what gave way."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from babel.lists import format_list

from bot.words.day_texts import day, month
from bot.words.saying import LOCALE, say
from retrieval.outcomes import Outcome
from retrieval.query import Period, PeriodKind

_LOCALE = LOCALE.replace("-", "_")


def understood(outcome: Outcome) -> str | None:
    """One line that says a question back as it was searched; None where nothing is to be said."""
    return " ".join(_parts(outcome)) or None


def days(first: date | None, last: date | None) -> str:
    """A period as it is read: "from 10–16 June 2022", "from June 2022", "since 1 May 2022"."""
    if first is None:
        return say("days-up-to", last=day(last))
    if last is None:
        return say("days-since", first=day(first))
    if first == last:
        return say("days-one", first=day(first))
    if (first.year, first.month) == (last.year, last.month):
        if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
            return say("days-month", month=month(last), year=str(last.year))
        return say("days-within-month", start=first.day, last=day(last))
    if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        return say("days-year", year=str(first.year))
    if first.year == last.year:
        return say("days-within-year", start=first.day, month=month(first), last=day(last))
    return say("days-between", first=day(first), last=day(last))


def days_searched(outcome: Outcome) -> str | None:
    """The days that the question limits the search to, with its words; None where it does not.

    They are those that were searched: more than those named where a day after counts too.
    """
    period, searched = outcome.query.times.period, outcome.searched
    if period is None or period.kind is not PeriodKind.REPORTED:
        return None
    last = min(searched.last, outcome.query.asked_on) if searched.last else None
    return _in_words(period, days(searched.first, last))


def days_preferred(outcome: Outcome) -> str | None:
    """The days of the event that the question asks of, with its words; None where it names none."""
    period = outcome.query.times.period
    if period is None or period.kind is not PeriodKind.EVENT:
        return None
    return _in_words(period, days(period.first, period.last))


def phrases_said(outcome: Outcome) -> str | None:
    """What became of the words that passages were to hold; None where there are none."""
    phrases = all_of(quoted(outcome.query.limits.phrases))
    if not phrases:
        return None
    if outcome.searched.phrases_dropped:
        return say("phrases-dropped", phrases=phrases)
    return say("only-with", phrases=phrases)


def without_said(outcome: Outcome) -> str | None:
    """The words that passages were not to hold; None where there are none."""
    without = any_of(quoted(outcome.query.limits.without))
    return say("nothing-with", words=without) if without else None


def quoted(words: Iterable[str]) -> list[str]:
    """Each in quotation marks."""
    return [say("quoted", words=one) for one in words]


def all_of(named: Sequence[str]) -> str:
    """The names in a row: "Reuters and CCTV"."""
    return str(format_list(named, "standard", _LOCALE))


def any_of(named: Sequence[str]) -> str:
    """The same of which any counts: "goals or cards"."""
    return str(format_list(named, "or", _LOCALE))


def _in_words(period: Period, named: str) -> str:
    """With the words that a period is named by, where they tell more than the days do.

    Operators (after:…) never do, nor does "in May 2031" where the days are "from May 2031".
    """
    said_already = set(named.lower().split()[1:]) <= set(period.words.lower().split())
    if ":" in period.words or said_already:
        return named
    return say("in-words", days=named, words=period.words)


def _parts(outcome: Outcome) -> Iterator[str]:
    query, searched = outcome.query, outcome.searched
    if query.goes_on:
        yield say("searched-for", question=query.searched)
    if limited_to := days_searched(outcome):
        yield say("only-articles", days=limited_to)
    if span := days_preferred(outcome):
        yield say("none-of-days" if searched.outside_period else "days-count-more", days=span)
    if query.any_date:
        yield say("any-date")
    if query.times.latest:
        yield say("newest-first")
    if query.sources:
        yield say("only-sources", sources=all_of(query.sources))
    yield from filter(None, (phrases_said(outcome), without_said(outcome)))
