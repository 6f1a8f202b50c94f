"""Questions offered at the beginning are asked by a tap; a slow answer has a draft before it."""

import json
import threading
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.composition import Desk
from bot.layout.outgoing import Outgoing
from bot.settings_groups import AccessSettings
from bot.state.database import Database
from bot.state.journal import Journal
from bot.words.saying import say
from tests.bot.samples import SANK, SIXTY, VALVE
from tests.bot.waiting import until
from tests.botapi import BotApiServer, Message
from tests.end_to_end.library import LONG, Library, library
from tests.end_to_end.telegram_stage import MODES, as_seen, assert_clean, on_stage

GROUP = -77


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


def questions(message: Message) -> list[str]:
    return [button.text for button in message.buttons]


async def pressed(one: Library, message: Message, place: int) -> None:
    """Press the button that stands at a place, and wait until the press is answered."""
    before = len(one.stage.server.callback_answers)
    data = message.buttons[place].callback_data or ""
    one.stage.server.press(message, data, one.stage.reader)
    await one.stage.server.wait_until(lambda: len(one.stage.server.callback_answers) > before)


async def test_a_beginner_may_ask_an_example_by_a_tap(one: Library) -> None:
    (greeting,) = await one.stage.told("/start")
    assert questions(greeting) == ["What sank?", "Who was aboard?", "Why did it sink?"]
    assert all(len(row) == 1 for row in greeting.reply_markup.inline_keyboard)

    await pressed(one, greeting, 2)
    _, answer = await one.stage.messages(2)

    assert answer.text.split("\n\n")[0] == say("asked", question="Why did it sink?")
    assert answer.text.split("\n\n")[1].startswith(VALVE)
    assert answer.buttons
    assert one.stage.server.callback_answers[-1].text in (None, "")
    assert_clean(one.stage.server)


async def test_what_was_asked_by_a_tap_can_be_gone_on_from(one: Library) -> None:
    (greeting,) = await one.stage.told("/start")
    await pressed(one, greeting, 0)
    await pressed(one, greeting, 0)
    *_, answer = await one.stage.messages(3)

    one.stage.server.say("And how many?", one.stage.reader, reply_to=answer)
    await one.stage.messages(4)

    assert one.service.asked[0] == ("What sank?", ())
    assert one.service.asked[-1][1][-1] == "What sank?"


async def test_the_question_stays_above_the_answer_when_its_buttons_are_pressed(
    one: Library,
) -> None:
    (greeting,) = await one.stage.told("/start")
    await pressed(one, greeting, 0)
    _, answer = await one.stage.messages(2)
    await pressed(one, answer, questions(answer).index(say("button-full")))
    await one.stage.server.wait_until(lambda: one.stage.server.calls("editMessageText"))

    def now() -> str:
        return one.stage.server.messages(one.stage.reader.id)[1].text

    await until(lambda: now() != answer.text)
    assert now().startswith(say("asked", question="What sank?"))


async def test_in_a_group_the_answer_stands_in_the_group(one: Library) -> None:
    group = one.stage.server.group(GROUP, "Readers", one.stage.reader)
    (greeting,) = await one.stage.told("/start@dateline_test_bot", chat=group)

    await pressed(one, greeting, 0)
    _, answer = await one.stage.server.wait_for_messages(GROUP, 2)

    assert SANK in answer.text


async def test_an_offer_that_telegram_shows_no_more_is_told_to_be_too_old(one: Library) -> None:
    (greeting,) = await one.stage.told("/start")
    one.stage.server._world.conversations.remove(greeting)
    one.stage.server.press(greeting, "e:0", one.stage.reader, stale=True)
    await one.stage.server.wait_until(lambda: one.stage.server.callback_answers)

    assert one.stage.server.callback_answers[-1].text == say("press-expired")
    assert one.service.asked == []


async def test_who_may_not_ask_may_not_tap(tmp_path: Path) -> None:
    access = AccessSettings(questions_a_minute=1, questions_a_day=0)
    async with library("polling", access=access) as one:
        (greeting,) = await one.stage.told("/start")
        await pressed(one, greeting, 0)

        assert one.stage.server.callback_answers[-1].text == say("too-many-a-minute")
        assert one.service.asked == []


async def test_an_answer_to_a_tap_that_a_process_died_at_is_sent_by_the_next(
    tmp_path: Path, server: BotApiServer
) -> None:
    async with library("polling", folder=tmp_path, server=server) as one:
        (greeting,) = await one.stage.told("/start")
        reader = one.stage.reader
    server.press(greeting, "e:0", reader)
    payload = server.pending_updates[-1].to_api()
    with Database(tmp_path) as state:
        journal = Journal(state, 42)
        await journal.receive(payload["update_id"], reader.id, json.dumps(payload))
        journal.begin(payload["update_id"])
        await journal.replied(payload["update_id"], [Outgoing("first"), Outgoing("second")])
        await journal.sent(payload["update_id"], 1)

    async with library("polling", folder=tmp_path, server=server) as one:
        *_, last = await server.wait_for_messages(reader.id, 2)
        assert last.text == "second"
        assert one.service.asked == []


@pytest.mark.model
async def test_the_examples_of_the_seed_corpus_are_answered(desk: Desk, snapshot: object) -> None:
    async with on_stage(
        lambda state: desk.kept_conversation(state, 30), corpus=desk.index, examples=desk.examples
    ) as stage:
        await until(desk.examples.questions)
        (greeting,) = await stage.told("/start")
        seen = [as_seen(greeting), *questions(greeting)]
        for place, button in enumerate(greeting.buttons, 2):
            stage.server.press(greeting, button.callback_data or "", stage.reader)
            seen.append(as_seen((await stage.messages(place))[-1]))
        assert_clean(stage.server)

    assert "\n\n———\n\n".join(seen) == snapshot


class TestDraft:
    """A line that stands in for an answer that takes long."""

    @pytest_asyncio.fixture
    async def slow(self, one: Library) -> Library:
        one.service.wait = lambda: time.sleep(1.0)
        return one

    async def test_a_slow_answer_has_one_before_it(self, slow: Library) -> None:
        await slow.stage.told("What sank?")

        (draft,) = slow.stage.server.drafts(slow.stage.reader.id)
        assert draft.text == say("reading-articles")
        methods = [call.method for call in slow.stage.server.requests]
        assert methods.index("sendMessageDraft") < methods.index("sendMessage")
        assert slow.stage.server.unfinished_drafts == ()
        assert_clean(slow.stage.server)

    async def test_a_quick_answer_has_none(self, one: Library) -> None:
        await one.stage.told("What sank?", LONG)

        assert one.stage.server.calls("sendMessageDraft") == ()

    async def test_a_group_sees_none(self, slow: Library) -> None:
        group = slow.stage.server.group(GROUP, "Readers", slow.stage.reader)
        await slow.stage.told("/ask What sank?", chat=group)

        assert slow.stage.server.calls("sendMessageDraft") == ()

    @pytest.mark.parametrize("status", [400, 403, 429, 500])
    async def test_one_that_fails_is_no_matter(self, slow: Library, status: int) -> None:
        slow.stage.server.fail_next("sendMessageDraft", status, "Oh dear", retry_after=30)

        (answer,) = await slow.stage.told("What sank?")

        assert answer.text.startswith(SANK)

    async def test_one_that_hangs_holds_the_answer_up_for_a_moment_only(self, one: Library) -> None:
        one.stage.server.timeout_next("sendMessageDraft")
        on_its_way = threading.Event()
        one.service.wait = lambda: on_its_way.wait(10.0)
        one.stage.server.say("And how many?", one.stage.reader)
        await one.stage.server.wait_until(lambda: one.stage.server.calls("sendMessageDraft"))
        began_s = time.monotonic()
        on_its_way.set()

        (answer,) = await one.stage.messages(1)

        assert answer.text.startswith(SIXTY)
        assert time.monotonic() - began_s < 3.0
