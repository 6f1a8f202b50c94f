"""What becomes of readers' messages when Telegram, or the bot itself, fails."""

import logging
import time
from collections.abc import AsyncIterator
from datetime import datetime

import httpx
import pytest
import pytest_asyncio

from bot.composition import Desk
from bot.conversation import Reply, Said
from bot.limiter.windows import Limits
from bot.words import texts
from bot.words.saying import say
from tests.botapi import RateLimits, Window
from tests.end_to_end.telegram_stage import MODES, Stage, assert_clean, on_stage

pytestmark = pytest.mark.model

QUESTION = "What did Xi assure Putin of?"
ASSURED = "sovereignty and security"


@pytest_asyncio.fixture(params=MODES)
async def stage(request: pytest.FixtureRequest, desk: Desk) -> AsyncIterator[Stage]:
    async with on_stage(desk.conversation, request.param) as stage:
        yield stage
        assert stage.server.violations == ()
        assert stage.server.lost_updates == ()


async def test_a_flood_wait_is_waited_out_and_nothing_is_lost(stage: Stage) -> None:
    wording = "Too Many Requests: retry after 1"
    stage.server.fail_next("sendMessage", 429, wording, retry_after=1, times=2)
    began = time.monotonic()

    (message,) = await stage.told(QUESTION)

    assert time.monotonic() - began >= 2.0
    assert ASSURED in message.text
    assert len(stage.server.calls("sendMessage")) == 3


async def test_a_chat_that_floods_gets_every_answer_in_order(stage: Stage) -> None:
    stage.server.set_limits(RateLimits(chat=Window(1, 1.0)))
    for said in ("/privacy", "/ask", "/help"):
        stage.server.say(said, stage.reader)

    replies = await stage.messages(3)

    assert [m.text for m in replies] == [texts.privacy(None), say("ask-what"), texts.help_text()]
    assert {one.status for one in stage.server.refusals} == {429}


async def test_a_flood_wait_of_one_chat_does_not_hold_up_another(stage: Stage) -> None:
    other = stage.server.user(1002, "Other")
    stage.server.fail_next("sendMessage", 429, "Too Many Requests", retry_after=3)
    stage.server.say("/privacy", stage.reader)
    await stage.server.wait_until(lambda: stage.server.refusals)

    await stage.told("/ask", user=other)

    assert stage.server.messages(stage.reader.id) == ()
    (late,) = await stage.messages(1)
    assert late.text == texts.privacy(None)


async def test_a_failed_typing_sign_costs_no_answer(stage: Stage) -> None:
    stage.server.fail_next("sendChatAction", 500, "Internal Server Error")

    (message,) = await stage.told(QUESTION)

    assert ASSURED in message.text


async def test_an_answer_telegram_refuses_becomes_an_apology(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    stage.server.fail_next("sendMessage", 400, "Bad Request: not in the mood")
    update_id = stage.server.say(QUESTION, stage.reader)

    (message,) = await stage.messages(1)

    assert message.text == say("apology")
    (line,) = [r for r in caplog.records if r.name.startswith("bot") and r.levelname == "ERROR"]
    assert line.getMessage() == f"update {update_id} could not be answered"
    assert line.exc_info


async def test_a_reader_who_blocked_the_bot_is_no_fault(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    other = stage.server.user(1002, "Other")
    stage.server.block(stage.reader.id)
    stage.server.say("/privacy", stage.reader)

    await stage.server.wait_until(lambda: stage.server.calls("sendMessage"))
    await stage.told("/ask", user=other)

    assert len(stage.server.calls("sendMessage")) == 2  # and no apology to the blocked chat
    assert not [r for r in caplog.records if r.levelno >= logging.WARNING]


class Stumbling:
    """A conversation with a fault in it."""

    def reply(self, text: str, asked: datetime, chat: int | None, message: int | None) -> Reply:
        if text == "stumble":
            raise RuntimeError("a fault in the bot")
        return Said(f"{text} on {asked:%Y}")


async def test_sixty_chats_at_once_are_answered_without_one_refusal() -> None:
    async with on_stage(Stumbling(), limits=Limits()) as stage:
        readers = [stage.server.user(3000 + number, "Reader") for number in range(60)]
        for reader in readers:
            stage.server.say("walk", reader)
        for reader in readers:
            await stage.messages(1, reader)

        assert_clean(stage.server)


@pytest.mark.parametrize("mode", MODES)
async def test_a_fault_becomes_an_apology_and_a_line_for_the_operator(
    mode: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with on_stage(Stumbling(), mode) as stage:
        first, second = await stage.told("stumble", "walk")

        assert first.text == say("apology")
        assert second.text.startswith("walk on 20")
        assert "a fault in the bot" in caplog.text
        assert "stumble" not in "".join(record.getMessage() for record in caplog.records)
        assert_clean(stage.server)


async def test_what_came_too_late_is_no_fault(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "bot")
    async with on_stage(Stumbling()) as stage:
        stage.server.fail_next("sendMessage", 400, "Bad Request: query is too old")
        stage.server.say("stroll", stage.reader)
        (message,) = await stage.told("walk")

        assert message.text.startswith("walk")
        assert "needs no answer any more: TOO_OLD" in caplog.text
        assert not [r for r in caplog.records if r.levelno >= logging.WARNING]


async def test_an_apology_that_cannot_be_sent_either_is_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with on_stage(Stumbling()) as stage:
        stage.server.fail_next("sendMessage", 500, "Internal Server Error")
        stage.server.say("stumble", stage.reader)
        (message,) = await stage.told("walk")

        assert message.text.startswith("walk")
        assert "nor could the apology" in caplog.text


@pytest.mark.parametrize("secret", [None, "another-secret"])
async def test_a_webhook_call_without_the_secret_is_refused(desk: Desk, secret: str | None) -> None:
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
    async with on_stage(desk.conversation, "webhook") as stage:
        (real,) = await stage.told("/privacy")
        chat = {"id": stage.reader.id, "type": "private", "first_name": "Rea"}
        message = {"message_id": 9, "date": real.date, "chat": chat, "text": "/help"}
        async with httpx.AsyncClient(trust_env=False) as http:
            answer = await http.post(
                stage.hook, json={"update_id": 5, "message": message}, headers=headers
            )

        assert answer.status_code == 403
        assert [m.text for m in await stage.told("/ask")] == [say("ask-what")]
        assert_clean(stage.server)
