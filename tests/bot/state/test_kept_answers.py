"""An answer that was sent is found again, by its key and by the messages it stands in."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.state.database import Database
from bot.state.kept_answers import KeptAnswer, KeptAnswers, of_press
from bot.state.kept_outcomes import KeptPassage, KeptQuotes, body_hash, keepable
from bot.state.retention import delete_old
from index.limits import Limits
from retrieval.outcomes import Answer, Hit, turn_of
from retrieval.query import Period, PeriodKind, Query, Times, Turn
from tests.bot.samples import (
    ASKED,
    BODY,
    NOBODY,
    SANK,
    SECOND,
    SIXTY,
    answer,
    article,
    citation,
    headline,
    passage,
    refusal,
)

CHAT, QUESTION, REPLY = -100123, 41, 42
BEFORE = (Turn("what sank", articles=("ferry",)),)


@pytest.fixture
def answers(state: Database) -> KeptAnswers:
    return KeptAnswers(state)


def rich() -> Answer:
    """An answer with something in every field that is kept."""
    article_ = article()
    hit = Hit(7, passage(article_, SECOND, SIXTY), article(id="other"), 0.5, 0.8, None)
    period = Period(date(2031, 5, 1), None, PeriodKind.REPORTED, "since May")
    query = Query(
        "What sank since May, Кто?",
        "what sank",
        datetime.fromisoformat("2031-05-10T12:00:00+05:30"),
        Times(period),
        Limits(outlets=frozenset({"The Tidewater Post"}), phrases=("a b",)),
        alone=Query("What sank?", "what sank", ASKED),
        at_hand=frozenset({"ferry"}),
    )
    made = answer(
        citation(
            article_,
            SANK,
            within=(SANK, NOBODY),
            answering=["on Monday"],
            brackets=[("The ferry", "Annika")],
        )
    )
    return Answer(
        query,
        made.confidence,
        made.text,
        made.citations,
        made.searched,
        made.took_ms,
        closest=True,
        further=(hit,),
    )


def kept(answers: KeptAnswers, key: str) -> KeptAnswer:
    found = answers.by_key(key)
    assert found is not None
    return found


def test_an_answer_is_the_same_after_a_restart(tmp_path: Path) -> None:
    with Database(tmp_path) as state:
        key = KeptAnswers(state).keep(CHAT, QUESTION, rich(), BEFORE)
        KeptAnswers(state).bind(key, CHAT, REPLY)

    with Database(tmp_path) as state:
        assert KeptAnswers(state).by_key(key) == KeptAnswer(
            key,
            CHAT,
            QUESTION,
            (REPLY,),
            "What sank since May, Кто?",
            rich().query.asked,
            BEFORE,
            turn_of(rich()),
            keepable(rich()),
            any_date=False,
        )


def test_a_refusal_is_kept_too(answers: KeptAnswers) -> None:
    said = refusal(headline(), headline(published=datetime(2031, 5, 9, 8, tzinfo=UTC), url=None))

    assert kept(answers, answers.keep(CHAT, QUESTION, said)).outcome == said


def test_no_body_is_written_down_but_what_tells_whether_it_is_the_same(
    tmp_path: Path, state: Database, answers: KeptAnswers
) -> None:
    outcome = kept(answers, answers.keep(CHAT, QUESTION, rich())).outcome

    assert isinstance(outcome, KeptQuotes)
    assert outcome.quotes[0].source.body_hash == body_hash(BODY) != body_hash(BODY + " ")
    (further,) = outcome.further
    assert BODY[further.start : further.end] == f"{SECOND} {SIXTY}"
    assert isinstance(further, KeptPassage)
    (written,) = state.call(lambda db: db.execute("SELECT outcome FROM answers").fetchone())
    assert NOBODY not in written


def test_keys_are_random_and_fit_in_a_button(answers: KeptAnswers) -> None:
    keys = {answers.keep(CHAT, message, refusal()) for message in range(20)}

    assert len(keys) == 20
    assert all(len(key) == 10 and key.replace("-", "").replace("_", "").isalnum() for key in keys)


def test_it_is_found_by_its_messages_in_its_own_chat(answers: KeptAnswers) -> None:
    key = answers.keep(CHAT, QUESTION, refusal())
    for message in (REPLY + 1, REPLY):
        answers.bind(key, CHAT, message)

    for found in (
        answers.by_question(CHAT, QUESTION),
        answers.by_message(CHAT, REPLY),
        answers.by_message(CHAT, REPLY + 1),
    ):
        assert found is not None
        assert (found.key, found.messages) == (key, (REPLY, REPLY + 1))
    assert answers.by_question(CHAT + 1, QUESTION) is None
    assert answers.by_message(CHAT + 1, REPLY) is None
    assert answers.by_message(CHAT, QUESTION) is None
    assert answers.by_key("nothing-is") is None


def test_an_answer_that_had_to_go_to_another_chat_is_of_that_one(answers: KeptAnswers) -> None:
    key = answers.keep(CHAT, QUESTION, rich(), BEFORE)

    answers.bind(key, CHAT + 1, REPLY)

    now = kept(answers, key)
    assert (now.chat, now.question_message, now.messages) == (CHAT + 1, None, (REPLY,))
    assert answers.by_question(CHAT, QUESTION) is None
    assert answers.by_question(CHAT + 1, QUESTION) is None


def test_a_question_that_is_answered_again_leaves_one_answer(answers: KeptAnswers) -> None:
    key = answers.keep(CHAT, QUESTION, refusal())
    answers.bind(key, CHAT, REPLY)

    assert answers.keep(CHAT, QUESTION, rich()) == key
    assert isinstance(kept(answers, key).outcome, KeptQuotes)
    assert kept(answers, key).messages == ()


def test_answers_to_no_message_stand_beside_each_other(answers: KeptAnswers) -> None:
    assert answers.keep(CHAT, None, refusal()) != answers.keep(CHAT, None, refusal())


def test_another_outcome_may_stand_in_the_same_messages(answers: KeptAnswers) -> None:
    key = answers.keep(CHAT, QUESTION, refusal())
    answers.bind(key, CHAT, REPLY)

    answers.replace(key, rich(), BEFORE, any_date=True)

    now = kept(answers, key)
    assert (now.messages, now.any_date, now.before) == ((REPLY,), True, BEFORE)
    assert (now.question, now.outcome) == (rich().query.as_asked, keepable(rich()))


def test_a_message_is_part_of_no_answer_that_is_gone(answers: KeptAnswers) -> None:
    answers.bind("nothing-is", CHAT, REPLY)

    assert answers.by_message(CHAT, REPLY) is None


def test_one_that_another_version_wrote_counts_as_gone(
    state: Database, answers: KeptAnswers
) -> None:
    key = answers.keep(CHAT, QUESTION, refusal())
    state.call(lambda db: db.execute("UPDATE answers SET outcome = '{\"old\": 1}'").rowcount)

    assert answers.by_key(key) is None


def test_it_goes_with_its_messages_when_its_time_is_up(
    state: Database, answers: KeptAnswers
) -> None:
    for message, moment in ((QUESTION, 0.0), (QUESTION + 1, 2.0)):
        then = KeptAnswers(state, lambda moment=moment: moment)
        then.bind(then.keep(CHAT, message, rich()), CHAT, message + 10)

    assert state.call(delete_old(30, 30 * 86_400.0 + 1)).answers == 1
    assert answers.by_question(CHAT, QUESTION) is None
    assert answers.by_question(CHAT, QUESTION + 1) is not None
    rows = state.call(lambda db: db.execute("SELECT message FROM answer_messages").fetchall())
    assert rows == [(QUESTION + 11,)]


def test_a_file_that_an_older_version_wrote_takes_answers(tmp_path: Path) -> None:
    with Database(tmp_path) as state:
        state.call(lambda db: db.execute("DROP TABLE answer_messages").close())
        state.call(lambda db: db.execute("DROP TABLE answers").close())

    with Database(tmp_path) as state:
        assert KeptAnswers(state).keep(CHAT, QUESTION, refusal())


def test_a_message_that_is_released_is_part_of_no_answer(answers: KeptAnswers) -> None:
    key = answers.keep(CHAT, QUESTION, rich())
    for message in (REPLY, REPLY + 1):
        answers.bind(key, CHAT, message)

    answers.release(CHAT, REPLY)

    assert kept(answers, key).messages == (REPLY + 1,)
    assert answers.by_message(CHAT, REPLY) is None


def test_what_was_asked_by_a_press_is_told_from_what_a_reader_wrote(answers: KeptAnswers) -> None:
    written, pressed = (answers.keep(CHAT, by, rich()) for by in (QUESTION, of_press(QUESTION)))

    assert not kept(answers, written).is_by_press
    assert kept(answers, pressed).is_by_press
    assert answers.keep(CHAT, of_press(QUESTION), rich()) == pressed
