"""One verdict of each reader about each answer."""

import pytest

from bot.state.database import Database
from bot.state.feedback import Feedback, Verdict
from bot.state.kept_answers import KeptAnswers
from bot.state.retention import delete_old
from tests.bot.samples import refusal


@pytest.fixture
def answers(state: Database) -> KeptAnswers:
    return KeptAnswers(state, lambda: 0.0)


@pytest.fixture
def feedback(state: Database) -> Feedback:
    return Feedback(state)


def told(feedback: Feedback) -> dict[Verdict, int]:
    return {verdict: count for verdict, count in feedback.counts().items() if count}


def test_a_reader_has_one_verdict_which_may_change(
    answers: KeptAnswers, feedback: Feedback
) -> None:
    key = answers.keep(1, 1, refusal())
    for verdict in (Verdict.BAD, Verdict.WRONG, Verdict.WRONG):
        feedback.give(key, 7, verdict)
    feedback.give(key, 8, Verdict.GOOD)
    feedback.give(answers.keep(1, 2, refusal()), 7, Verdict.GOOD)

    assert told(feedback) == {Verdict.WRONG: 1, Verdict.GOOD: 2}
    assert set(feedback.counts()) == set(Verdict)


def test_of_an_answer_that_is_gone_nothing_is_kept(feedback: Feedback) -> None:
    feedback.give("nothing-is", 7, Verdict.GOOD)

    assert told(feedback) == {}


def test_it_goes_with_the_answer(state: Database, answers: KeptAnswers, feedback: Feedback) -> None:
    feedback.give(answers.keep(1, 1, refusal()), 7, Verdict.GOOD)

    state.call(delete_old(30, 31 * 86_400.0))

    assert told(feedback) == {}


def test_of_another_outcome_in_its_place_nothing_was_said_yet(
    answers: KeptAnswers, feedback: Feedback
) -> None:
    key = answers.keep(1, 1, refusal())
    feedback.give(key, 7, Verdict.WRONG)

    answers.replace(key, refusal(), any_date=True)

    assert told(feedback) == {}
