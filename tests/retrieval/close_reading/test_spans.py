"""The best words of each sentence are found, and how much speaks for them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.close_reading.spans import LONGEST_ANSWER, TokenRun, best_runs

SENTENCES = (-1, -1, 0, 0, 0, 1, 1, -1)


def logits(begins: dict[int, float], ends: dict[int, float], size: int = 8) -> np.ndarray:
    scores = np.zeros((size, 2), dtype=np.float32)
    for column, given_scores in enumerate((begins, ends)):
        for place, score in given_scores.items():
            scores[place, column] = score
    return scores


def test_each_sentence_gives_its_best_run_against_nothing_being_said() -> None:
    scores = logits({0: 1.0, 2: 3.0, 5: 1.5}, {0: 1.0, 3: 2.0, 6: 1.0})
    assert list(best_runs(scores, SENTENCES)) == [
        TokenRun(0, 2, 3, pytest.approx(3.0)),
        TokenRun(1, 5, 6, pytest.approx(0.5)),
    ]


def test_an_end_before_the_beginning_is_no_answer() -> None:
    first, _ = best_runs(logits({4: 5.0}, {2: 5.0}), SENTENCES)
    assert first.first <= first.last
    assert first.gain == pytest.approx(5.0)


def test_question_and_headline_cannot_answer() -> None:
    found = list(best_runs(logits({1: 9.0, 7: 9.0}, {1: 9.0, 7: 9.0}), SENTENCES))
    assert [one.gain for one in found] == [0.0, 0.0]


def test_an_answer_has_a_greatest_length() -> None:
    size = LONGEST_ANSWER + 20
    (found,) = best_runs(logits({1: 5.0}, {size - 1: 5.0}, size), (-1, *[0] * (size - 1)))
    assert found.last - found.first < LONGEST_ANSWER


@given(st.lists(st.floats(-50, 50, width=32), min_size=16, max_size=16))
def test_any_scores_give_runs_within_their_sentences(numbers: list[float]) -> None:
    for run in best_runs(np.array(numbers, dtype=np.float32).reshape(8, 2), SENTENCES):
        assert {SENTENCES[place] for place in range(run.first, run.last + 1)} == {run.sentence}
