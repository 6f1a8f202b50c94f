"""What the bot says of how it understood a question: the period, the sources, what gave way."""

from collections.abc import Iterator
from datetime import date

from bot.day_texts import day
from retrieval.outcomes import Outcome
from retrieval.query import PeriodKind


def understood(outcome: Outcome) -> str | None:
    """One line that says a question back as it was searched; None where nothing is to be said."""
    return " ".join(_parts(outcome)) or None


def days(first: date | None, last: date | None) -> str:
    """A period as it is read: "of 10–16 June 2022", "since 1 May 2022"."""
    if first is None:
        return f"until {day(last)}"
    if last is None:
        return f"since {day(first)}"
    if first == last:
        return f"of {day(first)}"
    if (first.year, first.month) == (last.year, last.month):
        return f"of {first.day}–{day(last)}"
    if first.year == last.year:
        return f"of {first.day} {first:%B} – {day(last)}"
    return f"of {day(first)} – {day(last)}"


def _parts(outcome: Outcome) -> Iterator[str]:
    query, searched = outcome.query, outcome.searched
    limits, period = query.limits, query.times.period
    if query.goes_on:
        yield f"Searched for: “{query.searched}”."
    if period is not None:
        span = f"{days(period.first, period.last)} (“{period.words}”)"
        if period.kind is PeriodKind.REPORTED:
            # The days that were searched: more than those named where a day after counts too.
            last = min(searched.last, query.asked_on) if searched.last else None
            yield f"Only articles {days(searched.first, last)} (“{period.words}”)."
        elif searched.outside_period:
            yield f"I found no article {span}; these are of other dates."
        else:
            yield f"Articles {span} count more."
    if query.times.latest:
        yield "Of what fits, the newest first."
    if query.sources:
        yield f"Only {' and '.join(query.sources)}."
    phrases = " and ".join(f"“{phrase}”" for phrase in limits.phrases)
    if phrases and searched.phrases_dropped:
        yield f"No article holds {phrases} in these words, so I searched without them."
    elif phrases:
        yield f"Only with {phrases}."
    if limits.without:
        yield f"Nothing with {' or '.join(f'“{word}”' for word in limits.without)}."
