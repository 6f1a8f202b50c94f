"""The bot and everything around it, as it is put together for a run."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor

import httpx
import pytest
import pytest_asyncio

from bot import serving
from bot.serving import Service
from bot.settings_names import SettingsError
from bot.state.database import Database
from bot.state.journal import Journal
from tests.bot.samples import Echo, FakeIndex, summary
from tests.bot.waiting import until
from tests.botapi import BotApiServer
from tests.end_to_end.telegram_stage import MODES, free_port, settings_of

CORPUS = FakeIndex(summary())


@pytest_asyncio.fixture
async def server() -> AsyncIterator[BotApiServer]:
    server = BotApiServer()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
def executor() -> Iterator[Executor]:
    with ThreadPoolExecutor(1) as executor:
        yield executor


@pytest.mark.parametrize("mode", MODES)
async def test_it_is_ready_once_updates_come_in(
    server: BotApiServer, state: Database, executor: Executor, mode: str
) -> None:
    listen = f"127.0.0.1:{free_port()}"
    settings = settings_of(server.token, server.root, mode, health_listen=listen)
    service = Service(settings, Echo(), executor, state, CORPUS, lambda: 12)
    async with httpx.AsyncClient(trust_env=False) as http:

        async def status() -> int:
            return (await http.get(f"http://{listen}/readyz")).status_code

        async with service.running():
            reader = server.user(1001)
            server.say("hello", reader)
            await server.wait_for_messages(reader.id, 1, 60.0)
            assert await status() == 200
        with pytest.raises(httpx.ConnectError):
            await status()


async def test_a_webhook_that_telegram_refuses_is_named(
    server: BotApiServer, state: Database, executor: Executor
) -> None:
    server.fail_next("setWebhook", 400, "Bad Request: bad webhook")
    settings = settings_of(server.token, server.root, "webhook")
    service = Service(settings, Echo(), executor, state, CORPUS, lambda: 12)

    with pytest.raises(SettingsError, match=r"WEBHOOK_URL=.*: Telegram refuses it \(Bad webhook"):
        async with service.running():
            pass


async def test_what_is_too_old_is_deleted_and_not_answered(
    server: BotApiServer, state: Database, executor: Executor
) -> None:
    await Journal(state, 42, lambda: 0.0).receive(1, 7, "{}")
    settings = settings_of(server.token, server.root, "polling")

    async with Service(settings, Echo(), executor, state, CORPUS, lambda: 12).running():
        pass

    assert Journal(state, 42).counts().open == 0


async def test_a_second_poller_is_an_error_that_says_so(
    server: BotApiServer,
    state: Database,
    executor: Executor,
    caplog: pytest.LogCaptureFixture,
) -> None:
    server.fail_next("getUpdates", 409, "Conflict: terminated by other getUpdates request")
    settings = settings_of(server.token, server.root, "polling")

    async with Service(settings, Echo(), executor, state, CORPUS, lambda: 12).running():
        await until(lambda: "another program takes this bot's updates" in caplog.text)


async def test_polls_that_are_never_answered_are_begun_anew_and_nothing_is_lost(
    server: BotApiServer,
    state: Database,
    executor: Executor,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(serving, "SILENT_AFTER_S", 0.5)
    server.timeout_next("getUpdates")
    settings = settings_of(server.token, server.root, "polling")
    task = asyncio.create_task(
        Service(settings, Echo(), executor, state, CORPUS, lambda: 12).serve()
    )
    await server.wait_until(lambda: server.calls("getUpdates"), 60.0)
    reader = server.user(1001)
    server.say("hello", reader)

    (message,) = await server.wait_for_messages(reader.id, 1, 60.0)

    assert message.text == "you said hello"
    assert "polling is started anew" in caplog.text
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert server.violations == ()
