"""The program as it is put together from the settings, with a conversation that needs no model."""

import signal
import socket
import sys
from asyncio.subprocess import PIPE, Process, create_subprocess_exec
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import pytest_asyncio

from bot.conversation import Conversation
from bot.operators.door import open_door
from bot.serving import UPDATES
from bot.settings import Settings
from bot.settings_groups import TelegramSettings
from bot.settings_names import SettingsError
from bot.state.database import Database
from bot.state.journal import Journal
from bot.telegram.telegram_app import App, build_app, handlers_for
from bot.telegram.update_queue import JournalQueue
from bot.telegram.watchdog import PollWatch, WatchedRequest
from bot.words import texts
from tests.bot.samples import FakeIndex, FakeService, summary
from tests.botapi import BotApiServer
from tests.end_to_end.command_line import ended, environment
from tests.end_to_end.telegram_stage import SECRET, assert_clean, free_port

TOKEN = "42:TEST-token"
READY_WITHIN_S = 60.0
SERVING = """
from bot.conversation import Conversation
from bot.serving import run_bot
from bot.settings_names import load_settings
from bot.serving import UPDATES
from bot.state.database import Database
from tests.bot.samples import FakeIndex, FakeService, summary
settings, corpus = load_settings(), FakeIndex(summary())
with Database(settings.data_dir) as state:
    run_bot(settings, Conversation(FakeService(), corpus), state, corpus, lambda: 1)
"""


@pytest.fixture
def state(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path) as state:
        yield state


def built(state: Database, **telegram: object) -> App:
    """The program by these settings, not started."""
    settings = Settings(_env_file=None, telegram=TelegramSettings(**telegram))
    corpus, queue = FakeIndex(summary()), JournalQueue(Journal(state, 42))
    conversation, door = (
        Conversation(FakeService(), corpus),
        open_door(settings, corpus, state, int),
    )
    handlers = handlers_for(
        settings, conversation, ThreadPoolExecutor(1), queue, door, state, corpus
    )
    return build_app(settings, handlers, queue, WatchedRequest(PollWatch()))


def test_without_a_token_there_is_no_program(state: Database) -> None:
    with pytest.raises(SettingsError, match="DATELINE_TELEGRAM__TOKEN is not set"):
        built(state)


def test_a_token_copied_with_white_space_is_used_without_it(state: Database) -> None:
    assert built(state, token=f" {TOKEN}\n").bot.token == TOKEN


def test_messages_and_files_are_asked_of_the_server_that_is_set(
    state: Database,
) -> None:
    bot = built(state, token=TOKEN, base_url="https://telegram.tidewater.example/api/").bot

    assert bot.base_url == f"https://telegram.tidewater.example/api/bot{TOKEN}"
    assert bot.base_file_url == f"https://telegram.tidewater.example/api/file/bot{TOKEN}"


@pytest_asyncio.fixture
async def server() -> AsyncIterator[BotApiServer]:
    started = BotApiServer()
    yield started
    await started.stop()


async def serving(server: BotApiServer, folder: Path, **settings: object) -> Process:
    """A process that serves readers of this server."""
    telegram = {
        "telegram__token": server.token,
        "telegram__base_url": await server.start(),
        "health_listen": "off",
        "data_dir": str(folder),
    }
    return await create_subprocess_exec(
        *(sys.executable, "-c", SERVING),
        cwd=folder,
        env=environment(**(telegram | settings)),
        stdout=PIPE,
        stderr=PIPE,
    )


async def assert_serves(server: BotApiServer, process: Process) -> None:
    """It answers one reader, and ends when it is told to."""
    reader = server.user(1001, "Rea")
    server.say("/privacy", reader)
    try:
        (message,) = await server.wait_for_messages(reader.id, 1, READY_WITHIN_S)
    finally:
        process.send_signal(signal.SIGTERM)
        ran = await ended(process)

    assert message.text == texts.privacy(None)
    assert ran.code == 0, ran.err
    assert_clean(server)


async def test_polling_asks_for_what_is_handled(server: BotApiServer, tmp_path: Path) -> None:
    await assert_serves(server, await serving(server, tmp_path))

    asked = {tuple(call.params.get("allowed_updates", ())) for call in server.calls("getUpdates")}
    assert UPDATES in asked


def has_ipv6() -> bool:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        return False
    return True


@pytest.mark.parametrize(
    ("host", "path"), [("127.0.0.1", ""), ("127.0.0.1", "/news/hook"), ("[::1]", "/hook")]
)
async def test_a_webhook_is_served_at_any_address_and_path(
    server: BotApiServer, tmp_path: Path, host: str, path: str
) -> None:
    if host == "[::1]" and not has_ipv6():
        pytest.skip("there is no IPv6 here")
    port = free_port()
    process = await serving(
        server,
        tmp_path,
        telegram__mode="webhook",
        telegram__webhook_url=f"http://{host}:{port}{path}",
        telegram__listen=f"{host}:{port}",
        telegram__secret=SECRET,
    )
    await assert_serves(server, process)

    (hook,) = server.calls("setWebhook")
    assert hook.params["allowed_updates"] == list(UPDATES)
    assert hook.params["secret_token"] == SECRET
