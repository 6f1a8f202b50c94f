"""``dateline run`` as a service: a process of its own against a Bot API server."""

import asyncio
import signal
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio

from bot.words import texts
from tests.botapi import BotApiServer
from tests.end_to_end.command_line import CommandLine, Ran, ended
from tests.end_to_end.telegram_stage import SECRET, assert_clean, free_port

pytestmark = pytest.mark.model

QUESTION = "What did Xi assure Putin of?"
ASSURED = "sovereignty and security"
_READY_WITHIN_S = 60.0


@dataclass(frozen=True, slots=True)
class Service:
    """A server, and how to start the bot on it."""

    server: BotApiServer
    root: str
    dateline: CommandLine
    seed_data: Path

    async def start(self, **settings: object) -> Process:
        """Start the bot, with all that can be logged."""
        given = {
            "telegram__token": self.server.token,
            "telegram__base_url": self.root,
            "data_dir": self.seed_data,
            "log_level": "DEBUG",
            "health_listen": "off",
        }
        return await self.dateline.start("run", **(given | settings))

    async def stop(self, process: Process) -> Ran:
        """End it as an init system does; nowhere in its log may the token stand."""
        process.send_signal(signal.SIGTERM)
        ran = await ended(process)
        assert self.server.token not in ran.out + ran.err
        return ran


@pytest_asyncio.fixture
async def service(dateline: CommandLine, seed_data: Path) -> AsyncIterator[Service]:
    server = BotApiServer()
    yield Service(server, await server.start(), dateline, seed_data)
    await server.stop()


def webhook() -> dict[str, object]:
    """The settings of the webhook mode, on a free port."""
    port = free_port()
    return {
        "telegram__mode": "webhook",
        "telegram__webhook_url": f"http://127.0.0.1:{port}/news.bot+(1)/hook",
        "telegram__listen": f"127.0.0.1:{port}",
        "telegram__secret": SECRET,
    }


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_it_answers_and_ends_cleanly_when_told_to(service: Service, mode: str) -> None:
    server = service.server
    reader = server.user(1001, "Rea")
    process = await service.start(**(webhook() if mode == "webhook" else {}))
    server.say(QUESTION, reader)
    (message,) = await server.wait_for_messages(reader.id, 1, _READY_WITHIN_S)

    ran = await service.stop(process)

    assert ASSURED in message.text
    assert ran.code == 0
    assert ran.out == ""
    assert "Traceback" not in ran.err
    assert [one.command for one in next(iter(server.profile.commands.values()))] == [
        name for name, _ in texts.commands()
    ]
    assert server.pending_updates == ()
    assert_clean(server)


async def test_a_question_being_answered_at_the_end_is_answered(service: Service) -> None:
    server = service.server
    reader = server.user(1001, "Rea")
    process = await service.start()
    server.say(QUESTION, reader)
    await server.wait_until(lambda: server.actions(reader.id), _READY_WITHIN_S)

    ran = await service.stop(process)

    assert ran.code == 0
    assert [ASSURED in message.text for message in server.messages(reader.id)] == [True]
    assert_clean(server)


async def test_its_log_holds_no_question_and_no_token_at_info(service: Service) -> None:
    server = service.server
    reader = server.user(1001, "Rea")
    process = await service.start(log_level="INFO")
    server.say(QUESTION, reader)
    await server.wait_for_messages(reader.id, 1, _READY_WITHIN_S)

    ran = await service.stop(process)

    assert "answering as @dateline_test_bot" in ran.err
    assert QUESTION not in ran.err
    assert "http" not in ran.err


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_a_wrong_token_is_said_without_the_token(service: Service, mode: str) -> None:
    wrong = "43:WRONG-token"
    settings = webhook() if mode == "webhook" else {}
    ran = await ended(await service.start(telegram__token=wrong, **settings))

    assert ran.code == 2
    assert "does not accept the token in DATELINE_TELEGRAM__TOKEN" in ran.err
    assert "WRONG-token" not in ran.out + ran.err
    assert "Traceback" not in ran.err


async def test_a_token_of_another_form_is_said_without_the_token(service: Service) -> None:
    ran = await ended(await service.start(telegram__token="no-token-at-all"))

    assert ran.code == 2
    assert "DATELINE_TELEGRAM__TOKEN" in ran.err
    assert "no-token-at-all" not in ran.out + ran.err


async def test_while_telegram_is_out_of_reach_it_tries_on_says_so_and_can_be_ended(
    service: Service,
) -> None:
    nowhere = f"http://127.0.0.1:{free_port()}"
    process = await service.start(telegram__base_url=nowhere, log_level="INFO")
    said = b""
    async with asyncio.timeout(_READY_WITHIN_S):
        while said.count(b"cannot be reached") < 2:
            assert process.stderr is not None
            line = await process.stderr.readline()
            assert line, said.decode()
            said += line

    ran = await service.stop(process)

    assert ran.code == 0
    assert "Traceback" not in said.decode() + ran.err


async def test_telegram_coming_back_is_enough_to_start(service: Service) -> None:
    server = service.server
    reader = server.user(1001, "Rea")
    server.fail_next("getMe", 502, "Bad Gateway")
    server.drop_next("setMyCommands")
    server.drop_next("getUpdates")
    process = await service.start()
    server.say("/privacy", reader)

    (message,) = await server.wait_for_messages(reader.id, 1, _READY_WITHIN_S)

    assert message.text == texts.privacy(30)
    assert (await service.stop(process)).code == 0
