"""What the bot says of how it understood a question."""

from dataclasses import replace
from datetime import date

import pytest

from bot.words.understood_texts import days, understood
from index.limits import NO_LIMITS, Limits
from retrieval.outcomes import Outcome, Searched
from retrieval.query import NO_TIMES, Period, PeriodKind, Query, Times
from tests.bot.samples import ASKED, refusal

MAY_1, MAY_7 = date(2031, 5, 1), date(2031, 5, 7)


def outcome(
    times: Times = NO_TIMES,
    limits: Limits = NO_LIMITS,
    *,
    outside: bool = False,
    dropped: bool = False,
    goes_on: bool = False,
    sources: tuple[str, ...] = (),
) -> Outcome:
    query = Query("x", "what sank", ASKED, times, limits, goes_on=goes_on, sources=sources)
    period = times.period
    searched = Searched(
        period.first if period else None,
        period.last if period else None,
        3,
        MAY_7,
        outside,
        dropped,
    )
    return replace(refusal(), query=query, searched=searched)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (MAY_1, MAY_7, "from 1–7 May 2031"),
        (MAY_1, MAY_1, "from 1 May 2031"),
        (MAY_1, date(2031, 5, 31), "from May 2031"),
        (date(2031, 5, 2), date(2031, 5, 31), "from 2–31 May 2031"),
        (date(2031, 1, 1), date(2031, 12, 31), "from 2031"),
        (date(2031, 12, 1), date(2031, 12, 31), "from December 2031"),
        (date(2031, 1, 1), date(2032, 12, 31), "from 1 January 2031 to 31 December 2032"),
        (date(2031, 4, 28), MAY_1, "from 28 April to 1 May 2031"),
        (date(2030, 12, 30), MAY_1, "from 30 December 2030 to 1 May 2031"),
        (MAY_1, None, "since 1 May 2031"),
        (None, MAY_1, "up to 1 May 2031"),
    ],
)
def test_days_are_said_as_people_do(first: date | None, last: date | None, said: str) -> None:
    assert days(first, last) == said


def test_where_nothing_was_understood_nothing_is_said() -> None:
    assert understood(outcome()) is None


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            outcome(Times(Period(MAY_1, MAY_7, PeriodKind.REPORTED, "last week"))),
            "Only articles from 1–7 May 2031 (“last week”).",
        ),
        (
            outcome(Times(Period(MAY_1, MAY_7, PeriodKind.EVENT, "in May"))),
            "Articles from 1–7 May 2031 (“in May”) count more.",
        ),
        (
            outcome(Times(Period(MAY_1, MAY_7, PeriodKind.EVENT, "in May")), outside=True),
            "I found no article from 1–7 May 2031 (“in May”); these are from other days.",
        ),
        (
            outcome(Times(Period(MAY_1, MAY_7, PeriodKind.REPORTED, "On 1–7 may 2031"))),
            "Only articles from 1–7 May 2031.",
        ),
        (
            outcome(Times(Period(MAY_1, None, PeriodKind.REPORTED, "after:2031-05-01"))),
            "Only articles since 1 May 2031.",
        ),
        (outcome(Times(latest=True)), "The newest first."),
        (outcome(goes_on=True), "Searched for: “what sank”."),
        (outcome(sources=("Kelp Daily", "Ann Reed")), "Only articles by Kelp Daily and Ann Reed."),
        (outcome(limits=Limits(phrases=("a b",))), "Only with “a b”."),
        (
            outcome(limits=Limits(phrases=("a b",)), dropped=True),
            "No article holds “a b” in these words, so I searched without them.",
        ),
        (outcome(limits=Limits(without=("a", "b"))), "Nothing with “a” or “b”."),
    ],
)
def test_what_was_understood_is_said_back(told: Outcome, said: str) -> None:
    assert understood(told) == said
