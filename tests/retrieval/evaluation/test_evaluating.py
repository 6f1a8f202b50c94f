"""How questions are put: on which day, and each twice."""

from dataclasses import replace
from datetime import date

import pytest

from retrieval.evaluation.evaluating import AskedOn, put_questions
from retrieval.evaluation.ranker import Stage, Trace
from retrieval.outcomes import Outcome
from tests.retrieval.evaluation.invented import ASKED, hit, question, refusal

OTHERWISE = date(2021, 12, 1)


class RecordingRanker:
    """Notes what it is asked, and finds one hit."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str, date]] = []

    def ask(self, question: str, asked: date) -> Outcome:
        self.heard.append(("ask", question, asked))
        return refusal()

    def trace(self, question: str, asked: date) -> Trace:
        self.heard.append(("trace", question, asked))
        return Trace((Stage("only", (hit(1),), 1.0),))


@pytest.mark.parametrize(
    ("asked_on", "known", "unknown"),
    [
        (AskedOn(OTHERWISE), ASKED, OTHERWISE),
        (AskedOn(OTHERWISE, withheld=True), OTHERWISE, OTHERWISE),
        (AskedOn(OTHERWISE, later_days=31), date(2021, 6, 9), date(2022, 1, 1)),
    ],
)
def test_a_question_is_asked_on_its_day(asked_on: AskedOn, known: date, unknown: date) -> None:
    assert asked_on.day_of(question()) == known
    assert asked_on.day_of(replace(question(), asked=None)) == unknown


def test_all_are_timed_before_any_is_traced_and_after_warming_up() -> None:
    ranker = RecordingRanker()
    asked = [question("a"), question("b", None)]

    first, second = put_questions(ranker, asked, AskedOn(OTHERWISE))

    texts = {one.text for one in asked}
    ours = [(what, text) for what, text, _ in ranker.heard if text in texts]
    assert ours == [(what, one.text) for what in ("ask", "trace") for one in asked]
    assert ranker.heard[0][1] not in texts
    assert (first.question, second.question) == tuple(asked)
    assert first.asked == ASKED
    assert first.ms >= 0
    assert first.trace.final == (hit(1),)


def test_what_was_found_before_is_kept_once() -> None:
    first, second = put_questions(
        RecordingRanker(), [question("a"), question("b")], AskedOn(OTHERWISE)
    )
    assert first.trace.final[0].article is second.trace.final[0].article


def test_a_trace_has_a_stage_and_a_stage_at_most_ten_hits() -> None:
    with pytest.raises(ValueError, match="at least one stage"):
        Trace(())
    with pytest.raises(ValueError, match="11 hits"):
        Stage("long", tuple(hit(n) for n in range(11)), 1.0)
