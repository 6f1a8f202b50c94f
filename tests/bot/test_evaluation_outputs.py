"""What `dateline evaluate` prints: the object for programs, and the tables."""

import json
from typing import Any

import pytest

from bot.commands.evaluation_json import evaluation_as_json
from bot.commands.evaluation_table import print_evaluation
from retrieval.evaluation.evaluating import Result
from retrieval.evaluation.figures import evaluate
from tests.retrieval.evaluation.invented import (
    CORPUS,
    answer,
    hit,
    other,
    question,
    refusal,
    result,
)

PROMISED = [
    *("hits@1", "hits@4", "hits@10", "mrr@10", "article_hits@10"),
    *("answer_hit", "answered", "false_answers", "false_answers_at_90", "auroc"),
    *("ms_p50", "ms_p95", "questions", "words_a_passage", "stages"),
]
STAGE = ["name", "hits@1", "hits@4", "hits@10", "mrr@10", "article_hits@10", "ms", "gain"]
ANSWERABLE = [
    result(question("a"), answer("It was late."), [other(1), hit(2)], [hit(2)], ms=10),
    result(question("b"), refusal(), [other(1)], [other(1)], ms=20),
]
UNANSWERABLE = [result(question("c", None), refusal(0.1), [other(1)], [other(1)], ms=30)]


def as_json(*results: Result) -> dict[str, Any]:
    return dict(json.loads(json.dumps(evaluation_as_json(evaluate(results), CORPUS))))


def test_every_promised_key_is_there() -> None:
    shown = as_json(*ANSWERABLE, *UNANSWERABLE)
    assert not set(PROMISED) - set(shown)
    assert all(shown[name] is not None for name in PROMISED)
    assert all(not set(STAGE) - set(stage) for stage in shown["stages"])


def test_figures_are_those_of_the_last_stage_and_all_questions() -> None:
    shown = as_json(*ANSWERABLE, *UNANSWERABLE)
    first, second = shown["stages"]
    assert shown["hits@1"] == second["hits@1"] == 0.5
    assert (first["name"], first["hits@1"], first["gain"]) == ("first", 0.0, None)
    assert second["gain"]["hits@1"] == 0.5
    assert second["gain"]["intervals"]["hits@1"] == [0.0, 1.0]
    assert (shown["questions"], shown["unanswerable"]) == (2, 1)
    assert (shown["ms_p50"], shown["words_a_passage"]) == (20, 41.5)
    assert shown["auroc"] == 1.0
    low, high = shown["intervals"]["answered"]
    assert low <= shown["answered"] <= high


def test_figures_that_do_not_apply_are_null() -> None:
    shown = as_json(*ANSWERABLE)
    assert shown["false_answers"] is shown["false_answers_at_90"] is shown["auroc"] is None
    shown = as_json(*UNANSWERABLE)
    assert shown["hits@1"] is shown["answer_hit"] is None
    assert (shown["questions"], shown["stages"]) == (0, [])


def test_the_tables_show_figures_and_gains(capsys: pytest.CaptureFixture[str]) -> None:
    print_evaluation(evaluate([*ANSWERABLE, *UNANSWERABLE]), CORPUS)
    shown = capsys.readouterr().out
    assert "2 answerable and 1 unanswerable questions" in shown
    assert "False answers at 90\N{NO-BREAK SPACE}% answered" in shown
    assert "+.500" in shown
    assert max(map(len, shown.splitlines())) <= 90
