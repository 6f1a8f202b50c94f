"""A text in, a reply out."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.conversation import Conversation, Said
from bot.state.database import Database
from bot.state.kept_answers import KeptAnswers
from bot.state.kept_turns import KeptTurns
from bot.words import texts
from bot.words.saying import say
from retrieval.outcomes import Refusal, turn_of
from retrieval.query import Turn
from tests.bot.samples import ASKED, FakeIndex, FakeService, summary


def conversation(service: FakeService, *outlets: tuple[str | None, int]) -> Conversation:
    return Conversation(service, FakeIndex(summary(), *outlets))


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Who sank?", "Who sank?"),
        ("  Who\nsank?", "  Who\nsank?"),
        ("/ask Who sank?", "Who sank?"),
        ("  /ask   Who\nsank?", "Who\nsank?"),
        ("/ask@some_bot Who sank?", "Who sank?"),
        ("/ASK Who sank?", "Who sank?"),
        ("/", "/"),
        ("and/or?", "and/or?"),
    ],
)
def test_a_question_is_asked_as_of_its_day(text: str, question: str) -> None:
    service = FakeService()

    reply = conversation(service).reply(text, ASKED)

    assert isinstance(reply, Refusal)
    assert service.asked == [(question, ASKED)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("/ask", say("ask-what")),
        ("/ask  ", say("ask-what")),
        ("/help", texts.help_text()),
        ("/HELP@some_bot please", texts.help_text()),
        ("/privacy", texts.privacy(None)),
        ("/start", texts.start(summary())),
        ("/start help", texts.help_text()),
        ("/start from_a_link", texts.start(summary())),
        ("/NEW please", say("begun-anew")),
        ("/weather", say("unknown-command")),
        ("/helpme", say("unknown-command")),
    ],
)
def test_a_command_is_answered_without_a_search(text: str, said: str) -> None:
    service = FakeService()

    assert conversation(service).reply(text, ASKED) == Said(said)
    assert service.asked == []


def test_sources_are_the_reach_and_each_outlet() -> None:
    reply = conversation(FakeService(), ("Kelp Daily", 2), (None, 1)).reply("/sources", ASKED)

    assert reply == Said(
        f"{texts.reach(summary())}\n• Kelp Daily: 2 articles\n• outlet unknown: 1 article"
    )


def test_of_many_outlets_the_first_twenty_are_shown_and_the_rest_counted() -> None:
    outlets = [(f"Outlet {number}", 1) for number in range(23)]

    reply = conversation(FakeService(), *outlets).reply("/sources", ASKED)

    assert isinstance(reply, Said)
    lines = reply.text.splitlines()
    assert lines[-2:] == ["• Outlet 19: 1 article", "• and 3 more"]


def test_exactly_twenty_outlets_need_no_rest() -> None:
    outlets = [(f"Outlet {number}", 1) for number in range(20)]

    reply = conversation(FakeService(), *outlets).reply("/sources", ASKED)

    assert isinstance(reply, Said)
    assert "more" not in reply.text


def test_where_messages_are_kept_the_reader_is_told_so() -> None:
    kept = Conversation(FakeService(), FakeIndex(summary()), kept_days=9)

    assert kept.reply("/privacy", ASKED) == Said(texts.privacy(9))


def test_a_restarted_chat_goes_on_from_what_was_kept_of_it(tmp_path: Path) -> None:
    service = FakeService()
    for question in ("Who sank?", "And why?"):
        with Database(tmp_path) as state:
            kept = Conversation(service, FakeIndex(summary()), KeptTurns(state))
            kept.reply(question, ASKED, chat=1)

    assert [len(turns) for turns in service.turns] == [0, 1]


def test_a_chat_goes_on_from_its_own_questions_and_nobody_elses() -> None:
    service = FakeService()
    both = conversation(service)
    both.reply("Who sank?", ASKED, chat=1)
    both.reply("Who won?", ASKED, chat=2)
    both.reply("And why?", ASKED, chat=1)

    assert [[turn.searched for turn in turns] for turns in service.turns] == [
        [],
        [],
        ["What swam?"],
    ]


def test_a_beginner_is_offered_the_examples_that_are_ready() -> None:
    ready: list[str] = []
    talk = Conversation(FakeService(), FakeIndex(summary()), examples=lambda: tuple(ready))
    assert talk.reply("/start", ASKED) == Said(texts.start(summary()))

    ready += ["Who sank?", "Who swam?"]

    assert talk.reply("/start", ASKED) == Said(
        texts.start(summary(), examples=True), ("Who sank?", "Who swam?")
    )


@pytest.mark.parametrize("chat", [1, None])
def test_new_puts_aside_what_a_chat_spoke_of(chat: int | None) -> None:
    service = FakeService()
    talk = conversation(service)
    talk.reply("Who sank?", ASKED, chat)

    assert talk.reply("/new", ASKED, chat) == Said(say("begun-anew"))
    talk.reply("And why?", ASKED, chat)

    assert service.turns == [(), ()]


def test_where_a_language_model_phrases_the_answers_readers_are_told_where_questions_go() -> None:
    index = FakeIndex(summary())
    writing = Conversation(FakeService(), index, writes=True)

    assert writing.reply("/privacy", ASKED) == Said(texts.privacy(None, writes=True))
    assert writing.reply("/help", ASKED) == Said(texts.help_text(writes=True))
    assert "goes to nobody else" not in texts.privacy(None, writes=True)


def test_outcomes_are_kept_under_the_message_with_the_turns_before(tmp_path: Path) -> None:
    with Database(tmp_path) as state:
        answers = KeptAnswers(state)
        service = FakeService()
        talk = Conversation(service, FakeIndex(summary()), KeptTurns(state), 30, answers)
        talk.reply("Who sank?", ASKED, 7, 1)
        talk.reply("/ask And why?", ASKED, 7, 2)
        talk.reply("/help", ASKED, 7, 3)
        kept = answers.by_question(7, 2)

        assert kept is not None
        assert kept.before == service.turns[1] != ()
        assert answers.by_question(7, 1) is not None
        assert answers.by_question(7, 3) is None


def test_an_old_question_asked_again_leaves_what_was_said_since(tmp_path: Path) -> None:
    with Database(tmp_path) as state:
        answers, turns = KeptAnswers(state), KeptTurns(state)
        service = FakeService()
        talk = Conversation(service, FakeIndex(summary()), turns, 30, answers)
        talk.reply("Who sank?", ASKED, 7, 1)
        kept = answers.by_question(7, 1)
        assert kept is not None
        later = ASKED + timedelta(days=2)
        turns.add(7, Turn("of today"), later)

        for _ in range(2):
            talk.again_of_any_date(kept, later)

        asked_again = turn_of(service.ask("", ASKED))
        assert turns.of(7, later) == (Turn("of today"), asked_again)
