"""All figures of a few results, worked out by hand."""

import pytest

from retrieval.evaluation.figures import Figure, evaluate
from tests.retrieval.evaluation.invented import answer, hit, other, question, refusal, result

RIGHT = "The ferry Halvard carried forty lorries."
WRONG = "It was late."
RESULTS = [
    result(question("a"), answer(RIGHT, confidence=0.9), [other(1), hit(2)], [hit(2)], ms=10),
    result(question("b"), answer(WRONG, confidence=0.7), [hit(1)], [hit(1)], ms=20),
    result(question("c"), refusal(0.3), [other(1)], [other(1), hit(2)], ms=30),
    result(question("d"), refusal(0.2), [other(1)], [other(1)], ms=40),
    result(question("e", None), answer(WRONG, confidence=0.6), [hit(1)], [hit(1)], ms=50),
    result(question("f", None), refusal(0.1), [other(1)], [other(1)], ms=60),
]


def value(figure: Figure | None) -> float:
    assert figure is not None
    low, high = figure.interval
    assert low <= figure.value <= high
    return figure.value


def test_retrieval_is_measured_on_the_answerable_questions_stage_by_stage() -> None:
    first, second = evaluate(RESULTS).stages

    assert value(first.figures["hits@1"]) == 1 / 4
    assert value(first.figures["hits@10"]) == 2 / 4
    assert value(first.figures["mrr@10"]) == (1 / 2 + 1) / 4
    assert value(second.figures["hits@1"]) == 2 / 4
    assert value(second.figures["article_hits@10"]) == 3 / 4
    assert evaluate(RESULTS).ranking is not None
    assert evaluate(RESULTS).ranking["hits@1"] == second.figures["hits@1"]


def test_a_gain_is_counted_question_by_question() -> None:
    first, second = evaluate(RESULTS).stages

    assert first.gains is None
    assert second.gains is not None
    assert value(second.gains["hits@1"]) == 1 / 4
    assert value(second.gains["mrr@10"]) == (1 / 2 + 0 + 1 / 2 + 0) / 4
    assert second.gains["hits@1"].interval[0] >= 0  # no question lost by it


def test_answering_and_refusing_are_measured() -> None:
    answers = evaluate(RESULTS).answers

    assert value(answers["answer_hit"]) == 1 / 4
    assert value(answers["answered"]) == 2 / 4
    assert value(answers["false_answers"]) == 1 / 2
    assert value(answers["false_answers_at_90"]) == 1 / 2
    assert value(answers["auroc"]) == (2 + 2 + 1 + 1) / 8


def test_times_are_of_all_questions_and_all_steps() -> None:
    evaluation = evaluate(RESULTS)

    assert evaluation.times.p50 == 35
    assert evaluation.times.p95 == pytest.approx(57.5)
    assert list(evaluation.steps) == ["first", "second", "encoding"]
    assert evaluation.steps["encoding"].p50 == 2.0


def test_without_unanswerable_questions_their_figures_do_not_apply() -> None:
    answers = evaluate(RESULTS[:4]).answers
    assert [name for name, figure in answers.items() if figure is None] == [
        "false_answers",
        "false_answers_at_90",
        "auroc",
    ]


def test_without_answerable_questions_only_false_answers_apply() -> None:
    evaluation = evaluate(RESULTS[4:])
    assert evaluation.stages == ()
    assert set(evaluation.ranking.values()) == {None}
    assert value(evaluation.answers["false_answers"]) == 1 / 2
    assert evaluation.answers["answered"] is evaluation.answers["auroc"] is None


def test_the_same_results_give_the_same_figures() -> None:
    assert evaluate(RESULTS) == evaluate(list(RESULTS))
