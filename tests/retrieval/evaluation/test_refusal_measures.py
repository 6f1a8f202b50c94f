"""False answers and the area under their curve, against values worked out by hand."""

import numpy as np
import pytest

from retrieval.evaluation.refusal_measures import (
    auroc,
    auroc_by_counting,
    false_answers_at,
    threshold_for,
    trade_off,
)

SURE = np.array([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0])
UNSURE = np.array([0.05, 0.15, 0.25, 0.95])
NONE = np.array([])


def test_auroc_is_the_share_of_pairs_in_the_right_order() -> None:
    right = 10 + 9 + 8 + 1  # of ten answerable ones above each unanswerable one
    assert auroc(SURE, UNSURE) == pytest.approx(right / 40)


def test_auroc_counts_equal_confidence_half() -> None:
    assert auroc(np.array([0.5]), np.array([0.5])) == pytest.approx(0.5)


def test_counting_gives_the_same_area() -> None:
    draw = np.random.default_rng(3)
    for _ in range(20):
        ones, others = draw.integers(9, size=13) / 9, draw.integers(9, size=17) / 9
        assert auroc_by_counting(ones, others) == pytest.approx(auroc(ones, others))


def test_false_answers_are_counted_where_nine_of_ten_are_answered() -> None:
    assert threshold_for(SURE) == 0.2
    assert false_answers_at(SURE, UNSURE) == 0.5
    assert false_answers_at(SURE, UNSURE, share=1.0) == 0.75


def test_at_least_the_share_is_answered_where_it_falls_between_questions() -> None:
    assert threshold_for(np.array([0.1, 0.2, 0.3])) == 0.1


def test_nothing_applies_without_questions_of_both_kinds() -> None:
    assert auroc(SURE, NONE) is auroc_by_counting(NONE, UNSURE) is None
    assert false_answers_at(SURE, NONE) is false_answers_at(NONE, UNSURE) is None


def test_the_trade_off_goes_from_no_answers_to_all() -> None:
    points = trade_off(np.array([0.9, 0.4]), np.array([0.4, 0.1]))
    assert points == ((0.0, 0.0), (0.5, 0.0), (1.0, 0.5), (1.0, 1.0))
