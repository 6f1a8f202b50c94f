"""What the handlers make of messages that no reader of the end-to-end tests writes."""

import itertools
import logging
import re
import threading
from collections.abc import AsyncIterator
from datetime import UTC, datetime, time

import httpx
import pytest
import pytest_asyncio
from telegram import Bot

from bot.conversation import Reply, Said
from bot.state.journal import Journal
from bot.telegram.profile import set_profile
from tests.botapi import BotApiServer, Message
from tests.botapi.oracle import judge_update
from tests.botapi.webhook import SECRET_HEADER
from tests.end_to_end.telegram_stage import SECRET, Stage, assert_clean, on_stage

GROUP = -77
NOON = datetime(2031, 5, 9, 12, tzinfo=UTC)
NUMBERS = itertools.count(7000)
LONG = "".join(f"Ferry {number} sails at dawn.\n" for number in range(500))


class Talker:
    """Says back what it was told and for which day; two words of its own take longer."""

    def __init__(self) -> None:
        self._called = threading.Event()

    def reply(self, text: str, asked: datetime, chat: object, message: object) -> Reply:
        match text:
            case "wait":
                return Said(f"called: {self._called.wait(30.0)}")
            case "call":
                self._called.set()
            case "long":
                return Said(LONG)
        return Said(f"{text} on {asked:%Y-%m-%d}")


@pytest_asyncio.fixture
async def stage() -> AsyncIterator[Stage]:
    async with on_stage(Talker(), "webhook") as stage:
        stage.server.topic(stage.server.group(GROUP, "Readers", stage.reader), "News", 5)
        yield stage


async def deliver(stage: Stage, kind: str = "message", **changed: object) -> None:
    """Send the bot a private message, so changed, as Telegram would; None takes a field away."""
    reader = {"id": stage.reader.id, "is_bot": False, "first_name": "Rea"}
    chat = {"id": stage.reader.id, "type": "private", "first_name": "Rea"}
    message = {"message_id": 900, "date": int(NOON.timestamp()), "chat": chat, "from": reader}
    fields = {name: value for name, value in (message | changed).items() if value is not None}
    update = {"update_id": next(NUMBERS), kind: fields}
    judge_update(update)
    async with httpx.AsyncClient(trust_env=False) as http:
        answer = await http.post(stage.hook, json=update, headers={SECRET_HEADER: SECRET})
    assert answer.status_code == 200


def group(**more: object) -> dict[str, object]:
    return {"id": GROUP, "type": "supergroup", "title": "Readers", **more}


async def everything_said(stage: Stage, place: int) -> list[str]:
    """What the bot says there, up to its answer to one last command."""
    chat = {"id": place, "type": "private", "first_name": "Rea"} if place > 0 else group()
    await deliver(stage, text="/new", chat=chat)

    def last(message: Message) -> bool:
        return message.text.startswith("/new")

    await stage.server.wait_until(lambda: any(map(last, stage.server.messages(place))), 30.0)
    assert_clean(stage.server)
    return [message.text for message in stage.server.messages(place) if not last(message)]


@pytest.mark.parametrize("at", [time(0, 0, 0, tzinfo=UTC), time(23, 59, 59, tzinfo=UTC)])
async def test_a_question_is_asked_as_of_the_day_it_was_sent(stage: Stage, at: time) -> None:
    sent = datetime.combine(NOON, at)
    await deliver(stage, text="Who sank?", date=int(sent.timestamp()))

    assert await everything_said(stage, stage.reader.id) == ["Who sank? on 2031-05-09"]


async def test_while_one_question_is_worked_on_others_are_answered(stage: Stage) -> None:
    other = stage.server.user(1002, "Other")
    stage.server.say("wait", stage.reader)
    stage.server.say("call", other)

    (called,) = await stage.messages(1)
    assert called.text == "called: True"


async def test_a_long_reply_is_sent_in_several_messages_in_its_order(stage: Stage) -> None:
    await deliver(stage, text="long")

    said = await everything_said(stage, stage.reader.id)
    assert len(said) > 2
    assert "\n".join(said).split() == LONG.split()


async def test_a_reply_stays_in_the_topic_of_the_question(stage: Stage) -> None:
    topic = {"message_thread_id": 5, "is_topic_message": True}
    await deliver(stage, text="/ask", chat=group(is_forum=True), **topic)
    await everything_said(stage, GROUP)

    for method in ("sendChatAction", "sendMessage"):
        asked, last = stage.server.calls(method)
        assert int(asked.params["message_thread_id"]) == 5
        assert "message_thread_id" not in last.params


async def test_a_thread_that_is_no_topic_is_not_named(stage: Stage) -> None:
    """Replies to replies carry a thread in any group; Telegram takes it in forums only."""
    await deliver(stage, text="/ask", chat=group(), message_thread_id=5)

    assert await everything_said(stage, GROUP) == ["/ask on 2031-05-09"]
    assert not any("message_thread_id" in call.params for call in stage.server.requests)


async def test_another_bot_is_not_answered(stage: Stage) -> None:
    bot = {"id": 43, "is_bot": True, "first_name": "Echo", "username": "echo_bot"}
    await deliver(stage, text="/ask", chat=group(), **{"from": bot})

    assert await everything_said(stage, GROUP) == []


async def test_a_command_of_a_group_written_by_nobody_in_particular_is_answered(
    stage: Stage,
) -> None:
    await deliver(stage, text="/ask", chat=group(), sender_chat=group(), **{"from": None})

    assert await everything_said(stage, GROUP) == ["/ask on 2031-05-09"]


@pytest.mark.parametrize(
    "text",
    [
        "Who sank?",
        "and/or /ask",
        "@dateline_test_bot /ask",
        "/weather",
        "/ask@other_bot",
        "\u2003",
        "/@x",
    ],
)
async def test_talk_in_a_group_is_left_alone(stage: Stage, text: str) -> None:
    await deliver(stage, text=text, chat=group())

    assert await everything_said(stage, GROUP) == []
    assert stage.server.actions(GROUP) == ("typing",)  # for the last command


@pytest.mark.parametrize("text", ["/ask", "/ask@dateline_test_bot\nWho sank?", " /ask Who?"])
async def test_a_command_in_a_group_is_answered(stage: Stage, text: str) -> None:
    await deliver(stage, text=text, chat=group())

    (said,) = await everything_said(stage, GROUP)
    assert said.split()[:-2] == text.split()


async def test_what_telegram_itself_says_in_a_chat_is_left_alone(stage: Stage) -> None:
    await deliver(stage, message_auto_delete_timer_changed={"message_auto_delete_time": 86_400})

    assert await everything_said(stage, stage.reader.id) == []


@pytest.mark.parametrize("kind", ["channel_post", "edited_channel_post"])
async def test_what_a_channel_posts_is_left_alone(stage: Stage, kind: str) -> None:
    await deliver(stage, kind, text="/ask", edit_date=int(NOON.timestamp()))

    assert await everything_said(stage, stage.reader.id) == []


async def test_a_flood_wait_without_end_leaves_the_answer_open_and_holds_up_nobody_else(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    other = stage.server.user(1002, "Other")
    stage.server.fail_next("sendMessage", 429, "Too Many Requests", retry_after=3600)
    await deliver(stage, text="Who sank?")
    await stage.server.wait_until(lambda: stage.server.refusals)

    assert [m.text[:4] for m in await stage.told("/ask", "/ask", user=other)] == ["/ask", "/ask"]
    assert stage.server.messages(stage.reader.id) == ()
    (line,) = [one for one in caplog.records if one.levelname == "ERROR"]
    assert re.match(r"update \d+ is not answered and stays open: ", line.getMessage())
    assert Journal(stage.state, 42).counts().open >= 1
    assert Journal(stage.state, 42).counts().failed == 0
    assert "sank" not in caplog.text


async def test_an_answer_follows_a_group_to_its_new_id(stage: Stage) -> None:
    readers = stage.server.group(-78, "Few", stage.reader)
    stage.server.say("/ask", stage.reader, readers)
    stage.server.move(readers, -1078)

    (said,) = await stage.server.wait_for_messages(-1078, 1)
    assert said.text.startswith("/ask on ")
    refused = [one.description for one in stage.server.refusals if one.method == "sendMessage"]
    assert refused == ["Bad Request: group chat was upgraded to a supergroup chat"]


async def test_an_answer_to_a_closed_topic_goes_to_the_general_one(stage: Stage) -> None:
    forum = stage.server.group(GROUP, "Readers", stage.reader)
    stage.server.close_topic(forum, 5)
    topic = {"message_thread_id": 5, "is_topic_message": True}
    await deliver(stage, text="/ask", chat=group(is_forum=True), **topic)

    (said,) = await stage.server.wait_for_messages(GROUP, 1)
    assert said.text.startswith("/ask on ")
    assert len(stage.server.refusals) == 1


async def test_where_the_general_topic_is_closed_too_nothing_is_said(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    forum = stage.server.group(GROUP, "Readers", stage.reader)
    stage.server.close_topic(forum, 5)
    stage.server.close_topic(forum, None)
    topic = {"message_thread_id": 5, "is_topic_message": True}
    await deliver(stage, text="/ask a secret", chat=group(is_forum=True), **topic)
    await stage.server.wait_until(lambda: len(stage.server.refusals) == 2)
    await stage.told("/ask")

    assert "nothing more can be sent to a chat: TOPIC_CLOSED" in caplog.text
    assert "secret" not in caplog.text
    assert not [one for one in caplog.records if one.levelno > logging.INFO]


async def test_an_answer_whose_formats_cannot_be_read_is_sent_without(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    stage.server.fail_next("sendMessage", 400, "Bad Request: can't parse entities: odd tag")
    (said,) = await stage.told("a < b & c")

    assert said.text.startswith("a < b & c on ")
    assert said.html == said.text
    assert "was sent without formats: Can't parse entities" in caplog.text


@pytest.mark.parametrize("method", ["setMyCommands", "setMyDescription", "setMyShortDescription"])
async def test_a_profile_that_cannot_be_set_is_a_warning(
    method: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    server = BotApiServer()
    root = await server.start()
    server.fail_next(method, 500, "Internal Server Error")
    async with Bot(server.token, base_url=f"{root}/bot") as bot:
        await set_profile(bot)
    await server.stop()

    warned, answering = (record for record in caplog.records if record.name.startswith("bot"))
    assert warned.levelname == "WARNING"
    assert "could not be set: Internal Server Error" in warned.getMessage()
    assert "answering as @dateline_test_bot since 2" in answering.getMessage()
