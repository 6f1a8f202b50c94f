"""No update is lost: what the bot does with one that it, Telegram or the disk failed on before."""

import json
import logging
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
import pytest_asyncio

from bot.layout.outgoing import Outgoing
from bot.state.database import Database
from bot.state.entries import Stage as JournalStage
from bot.state.journal import Journal
from bot.words.saying import say
from tests.bot.samples import Echo
from tests.bot.waiting import until
from tests.botapi import BotApiServer
from tests.botapi.webhook import SECRET_HEADER
from tests.end_to_end.telegram_stage import MODES, SECRET, Stage, on_stage

BOT = 42


@pytest_asyncio.fixture
async def server() -> AsyncIterator[BotApiServer]:
    server = BotApiServer()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture(params=MODES)
def mode(request: pytest.FixtureRequest) -> str:
    return str(request.param)


async def settled(stage: Stage) -> tuple[int, int]:
    """Failed updates and possible doubles, once none is open: that is a moment after the answer."""
    journal = Journal(stage.state, BOT)
    await until(lambda: journal.counts().open == 0)
    found = journal.counts()
    return found.failed, found.possible_doubles


class Interrupted:
    """The journal as a process leaves it that was killed on ``update 5``."""

    def __init__(self, folder: Path, server: BotApiServer) -> None:
        self.folder, self.server = folder, server
        self.reader = server.user(1001, "Rea")

    async def having(self, stage: JournalStage, tries: int = 1, times: int = 1) -> None:
        sender = {"id": 1001, "is_bot": False, "first_name": "Rea"}
        chat = {"id": 1001, "type": "private", "first_name": "Rea"}
        message = {"message_id": 3, "date": 1_936_000_000, "chat": chat, "from": sender}
        payload = json.dumps({"update_id": 5, "message": {**message, "text": "hello"}})
        with Database(self.folder) as state:
            journal = Journal(state, BOT)
            await journal.receive(5, 1001, payload)
            if stage is JournalStage.RECEIVED:
                return
            for _ in range(tries):
                journal.begin(5)
            if stage is JournalStage.SENDING:
                await journal.replied(5, [Outgoing(one) for one in ("first", "second", "third")])
                await journal.sent(5, 1)
                for _ in range(times - 1):
                    await journal.take_up()


@pytest.fixture
def interrupted(tmp_path: Path, server: BotApiServer) -> Interrupted:
    return Interrupted(tmp_path, server)


@pytest.mark.parametrize("left", [JournalStage.RECEIVED, JournalStage.ANSWERING])
async def test_what_was_not_answered_is_answered_before_anything_new(
    interrupted: Interrupted, mode: str, left: JournalStage
) -> None:
    await interrupted.having(left)
    interrupted.server.say("and now", interrupted.reader)
    server = interrupted.server
    async with on_stage(Echo(), mode, folder=interrupted.folder, server=server) as stage:
        first, second = await stage.messages(2)

        assert [first.text, second.text] == ["you said hello", "you said and now"]
        assert await settled(stage) == (0, 0)


async def test_a_reply_is_sent_from_the_message_that_was_not_confirmed(
    interrupted: Interrupted, mode: str, caplog: pytest.LogCaptureFixture
) -> None:
    await interrupted.having(JournalStage.SENDING)
    server = interrupted.server
    async with on_stage(Echo(), mode, folder=interrupted.folder, server=server) as stage:
        messages = await stage.messages(2)

        assert [message.text for message in messages] == ["second", "third"]
        assert await settled(stage) == (0, 1)
    assert "message 2 of 3 goes out again and may be there twice" in caplog.text


async def test_what_ended_the_process_three_times_is_given_up(
    interrupted: Interrupted, caplog: pytest.LogCaptureFixture
) -> None:
    await interrupted.having(JournalStage.ANSWERING, tries=3)
    server = interrupted.server
    async with on_stage(Echo(), folder=interrupted.folder, server=server) as stage:
        (message,) = await stage.messages(1)

        assert message.text == say("apology")
        assert await settled(stage) == (1, 0)
    assert "update 5 is given up" in caplog.text


async def test_a_message_that_ends_every_process_is_not_sent_for_ever(
    interrupted: Interrupted,
) -> None:
    await interrupted.having(JournalStage.SENDING, times=6)
    server = interrupted.server
    async with on_stage(Echo(), folder=interrupted.folder, server=server) as stage:
        (message,) = await stage.messages(1)

        assert message.text == say("apology")
        assert (await settled(stage))[0] == 1


async def test_an_update_that_cannot_be_written_down_is_not_acknowledged(
    server: BotApiServer, mode: str, tmp_path: Path
) -> None:
    def rename(before: str, after: str) -> object:
        return lambda db: db.execute(f"ALTER TABLE {before} RENAME TO {after}").close()

    async with on_stage(Echo(), mode, folder=tmp_path, server=server) as stage:
        stage.state.call(rename("updates", "away"))
        server.say("hello", stage.reader)
        asked = len(server.calls("getUpdates"))
        if mode == "polling":
            await server.wait_until(lambda: len(server.calls("getUpdates")) > asked + 1, 60.0)
        assert server.messages(stage.reader.id) == ()
        assert len(server.pending_updates) == 1
        stage.state.call(rename("away", "updates"))

        (message,) = await stage.messages(1)
        assert message.text == "you said hello"
        assert server.lost_updates == ()


async def test_an_update_that_telegram_sends_twice_is_answered_once(server: BotApiServer) -> None:
    async with on_stage(Echo(), "webhook", server=server) as stage:
        chat = {"id": stage.reader.id, "type": "private", "first_name": "Rea"}
        message = {"message_id": 9, "date": 1_936_000_000, "chat": chat, "text": "hello"}
        async with httpx.AsyncClient(trust_env=False) as http:
            for _ in range(2):
                answer = await http.post(
                    stage.hook,
                    json={"update_id": 5, "message": message},
                    headers={SECRET_HEADER: SECRET},
                )
                assert answer.status_code == 200
        await stage.messages(1)
        await settled(stage)

        (message,) = await stage.messages(1)
        assert message.text == "you said hello"


@pytest.mark.parametrize("lost", ["drop_answer_next", "timeout_next"])
async def test_an_answer_whose_fate_is_unknown_is_sent_again_and_counted(
    server: BotApiServer, lost: str
) -> None:
    async with on_stage(Echo(), server=server, answer_within_s=1.0) as stage:
        getattr(server, lost)("sendMessage")
        server.say("hello", stage.reader)
        messages = await stage.messages(2)

        assert [message.text for message in messages] == ["you said hello"] * 2
        assert await settled(stage) == (0, 1)


async def test_telegram_failing_costs_no_answer(server: BotApiServer, mode: str) -> None:
    async with on_stage(Echo(), mode, server=server) as stage:
        server.fail_next("sendMessage", 502, "Bad Gateway")
        server.drop_next("sendMessage")

        (message,) = await stage.told("hello")

        assert message.text == "you said hello"
        assert (await settled(stage))[0] == 0


async def test_what_cannot_be_sent_before_the_end_is_sent_by_the_next_process(
    server: BotApiServer, tmp_path: Path
) -> None:
    async with on_stage(Echo(), folder=tmp_path, server=server) as stage:
        server.drop_next("sendMessage", times=20)
        server.say("hello", stage.reader)
        await server.wait_until(lambda: server.calls("sendMessage"), 60.0)

    with sqlite3.connect(tmp_path / "bot.db") as db:
        assert db.execute("SELECT stage FROM updates").fetchall() == [("sending",)]
    db.close()
    assert server.messages(1001) == ()
    server.forget_faults()
    async with on_stage(Echo(), folder=tmp_path, server=server) as stage:
        (message,) = await stage.messages(1)
        assert message.text == "you said hello"


@pytest.mark.parametrize("gone", ["blocked", "chat not found"])
async def test_a_reader_who_is_gone_is_owed_nothing(
    server: BotApiServer, gone: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with on_stage(Echo(), server=server) as stage:
        other = server.user(1002, "Other")
        if gone == "blocked":
            server.block(other.id)
        else:
            server.fail_next("sendMessage", 400, "Bad Request: chat not found")
        server.say("hello", other)
        await server.wait_until(lambda: server.calls("sendMessage"), 60.0)
        await stage.told("and I")

        assert await settled(stage) == (1, 0)
        assert server.messages(other.id) == ()
    assert "nothing more can be sent to a chat: " in caplog.text
    assert not [r for r in caplog.records if r.levelno >= logging.WARNING]
