"""What the bot says where it does not answer."""

from dataclasses import replace
from datetime import date

import pytest

from bot.words.refusal_texts import nearest_title, refusal_lines, unknown_language
from index.languages import main_language
from index.limits import NO_LIMITS, Limits
from retrieval.guarding import LONGEST_QUESTION
from retrieval.outcomes import Reason, Refusal, Searched
from retrieval.query import NO_TIMES, Period, PeriodKind, Query, Times
from tests.bot.samples import ASKED, headline, refusal

MAY_1, MAY_7 = date(2031, 5, 1), date(2031, 5, 7)
OLDEST, NEWEST = date(2031, 1, 2), date(2031, 5, 9)
LAST_WEEK = Times(Period(MAY_1, MAY_7, PeriodKind.REPORTED, "last week"))
IN_MAY = Times(Period(MAY_1, MAY_7, PeriodKind.EVENT, "in May"))
REACH = "What I have is from 2 January to 9 May 2031."
SEARCHED = "I searched 12 articles; the newest I have is from 9 May 2031."


def refused(
    reason: Reason,
    times: Times = NO_TIMES,
    limits: Limits = NO_LIMITS,
    *,
    articles: int = 12,
    sources: tuple[str, ...] = (),
    goes_on: bool = False,
    outside: bool = False,
    dropped: bool = False,
) -> Refusal:
    query = Query("x", "what sank", ASKED, times, limits, goes_on=goes_on, sources=sources)
    period = times.period if times == LAST_WEEK else None
    first, last = (period.first, period.last) if period else (None, None)
    searched = Searched(first, last, articles, NEWEST, outside, dropped, OLDEST)
    return replace(refusal(headline(), reason=reason), query=query, searched=searched)


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        (refused(Reason.WEAK_EVIDENCE), ("The articles I have do not say.", SEARCHED)),
        (
            refused(Reason.WEAK_EVIDENCE, LAST_WEEK),
            ("The articles I have from 1–7 May 2031 (“last week”) do not say.", SEARCHED),
        ),
        (
            refused(Reason.WEAK_EVIDENCE, sources=("Kelp Daily", "Ann Reed")),
            ("The articles I have by Kelp Daily and Ann Reed do not say.", SEARCHED),
        ),
        (
            refused(Reason.WEAK_EVIDENCE, articles=1, goes_on=True),
            (
                "The articles I have do not say.",
                "I searched 1 article for “what sank”; the newest I have is from 9 May 2031.",
            ),
        ),
        (
            refused(Reason.WEAK_EVIDENCE, IN_MAY),
            (
                "The articles I have do not say.",
                f"{SEARCHED} Those from 1–7 May 2031 (“in May”) counted more.",
            ),
        ),
        (
            refused(Reason.WEAK_EVIDENCE, IN_MAY, outside=True),
            (
                "The articles I have do not say.",
                f"{SEARCHED} None that comes near is from 1–7 May 2031 (“in May”).",
            ),
        ),
        (
            refused(
                Reason.WEAK_EVIDENCE, limits=Limits(phrases=("a b",), without=("c",)), dropped=True
            ),
            (
                "The articles I have do not say.",
                f"{SEARCHED} No article holds “a b” in these words, so I searched without them. "
                "Nothing with “c”.",
            ),
        ),
        (
            refused(Reason.NOTHING_IN_PERIOD, LAST_WEEK, articles=0),
            ("I have no article from 1–7 May 2031 (“last week”).", REACH),
        ),
        (
            refused(Reason.NOTHING_IN_PERIOD, LAST_WEEK, articles=0, sources=("Kelp Daily",)),
            ("I have no article by Kelp Daily from 1–7 May 2031 (“last week”).", REACH),
        ),
        (
            refused(Reason.NOTHING_IN_PERIOD, LAST_WEEK, Limits(without=("a", "b"))),
            ("I have no article from 1–7 May 2031 (“last week”) without “a” or “b”.", REACH),
        ),
        (
            refused(Reason.NOTHING_IN_PERIOD, LAST_WEEK, Limits(without=("a",)), articles=0),
            ("I have no article from 1–7 May 2031 (“last week”).", REACH),
        ),
        (
            refused(Reason.NOTHING_IN_PERIOD, articles=0, goes_on=True),
            (
                "I have no article from 10 May 2031 or before.",
                f"I searched for “what sank”. {REACH}",
            ),
        ),
        (
            refused(Reason.NOTHING_WITHIN_LIMITS, limits=Limits(without=("a",))),
            ("I have no article without “a”.", REACH),
        ),
    ],
)
def test_a_refusal_says_why_and_what_was_searched(told: Refusal, lines: tuple[str, str]) -> None:
    assert refusal_lines(told) == lines


@pytest.mark.parametrize("reason", [Reason.WEAK_EVIDENCE, Reason.NOTHING_IN_PERIOD])
def test_of_a_corpus_without_dates_that_is_said(reason: Reason) -> None:
    told = refused(reason, LAST_WEEK)
    told = replace(told, searched=replace(told.searched, oldest=None, newest=None))

    assert refusal_lines(told)[1].endswith("undated.")


@pytest.mark.parametrize("reason", Reason)
def test_every_refusal_is_short_and_apologises_for_nothing(reason: Reason) -> None:
    said = "\n".join(refusal_lines(refused(reason, LAST_WEEK)))

    assert 0 < len(said) <= 160
    assert "sorry" not in said.lower()
    assert ("1–7 May 2031" in said) == (
        reason in (Reason.WEAK_EVIDENCE, Reason.NOTHING_IN_PERIOD, Reason.NOTHING_WITHIN_LIMITS)
    )


def test_headlines_of_other_days_are_said_to_be() -> None:
    one, two = refused(Reason.NOTHING_IN_PERIOD), (headline("A"), headline("B"))
    assert nearest_title(one) == "Nearest headline, from other days:"
    assert nearest_title(replace(one, nearest=two)) == "Nearest headlines, from other days:"
    assert nearest_title(refusal(*two)) == "Nearest headlines:"


def test_a_question_too_long_is_told_the_limit_that_holds() -> None:
    (said,) = refusal_lines(refused(Reason.TOO_LONG))

    assert f"{LONGEST_QUESTION:,}" in said


def test_an_operator_that_cannot_be_followed_is_named() -> None:
    query = Query("x", "x", ASKED, unread=("after:soon", "before:x"))
    (said,) = refusal_lines(replace(refusal(reason=Reason.UNREAD_OPERATOR), query=query))

    assert said.startswith("I cannot follow “after:soon” and “before:x”.")


@pytest.mark.parametrize("code", ["ru", "uk", "de", "fr", "es", "pt", "zh", "ar"])
def test_a_reader_of_another_language_is_told_in_it_and_in_english(code: str) -> None:
    own, english = unknown_language(code).split("\n")

    assert unknown_language("fi") == english
    assert main_language(own) == code
    assert "please ask in English" in english
    assert "DATELINE" not in own + english
