"""What the bot says of how it understood a question: the period, the sources, what gave way."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date

from bot.day_texts import day
from retrieval.outcomes import Outcome
from retrieval.query import Period, PeriodKind


def understood(outcome: Outcome) -> str | None:
    """One line that says a question back as it was searched; None where nothing is to be said."""
    return " ".join(_parts(outcome)) or None


def days(first: date | None, last: date | None) -> str:
    """A period as it is read: "of 10–16 June 2022", "of June 2022", "since 1 May 2022"."""
    if first is None:
        return f"up to {day(last)}"
    if last is None:
        return f"since {day(first)}"
    if first == last:
        return f"of {day(first)}"
    if (first.year, first.month) == (last.year, last.month):
        whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
        return f"of {last:%B} {last.year}" if whole else f"of {first.day}–{day(last)}"
    if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        return f"of {first.year}"
    if first.year == last.year:
        return f"of {first.day} {first:%B} – {day(last)}"
    return f"of {day(first)} – {day(last)}"


def days_searched(outcome: Outcome) -> str | None:
    """The days that the question limits the search to, with its words; None where it does not.

    They are those that were searched: more than those named where a day after counts too.
    """
    period, searched = outcome.query.times.period, outcome.searched
    if period is None or period.kind is not PeriodKind.REPORTED:
        return None
    last = min(searched.last, outcome.query.asked_on) if searched.last else None
    return f"{days(searched.first, last)}{_in_words(period)}"


def days_preferred(outcome: Outcome) -> str | None:
    """The days of the event that the question asks of, with its words; None where it names none."""
    period = outcome.query.times.period
    if period is None or period.kind is not PeriodKind.EVENT:
        return None
    return f"{days(period.first, period.last)}{_in_words(period)}"


def phrases_said(outcome: Outcome) -> str | None:
    """What became of the words that passages were to hold; None where there are none."""
    phrases = " and ".join(quoted(outcome.query.limits.phrases))
    if not phrases:
        return None
    if outcome.searched.phrases_dropped:
        return f"No article holds {phrases} in these words, so I searched without them."
    return f"Only with {phrases}."


def without_said(outcome: Outcome) -> str | None:
    """The words that passages were not to hold; None where there are none."""
    without = " or ".join(quoted(outcome.query.limits.without))
    return f"Nothing with {without}." if without else None


def quoted(words: Iterable[str]) -> list[str]:
    """Each in quotation marks."""
    return [f"“{one}”" for one in words]


def _in_words(period: Period) -> str:
    """The words that a period is named by; the days say all that operators (after:…) do."""
    return "" if ":" in period.words else f" (“{period.words}”)"


def _parts(outcome: Outcome) -> Iterator[str]:
    query, searched = outcome.query, outcome.searched
    if query.goes_on:
        yield f"Searched for: “{query.searched}”."
    if limited_to := days_searched(outcome):
        yield f"Only articles {limited_to}."
    if span := days_preferred(outcome):
        if searched.outside_period:
            yield f"I found no article {span}; these are of other dates."
        else:
            yield f"Articles {span} count more."
    if query.times.latest:
        yield "Of what fits, the newest first."
    if query.sources:
        yield f"Only {' and '.join(query.sources)}."
    yield from filter(None, (phrases_said(outcome), without_said(outcome)))
