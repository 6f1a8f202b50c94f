"""Intervals: the same for the same answers, and about as wide as theory has them."""

import numpy as np
import pytest

from retrieval.evaluation.bootstrap import interval_of, intervals_of_means
from retrieval.evaluation.refusal_measures import auroc_by_counting


def test_the_same_rows_give_the_same_intervals() -> None:
    rows = np.random.default_rng(1).random((40, 3))
    assert intervals_of_means(rows) == intervals_of_means(rows.copy())


def test_an_interval_is_about_two_standard_errors_to_either_side() -> None:
    rows = np.array([[0.0], [1.0]] * 50)
    ((low, high),) = intervals_of_means(rows)
    assert low == pytest.approx(0.5 - 1.96 * 0.05, abs=0.015)
    assert high == pytest.approx(0.5 + 1.96 * 0.05, abs=0.015)


def test_what_never_varies_has_no_width() -> None:
    assert intervals_of_means(np.ones((5, 2))) == ((1.0, 1.0), (1.0, 1.0))


def test_the_columns_of_one_question_are_drawn_together() -> None:
    column = np.random.default_rng(2).random(30)
    first, second = intervals_of_means(np.stack([column, column + 1], axis=1))
    assert second == pytest.approx((first[0] + 1, first[1] + 1))


def test_two_groups_are_drawn_from_by_themselves() -> None:
    apart = interval_of(auroc_by_counting, np.array([0.8, 0.9]), np.array([0.1, 0.2]))
    assert apart == (1.0, 1.0)
    mixed = interval_of(auroc_by_counting, np.array([0.1, 0.9, 0.8]), np.array([0.5, 0.2, 0.85]))
    assert mixed is not None
    assert mixed[0] < 0.5 < mixed[1]
    assert interval_of(auroc_by_counting, np.array([0.1]), np.array([])) is None
