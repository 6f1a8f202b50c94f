"""How candidates are fused, favoured by date, and put in order."""

from datetime import UTC, date, datetime, time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.candidates import Candidates
from retrieval.favouring import favour_time, newest_first
from retrieval.fusing import best_first, fuse
from retrieval.query import Period, PeriodKind, Query, Times
from retrieval.ranking_weights import RankingWeights, weights_for

TODAY = date(2031, 5, 10)
NAN = float("nan")
WEIGHTS = RankingWeights(
    dense=0.6,
    keyword=0.4,
    names=0.4,
    recent=0.5,
    recent_from=0.5,
    fresh_days=3.0,
    recent_days=10.0,
    of_period=0.3,
    reported_days=7,
    at_hand=0.15,
    sentence=4.0,
    relevant=0.2,
    candidates=100,
    fitted="invented",
)
NO_TIME = Times()


def candidates(
    cosines: list[float],
    bm25: list[float] | None = None,
    days: list[date | None] | None = None,
    named: list[float] | None = None,
) -> Candidates:
    count = len(cosines)
    return Candidates(
        np.arange(1, count + 1),
        np.array(cosines),
        np.array(bm25 or [NAN] * count),
        np.array([day.toordinal() if day else 0 for day in days or [None] * count]),
        np.array(named or [0.0] * count),
    )


def test_each_score_is_scaled_over_what_its_own_search_found() -> None:
    fused = fuse(candidates([0.9, 0.8, 0.7, NAN], [NAN, 30.0, 10.0, 20.0]), WEIGHTS)
    assert fused == pytest.approx([0.6, 0.3 + 0.4, 0.0, 0.2])


def test_a_single_find_counts_in_full_and_nothing_found_is_nothing() -> None:
    assert fuse(candidates([0.8, NAN]), WEIGHTS) == pytest.approx([0.6, 0.0])
    assert len(fuse(candidates([]), WEIGHTS)) == 0


def test_names_add_to_the_score() -> None:
    fused = fuse(candidates([0.9, 0.8], named=[0.0, 0.5]), WEIGHTS)
    assert fused == pytest.approx([0.6, 0.2])


def test_of_equal_ones_the_older_passage_comes_first() -> None:
    assert best_first(candidates([0.5, 0.5]), np.array([1.0, 1.0])).tolist() == [0, 1]


def favoured(times: Times, *days: date | None, goes_on: bool = False) -> list[float]:
    them = candidates([0.5] * len(days), days=list(days))
    query = Query("x", "x", datetime.combine(TODAY, time(9), UTC), times, goes_on=goes_on)
    relevant = np.full(len(days), 0.5)
    return (favour_time(them, relevant, query, WEIGHTS) - relevant).tolist()


def test_being_new_makes_nothing_relevant() -> None:
    them = candidates([0.5] * 3, days=[TODAY] * 3)
    query = Query("x", "x", datetime.combine(TODAY, time(9), UTC))
    scores = favour_time(them, np.array([0.0, 0.25, 0.9]), query, WEIGHTS)
    assert scores == pytest.approx([0.0, 0.25 + 0.25, 0.9 + 0.5])


def test_where_a_question_goes_on_recency_counts_nothing() -> None:
    assert favoured(NO_TIME, TODAY, goes_on=True) == pytest.approx([0.0])


def test_an_event_is_preferred_for_some_days_after_it_too() -> None:
    april = Period(date(2031, 4, 1), date(2031, 4, 15), PeriodKind.EVENT, "in April")
    found = favoured(Times(april), date(2031, 4, 22), date(2031, 4, 23), date(2031, 3, 31))
    assert found == pytest.approx([0.3, 0.0, 0.0])


def test_recent_articles_count_more_where_no_time_is_named() -> None:
    three, thirteen = date(2031, 5, 7), date(2031, 4, 27)
    found = favoured(NO_TIME, TODAY, three, thirteen, None)
    assert found == pytest.approx([0.5, 0.5, 0.5 / np.e, 0.0])


def test_an_article_of_tomorrow_is_as_new_as_one_of_today() -> None:
    today, tomorrow = favoured(NO_TIME, TODAY, date(2031, 5, 11))
    assert today == tomorrow


def test_where_a_past_period_is_named_recency_counts_nothing() -> None:
    past = Period(date(2030, 1, 1), date(2030, 12, 31), PeriodKind.EVENT, "in 2030")
    found = favoured(Times(past), TODAY, date(2030, 6, 1), None)
    assert found == pytest.approx([0.0, 0.3, 0.0])
    hard = Period(date(2031, 4, 1), date(2031, 4, 30), PeriodKind.REPORTED, "last month")
    assert favoured(Times(hard), TODAY, date(2031, 4, 9)) == pytest.approx([0.0, 0.0])


def test_a_period_that_goes_on_is_preferred_and_its_newest_articles_most() -> None:
    year = Period(date(2031, 1, 1), date(2031, 12, 31), PeriodKind.EVENT, "the 2031 cup")
    new, old = favoured(Times(year), TODAY, date(2030, 12, 31))
    assert new == pytest.approx(0.3 + 0.5)
    assert old < 0.01


def test_the_newest_of_the_relevant_come_first_and_the_others_stay() -> None:
    them = candidates([0.9] * 4, days=[date(2031, 5, 1), None, date(2031, 5, 9), date(2031, 5, 10)])
    scores = np.array([1.0, 0.95, 0.85, 0.5])
    assert newest_first(them, [0, 1, 2, 3], scores, 0.2) == [2, 0, 1, 3]
    assert newest_first(them, [], scores, 0.2) == []


@given(st.lists(st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2040, 1, 1))), max_size=8))
def test_recency_never_takes_away_and_never_gives_more_than_its_weight(
    days: list[date | None],
) -> None:
    assert all(0.0 <= gain <= 0.5 + 1e-9 for gain in favoured(NO_TIME, *days))


@pytest.mark.parametrize("encoder", ["e5", "minilm", "intfloat/multilingual-e5-base"])
def test_every_encoder_has_weights_that_say_how_they_were_fitted(encoder: str) -> None:
    weights = weights_for(encoder)
    assert weights.dense > 0
    assert weights.fitted
