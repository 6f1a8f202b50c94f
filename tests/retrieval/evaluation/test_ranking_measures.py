"""Hits@k, MRR and article hits against values worked out by hand."""

import numpy as np

from retrieval.evaluation.ranking_measures import NAMES, judged
from retrieval.outcomes import Hit
from tests.retrieval.evaluation.invented import article, hit, other, question

GOLD_WITHOUT_ANSWER = article(body="The ferry Halvard was late.")


def measured(*rankings: list[Hit]) -> dict[str, list[float]]:
    rows = judged([question(str(n)) for n in range(len(rankings))], rankings)
    return {name: rows[:, column].tolist() for column, name in enumerate(NAMES)}


def test_the_first_relevant_passage_counts() -> None:
    rows = measured(
        [hit(1), other(2)],
        [other(1), other(2), hit(3), hit(4)],
        [other(n) for n in range(1, 10)] + [hit(10)],
        [other(1)],
    )
    assert rows["hits@1"] == [1, 0, 0, 0]
    assert rows["hits@2"] == [1, 0, 0, 0]
    assert rows["hits@3"] == [1, 1, 0, 0]
    assert rows["hits@4"] == [1, 1, 0, 0]
    assert rows["hits@9"] == [1, 1, 0, 0]
    assert rows["hits@10"] == [1, 1, 1, 0]
    np.testing.assert_allclose(rows["mrr@10"], [1, 1 / 3, 1 / 10, 0], rtol=1e-6)


def test_an_article_is_hit_by_a_passage_of_it_without_the_answer() -> None:
    rows = measured([other(1), hit(2, GOLD_WITHOUT_ANSWER)])
    assert rows["article_hits@10"] == [1]
    assert rows["hits@10"] == [0]
    assert rows["mrr@10"] == [0]


def test_questions_that_nothing_is_found_for_count_as_nought() -> None:
    rows = measured([], [hit(1)], [])
    assert rows["hits@10"] == [0, 1, 0]
    assert measured([])["mrr@10"] == [0]


def test_what_stands_below_the_tenth_place_does_not_count() -> None:
    rows = measured([*(other(n) for n in range(1, 11)), hit(11)])
    assert rows["hits@10"] == rows["article_hits@10"] == [0]
