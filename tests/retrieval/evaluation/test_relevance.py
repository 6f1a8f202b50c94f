"""What counts as found and as answered."""

import pytest

from retrieval.evaluation.questions import Question
from retrieval.evaluation.relevance import is_gold, is_relevant, is_right
from retrieval.outcomes import Hit, Outcome
from tests.retrieval.evaluation.invented import (
    FERRY,
    answer,
    article,
    hit,
    other,
    question,
    refusal,
)

LONG = article(body="One forty lorries. Two. Three. Four.")


@pytest.mark.parametrize(
    ("found", "gold", "relevant"),
    [
        (hit(1), True, True),
        (hit(1, article(body="The ferry Halvard was late.")), True, False),
        (hit(1, article("reprint", FERRY)), False, False),
        (other(1), False, False),
    ],
)
def test_a_passage_is_relevant_when_it_is_gold_and_holds_the_answer(
    found: Hit, *, gold: bool, relevant: bool
) -> None:
    assert is_gold(question(), found) is gold
    assert is_relevant(question(), found) is relevant


def test_where_the_answer_is_unknown_the_article_decides() -> None:
    judged = Question("q", "What?", None, None, True, frozenset({"ferry"}))
    assert is_relevant(judged, hit(1, article(body="It was late.")))
    assert not is_relevant(judged, other(1))


@pytest.mark.parametrize(
    ("outcome", "right"),
    [
        (answer("The ferry Halvard carried forty lorries."), True),
        (answer("It was late.", "The ferry Halvard carried forty lorries."), True),
        (answer("It was late."), False),
        (answer("One forty lorries.", "Two.", "Three.", "Four.", of=LONG), False),
        (answer("One forty lorries.", "Two.", "Three.", of=LONG), True),
        (refusal(), False),
    ],
)
def test_an_answer_is_right_when_one_of_three_quotes_holds_it(
    outcome: Outcome, *, right: bool
) -> None:
    assert is_right(question(), outcome) is right


def test_no_answer_to_an_unanswerable_question_is_right() -> None:
    assert not is_right(question(answer=None), answer("It was late."))
