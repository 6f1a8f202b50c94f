"""An edited question has its answer edited; a reply to an answer goes on from that one."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.state.database import Database
from bot.state.journal import Journal
from bot.state.kept_answers import KeptAnswers
from bot.words.saying import say
from tests.bot.samples import ASKED, NOBODY, SANK, SECOND, SIXTY, VALVE
from tests.bot.waiting import until
from tests.botapi import BotApiServer, Message
from tests.end_to_end.library import LONG, Library, library
from tests.end_to_end.telegram_stage import MODES, assert_clean

GROUP = -77
GONE = "Bad Request: message to edit not found"


@pytest_asyncio.fixture
async def server() -> AsyncIterator[BotApiServer]:
    server = BotApiServer()
    await server.start()
    yield server
    await server.stop()


@pytest_asyncio.fixture(params=MODES)
async def one(request: pytest.FixtureRequest) -> AsyncIterator[Library]:
    async with library(request.param) as one:
        yield one


async def edited(one: Library, text: str, message_id: int = 1, chat: int | None = None) -> None:
    """Edit what was said, and wait until the bot has done with it."""
    one.stage.server.edit(message_id, text, chat or one.stage.reader.id)
    await done(one)


async def done(one: Library) -> None:
    journal = Journal(one.stage.state, 42)
    await until(lambda: not one.stage.server.pending_updates and journal.counts().open == 0)


def said(one: Library, chat: int | None = None) -> list[str]:
    """The bot's messages, each up to its first number."""
    messages = one.stage.server.messages(chat or one.stage.reader.id)
    return [message.text.split(" [")[0] for message in messages]


async def test_an_edited_question_has_its_answer_edited(one: Library) -> None:
    (before,) = await one.stage.told("What sank?")

    await edited(one, "Why did it sink?")

    (after,) = one.stage.server.messages(one.stage.reader.id)
    assert after.message_id == before.message_id
    assert after.text.startswith(VALVE)
    assert [button.callback_data for button in after.buttons] == [
        button.callback_data for button in before.buttons
    ]
    assert_clean(one.stage.server)


async def test_an_edit_to_the_same_words_does_nothing(one: Library) -> None:
    await one.stage.told("What sank?")

    await edited(one, "What  sank?")
    await edited(one, "/ask What sank?")

    assert one.service.asked == [("What sank?", ())]
    assert one.stage.server.calls("editMessageText") == ()
    assert said(one) == [SANK]


async def test_a_question_edited_again_is_answered_again(one: Library) -> None:
    await one.stage.told("What sank?")

    for text in ("Who was aboard?", "/ask Why did it sink?", "What swam?", "What sank?"):
        await edited(one, text)

    assert said(one) == [SANK]
    assert len(one.stage.server.calls("editMessageText")) == 4


async def test_an_edited_question_is_asked_after_what_the_first_was(one: Library) -> None:
    await one.stage.told("What sank?", "Who was aboard?")

    await edited(one, "Why did it sink?", 3)
    await one.stage.told("What takes over?")

    assert one.service.asked[2:] == [
        ("Why did it sink?", ("What sank?",)),
        ("What takes over?", ("What sank?", "Why did it sink?")),
    ]


async def test_what_is_no_question_any_more_leaves_nothing_to_go_on_from(one: Library) -> None:
    await one.stage.told("What sank?")

    await edited(one, "Never mind")
    await one.stage.told("Why did it sink?")

    assert one.service.asked[-1] == ("Why did it sink?", ())
    assert said(one) == [say("not-a-question"), VALVE]


async def test_what_was_no_question_is_answered_when_it_is_one(one: Library) -> None:
    await one.stage.told("Never mind")

    await edited(one, "What sank?")

    assert said(one) == [SANK]


async def test_a_command_edited_into_a_question_is_answered_in_a_reply_to_it(one: Library) -> None:
    await one.stage.told("/privacy")

    await edited(one, "/ask What sank?")

    _, answer = one.stage.server.messages(one.stage.reader.id)
    assert answer.text.startswith(SANK)
    assert answer.reply_to == 1


async def test_a_question_edited_into_a_command_keeps_its_answer(one: Library) -> None:
    await one.stage.told("What sank?")

    await edited(one, "/new")

    assert said(one) == [SANK, say("begun-anew")]
    assert one.stage.server.messages(one.stage.reader.id)[1].reply_to == 1


async def test_where_the_answer_is_gone_it_is_given_anew_once(one: Library) -> None:
    await one.stage.told("What sank?")
    one.stage.server.fail_next("editMessageText", 400, GONE)

    await edited(one, "Why did it sink?")
    await edited(one, "Who was aboard?")

    first, anew = one.stage.server.messages(one.stage.reader.id)
    assert first.text.startswith(SANK)
    assert (anew.text.split(" [")[0], anew.reply_to) == (NOBODY, 1)


async def long_answer(one: Library) -> tuple[Message, ...]:
    await one.stage.told(LONG)
    await done(one)
    messages = one.stage.server.messages(one.stage.reader.id)
    assert len(messages) > 1
    return messages


async def test_an_answer_in_several_messages_becomes_one_in_fewer(one: Library) -> None:
    first, *rest = await long_answer(one)

    await edited(one, "What sank?")

    (left,) = one.stage.server.messages(one.stage.reader.id)
    assert left.message_id == first.message_id
    assert left.text.startswith(SANK)
    assert left.buttons
    assert len(one.stage.server.calls("deleteMessage")) == len(rest)

    await edited(one, "Why did it sink?")
    assert said(one) == [VALVE]
    assert_clean(one.stage.server)


async def test_messages_that_cannot_be_taken_away_stay(one: Library) -> None:
    first, *rest = await long_answer(one)
    one.stage.server.fail_next("deleteMessage", 400, "Bad Request: message can't be deleted")

    await edited(one, "What sank?")

    left = one.stage.server.messages(one.stage.reader.id)
    assert [message.message_id for message in left] == [first.message_id, rest[0].message_id]
    assert left[0].text.startswith(SANK)


async def test_an_answer_in_one_message_stays_in_one(one: Library) -> None:
    await one.stage.told("What sank?")

    await edited(one, LONG)

    (message,) = one.stage.server.messages(one.stage.reader.id)
    assert message.text.startswith("Ferry 0 sails to ")
    assert message.buttons
    assert_clean(one.stage.server)


async def test_an_edited_photo_is_left_alone(one: Library) -> None:
    one.stage.server.photo(one.stage.reader, "look")
    await one.stage.messages(1)

    await edited(one, "What sank?")

    assert said(one) == [say("text-only")]


async def test_what_a_question_cannot_be_answered_with_is_told_and_may_be_tried_again(
    one: Library,
) -> None:
    await one.stage.told("What sank?")
    one.service.fault = RuntimeError("no such table")
    await edited(one, "Why did it sink?")
    one.service.fault = None

    await edited(one, "Who was aboard?")

    assert said(one) == [NOBODY, say("apology")]


class TestInAGroup:
    @pytest_asyncio.fixture
    async def asked(self, one: Library) -> Library:
        """Somebody has asked with a command, and somebody has only talked."""
        group = one.stage.server.group(GROUP, "Readers", one.stage.reader)
        await one.stage.told("/ask@dateline_test_bot What sank?", chat=group)
        one.stage.server.say("What a day.", one.stage.reader, group)
        return one

    async def test_an_edited_question_has_its_answer_edited(self, asked: Library) -> None:
        await edited(asked, "/ask@dateline_test_bot Why did it sink?", 1, GROUP)

        assert said(asked, GROUP) == [VALVE]

    async def test_edited_talk_is_left_alone(self, asked: Library) -> None:
        await edited(asked, "/ask Why did it sink?", 3, GROUP)

        assert said(asked, GROUP) == [SANK]

    async def test_where_the_answer_is_gone_nothing_is_said(self, asked: Library) -> None:
        asked.stage.server.fail_next("editMessageText", 400, GONE)

        await edited(asked, "/ask Why did it sink?", 1, GROUP)

        assert said(asked, GROUP) == [SANK]


@pytest.mark.parametrize("mode", MODES)
async def test_an_edit_that_a_process_died_at_is_shown_by_the_next(
    mode: str, tmp_path: Path, server: BotApiServer
) -> None:
    """The new question is kept already, but its answer was never shown."""
    async with library(mode, folder=tmp_path, server=server) as one:
        await one.stage.told("What sank?")
        await done(one)
        reader = one.stage.reader
    server.edit(1, "Why did it sink?", reader.id)
    payload = server.pending_updates[-1].to_api()
    with Database(tmp_path) as state:
        answers, journal = KeptAnswers(state), Journal(state, 42)
        kept = answers.by_question(reader.id, 1)
        assert kept is not None
        answers.replace(kept.key, one.service.ask("Why did it sink?", ASKED))
        await journal.receive(payload["update_id"], reader.id, json.dumps(payload))
        journal.begin(payload["update_id"])

    async with library(mode, folder=tmp_path, server=server) as one:
        await done(one)
        assert said(one) == [VALVE]


async def test_a_reply_to_an_answer_goes_on_from_that_one(one: Library) -> None:
    first, *_ = await one.stage.told("What sank?", "Who was aboard?", "What takes over?")

    one.stage.server.say("Why did it sink?", one.stage.reader, reply_to=first)
    await one.stage.messages(4)
    await one.stage.told("And how many?")

    assert one.service.asked[3:] == [
        ("Why did it sink?", ("What sank?",)),
        ("And how many?", ("Who was aboard?", "What takes over?", "Why did it sink?")),
    ]


async def test_a_reply_to_an_answer_goes_on_from_what_that_one_went_on_from(one: Library) -> None:
    _, second, *_ = await one.stage.told("What sank?", "What takes over?", "Who was aboard?")

    one.stage.server.say("And how many?", one.stage.reader, reply_to=second)
    await one.stage.messages(4)

    assert one.service.asked[-1] == ("And how many?", ("What sank?", "What takes over?"))
    assert said(one)[-1] == SIXTY


async def test_a_reply_to_anything_else_goes_on_as_ever(one: Library) -> None:
    greeting, _ = await one.stage.told("/privacy", "What takes over?")

    for replied in (greeting, 3):
        one.stage.server.say("And how many?", one.stage.reader, reply_to=replied)
    await one.stage.messages(4)

    assert one.service.asked[1] == ("And how many?", ("What takes over?",))
    assert one.service.asked[2][1][0] == "What takes over?"
    assert said(one)[1] == SECOND


async def test_a_command_in_a_reply_to_an_answer_is_one(one: Library) -> None:
    (first,) = await one.stage.told("What sank?")

    one.stage.server.say("/ask Why did it sink?", one.stage.reader, reply_to=first)
    one.stage.server.say("/new", one.stage.reader, reply_to=first)
    await one.stage.messages(3)

    assert said(one) == [SANK, VALVE, say("begun-anew")]
