"""Five one-article corpora on other matters than the seed, at the thresholds that ship."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.corpora.asking import Asked, ask_everything

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def asked(data_models: Path, e5: object) -> Sequence[Asked]:
    return tuple(ask_everything(data_models))


def test_at_least_80_percent_of_answerable_questions_get_a_quote_that_holds_the_answer(
    asked: Sequence[Asked],
) -> None:
    answerable = [one for one in asked if one.kind == "answerable"]
    wrong = [one.question for one in answerable if not one.right]
    assert len(answerable) == 40
    assert len(wrong) <= 0.20 * len(answerable), wrong


def test_at_least_80_percent_of_unanswerable_questions_are_refused(asked: Sequence[Asked]) -> None:
    unanswerable = [one for one in asked if one.kind in ("far", "other")]
    wrong = [one.question for one in unanswerable if not one.right]
    assert len(unanswerable) == 40
    assert len(wrong) <= 0.20 * len(unanswerable), wrong
