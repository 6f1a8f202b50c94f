"""What is found for a query, and what gives way where nothing would be."""

from datetime import UTC, date, datetime

import numpy as np
import pytest

from index.articles import Article
from index.limits import NO_LIMITS, Limits
from retrieval.outcomes import Answer, Reason, Refusal
from retrieval.query import Period, PeriodKind, Query, Times
from retrieval.ranking_weights import weights_for
from retrieval.searching import Found, PassageSearch, search_limits
from tests.retrieval.conftest import MemoryIndex, WordEncoder, article
from tests.retrieval.test_service import service

ASKED = datetime(2026, 5, 21, 9, tzinfo=UTC)
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31), PeriodKind.REPORTED, "in March")


@pytest.fixture
def ferries() -> list[Article]:
    """The same matter at four times, the oldest in the words nearest to the question."""
    return [
        article("first-strike", "The ferry strike began in Ondra.", date(2024, 3, 1)),
        article("march-strike", "A ferry strike was called in Ondra again.", date(2026, 3, 9)),
        article("may-strike", "Ferry crews in Ondra say the strike is over.", date(2026, 5, 19)),
        article("undated-strike", "The ferry strike began in Ondra once.", None),
        article("harvest", "The barley harvest failed in Tarn.", date(2026, 5, 20)),
    ]


def find(
    articles: list[Article], times: Times, limits: Limits = NO_LIMITS, text: str = "ferry strike"
) -> Found:
    encoder = WordEncoder()
    query = Query(text, text, ASKED, times, limits)
    search = PassageSearch(MemoryIndex(articles, encoder), weights_for("e5"))
    return search.find(query, encoder.encode_queries([text])[0])


def names(found: Found) -> list[str]:
    return [hit.article.id for hit in found.hits]


def test_a_period_of_reporting_really_limits_what_is_found(ferries: list[Article]) -> None:
    assert len(names(find(ferries, Times()))) == 5
    assert names(find(ferries, Times(MARCH))) == ["march-strike"]


def test_where_nothing_is_of_the_period_what_lies_nearest_is_shown(ferries: list[Article]) -> None:
    april = Period(date(2026, 4, 1), date(2026, 4, 30), PeriodKind.REPORTED, "last month")
    found = find(ferries, Times(april))
    assert found.outside_period
    assert found.hits


def test_a_period_of_an_event_is_preferred_and_leaves_the_others(ferries: list[Article]) -> None:
    event = Period(date(2024, 1, 1), date(2024, 12, 31), PeriodKind.EVENT, "in 2024")
    found = find(ferries, Times(event))
    assert names(found)[0] == "first-strike"
    assert len(found.hits) == 5
    assert not found.outside_period
    assert find(ferries[1:], Times(event)).outside_period


def test_a_period_still_to_come_is_no_reason_to_say_that_nothing_is_of_it(
    ferries: list[Article],
) -> None:
    coming = Period(date(2027, 1, 1), date(2027, 12, 31), PeriodKind.EVENT, "in 2027")
    assert not find(ferries, Times(coming)).outside_period


def test_the_latest_are_ordered_by_date_where_they_are_relevant(ferries: list[Article]) -> None:
    found = names(find(ferries, Times(latest=True), text="strike"))
    assert found[0] == "may-strike"
    assert found[-1] == "harvest"


def test_phrases_that_nothing_holds_are_dropped_and_that_is_said(ferries: list[Article]) -> None:
    kept = find(ferries, Times(), Limits(phrases=("called in Ondra",)))
    assert (names(kept), kept.phrases_dropped) == (["march-strike"], False)
    dropped = find(ferries, Times(), Limits(phrases=("called in Vell",)))
    assert dropped.phrases_dropped
    assert dropped.hits


def test_an_article_fills_two_of_the_first_places() -> None:
    encoder = WordEncoder()
    query = Query("x", "x", ASKED)
    search = PassageSearch(MemoryIndex([article("a", "Text.")], encoder), weights_for("e5"))
    found = search.find(query, np.ones(encoder.dimension, dtype=np.float32))
    assert names(found) == ["a"]


def test_nothing_in_the_period_is_refused_with_the_newest_date(ferries: list[Article]) -> None:
    encoder = WordEncoder()
    answers = service(MemoryIndex(ferries, encoder), encoder)
    refused = answers.ask("Was there a ferry strike in Ondra last month?", ASKED)
    assert isinstance(refused, Refusal)
    assert refused.reason is Reason.NOTHING_IN_PERIOD
    assert (refused.searched.first, refused.searched.last) == (date(2026, 4, 1), date(2026, 4, 30))
    assert refused.searched.articles == 0
    assert refused.searched.newest == date(2026, 5, 20)
    assert refused.nearest


def test_the_same_question_is_answered_from_another_period(ferries: list[Article]) -> None:
    encoder = WordEncoder()
    answers = service(MemoryIndex(ferries, encoder), encoder)
    outcome = answers.ask("ferry strike called in Ondra again, published in March 2026", ASKED)
    assert isinstance(outcome, Answer)
    assert {one.article.id for one in outcome.citations} == {"march-strike"}


def test_small_talk_and_unread_operators_are_not_searched(ferries: list[Article]) -> None:
    encoder = WordEncoder()
    answers = service(MemoryIndex(ferries, encoder), encoder)
    thanks, wrong = answers.ask("Thanks!", ASKED), answers.ask("strike after:soon", ASKED)
    assert isinstance(thanks, Refusal)
    assert isinstance(wrong, Refusal)
    assert (thanks.reason, wrong.reason) == (Reason.NOT_A_QUESTION, Reason.UNREAD_OPERATOR)


@pytest.mark.parametrize(
    ("first", "last", "words", "until"),
    [
        (19, 19, "on Tuesday", 20),
        (20, 20, "yesterday", 21),
        (16, 17, "at the weekend", 18),
        (21, 21, "today", 22),
        (15, 21, "this week", 22),
        (11, 17, "last week", 17),
        (19, 19, "after:2026-05-19 before:2026-05-19", 19),
    ],
)
def test_what_a_day_brought_may_be_printed_on_the_next(
    first: int, last: int, words: str, until: int
) -> None:
    period = Period(date(2026, 5, first), date(2026, 5, last), PeriodKind.REPORTED, words)
    limits = search_limits(Query("x", "x", ASKED, Times(period)))
    assert (limits.first, limits.last) == (date(2026, 5, first), date(2026, 5, until))


def test_the_latest_are_quoted_newest_first(ferries: list[Article]) -> None:
    encoder = WordEncoder()
    answers = service(MemoryIndex(ferries, encoder), encoder, quote_within=2.0)
    outcome = answers.ask("The latest news on the ferry strike in Ondra", ASKED)
    assert isinstance(outcome, Answer)
    days = [one.article.published_day for one in outcome.citations if one.article.published_day]
    assert len(days) > 1
    assert days == sorted(days, reverse=True)


def test_a_name_is_found_as_it_stands_and_not_in_parts() -> None:
    day = date(2026, 3, 1)
    told = [
        article("parts", "Tove met Ann Lind again", day),
        article("right", "It was the diver Tove Lind of Vell that sailed on", day),
        article("other", "The barley harvest failed in Tarn.", day),
    ]
    assert names(find(told, Times(), text="Who is Tove Lind?"))[0] == "right"
