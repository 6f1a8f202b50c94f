"""From a reader's words to a query."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.articles import Article
from retrieval.query import Period, PeriodKind, Query, Turn
from retrieval.searching import search_limits
from retrieval.understanding import QuestionReader, plain
from tests.retrieval.conftest import MemoryIndex, WordEncoder, article

ASKED = datetime(2026, 5, 21, 9, tzinfo=UTC)


@pytest.fixture
def reader(articles: list[Article], encoder: WordEncoder) -> QuestionReader:
    by_lind = Article(
        "lind", None, "By Lind", "Text.", outlet="Tarn Wire", byline="Tove Lind",
        published=date(2026, 5, 20),
    )  # fmt: skip
    return QuestionReader(MemoryIndex([*articles, by_lind], encoder))


def test_a_plain_question_is_searched_as_it_is(reader: QuestionReader) -> None:
    query = reader.read("  Who   sailed?\n", ASKED)
    assert (query.as_asked, query.searched) == ("  Who   sailed?\n", "Who sailed?")
    assert query.is_question
    assert not query.goes_on


def test_markup_of_a_page_is_left_out(reader: QuestionReader) -> None:
    asked = 'Who is <a href="https://ondra.example">Tove&nbsp;Lind</a>?'
    assert reader.read(asked, ASKED).searched == "Who is Tove Lind?"
    assert plain("is 3 < 4 & 5 > 2?") == "is 3 < 4 & 5 > 2?"


def test_this_week_limits_and_lets_the_day_after_in(reader: QuestionReader) -> None:
    limits = search_limits(reader.read("Which harvest failed this week?", ASKED))
    assert (limits.first, limits.last) == (date(2026, 5, 15), date(2026, 5, 22))
    assert limits.not_after == date(2026, 5, 22)


def test_the_day_is_that_of_the_place_where_it_was_asked(reader: QuestionReader) -> None:
    from zoneinfo import ZoneInfo

    moment = datetime(2026, 5, 21, 23, tzinfo=UTC).astimezone(ZoneInfo("Asia/Tokyo"))
    period = reader.read("What happened yesterday?", moment).times.period
    assert period is not None
    assert period.first == date(2026, 5, 21)


def test_a_year_that_names_an_event_does_not_limit(reader: QuestionReader) -> None:
    query = reader.read("Who won the election in 2020?", ASKED)
    assert query.times.period is not None
    assert query.times.period.kind is PeriodKind.EVENT
    assert search_limits(query).first is None


def test_operators_take_the_place_of_a_period_in_words(reader: QuestionReader) -> None:
    query = reader.read("What failed last week? after:2026-05-01 before:2026-05-11", ASKED)
    words = "after:2026-05-01 before:2026-05-10"
    period = Period(date(2026, 5, 1), date(2026, 5, 10), PeriodKind.REPORTED, words)
    assert query.times.period == period
    assert "after" not in query.searched


def test_operators_between_which_no_day_lies_are_said_back(reader: QuestionReader) -> None:
    query = reader.read("x after:2026-05-11 before:2026-05-01", ASKED)
    assert query.unread == ("after:2026-05-11 before:2026-05-01",)
    assert search_limits(query).first is None


def test_sources_limit_by_name(reader: QuestionReader) -> None:
    query = reader.read("What failed, according to The Ondra Courier?", ASKED)
    assert query.limits.outlets == frozenset({"The Ondra Courier"})
    assert query.sources == ("The Ondra Courier",)
    by_author = reader.read("What was written by Tove Lind?", ASKED)
    assert by_author.limits.articles == frozenset({"lind"})
    assert by_author.sources == ("Tove Lind",)


def test_an_operator_that_names_nothing_known_is_said_back(reader: QuestionReader) -> None:
    query = reader.read("x outlet:Nowhere author:nobody after:soon", ASKED)
    assert query.unread == ("after:soon", "outlet:Nowhere", "author:nobody")


def test_a_follow_up_goes_on_from_the_turn_before(reader: QuestionReader) -> None:
    before = Turn("Who repaired the ferry Annika in Port Ondra?")
    query = reader.read("And what did it cost?", ASKED, (before,))
    assert query.goes_on
    assert "Annika" in query.searched
    assert "cost" in query.searched


def test_thanks_are_no_question(reader: QuestionReader) -> None:
    assert not reader.read("Thank you!", ASKED).is_question


def test_a_moment_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        Query("x", "x", datetime(2026, 5, 21))


@settings(max_examples=200)
@given(st.text(), st.datetimes(timezones=st.just(UTC)))
def test_any_text_at_any_time_becomes_a_query(text: str, moment: datetime) -> None:
    encoder = WordEncoder()
    found = QuestionReader(MemoryIndex([article("a", "Text.")], encoder)).read(text, moment)
    assert found.as_asked == text


def test_a_question_that_may_stand_alone_is_kept_by_itself_too(reader: QuestionReader) -> None:
    before = Turn("Who repaired the ferry Annika in Port Ondra?")
    query = reader.read("How many people died in the flood?", ASKED, (before,))
    assert query.goes_on
    assert query.alone is not None
    assert query.alone.searched == "How many people died in the flood?"
    assert not query.alone.goes_on
    assert reader.read("And what did it cost?", ASKED, (before,)).alone is None


def test_limits_of_the_turn_before_hold_on_and_new_ones_take_their_place(
    reader: QuestionReader,
) -> None:
    first = reader.read("According to Tarn Wire, what did the ferry Annika cost?", ASKED)
    before = Turn(first.searched, limits=first.limits, sources=first.sources)
    assert reader.read("Why?", ASKED, (before,)).sources == ("Tarn Wire",)
    other = reader.read("And according to The Ondra Courier?", ASKED, (before,))
    assert other.sources == ("The Ondra Courier",)
    assert other.searched == before.searched
    assert reader.read("Who won the grand final in Vell?", ASKED, (before,)).sources == ()


def test_what_nobody_sees_is_left_out() -> None:
    assert plain("Ukr\u200baine \ud800 \u200foutlet:x") == "Ukraine ? outlet:x"
    assert plain("a<b and c>d") == "a<b and c>d"
