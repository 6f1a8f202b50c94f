"""Days that a sentence names."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.composing.values.days_said import Days, read_days
from retrieval.composing.values.words import WORDINGS

_TUESDAY = date(2031, 5, 6)


def _one(text: str, language: str = "en", published: date | None = _TUESDAY) -> Days:
    [day] = read_days(text, language, published)
    return day


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("opens on 12 May", "opens on Monday"),
        ("opened on Sunday", "opened on 4 May 2031"),
        ("opened yesterday", "opened on Monday"),
        ("built in May 1971", "built in 1971"),
        ("opens in May", "opens on 12 May"),
    ],
)
def test_days_that_can_be_one_agree(one: str, other: str) -> None:
    assert _one(one).agrees(_one(other))
    assert _one(other).agrees(_one(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("opens on 12 May", "opens on 15 May"),
        ("opens on Monday", "opens on Wednesday"),
        ("opens on 12 May", "opens on Sunday"),
        ("built in 1971", "built in 1968"),
        ("opened on 30 December", "opened on 30 November"),
    ],
)
def test_other_days_do_not(one: str, other: str) -> None:
    assert not _one(one).agrees(_one(other))


def test_a_day_without_its_year_is_the_nearest() -> None:
    [span] = _one("on 30 December", published=date(2031, 1, 4)).spans
    assert span.first == date(2030, 12, 30)


@pytest.mark.parametrize("text", ["on 31 June", "last month", "three days ago"])
def test_what_is_no_known_day_has_no_spans(text: str) -> None:
    assert _one(text).spans == ()


def test_of_an_undated_article_only_a_day_with_its_year_is_known() -> None:
    assert _one("on 12 May", published=None).spans == ()
    assert _one("on Monday", published=None).spans == ()
    assert _one("on 12 May 2031", published=None).spans


def test_a_language_without_a_table_names_no_days() -> None:
    assert read_days("on 12 May", "fi", _TUESDAY) == []


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.sampled_from(sorted(WORDINGS)), st.none() | st.dates())
def test_any_text_is_read(text: str, language: str, published: date | None) -> None:
    assert all(day.start < day.end for day in read_days(text, language, published))


@pytest.mark.parametrize("published", [date.min, date.max])
def test_the_ends_of_the_calendar_are_survived(published: date) -> None:
    for text in ("yesterday", "on Monday", "on 30 December", "on 1 January", "in June"):
        assert read_days(text, "en", published)
