"""How fast Telegram takes messages, one row each: one more at the same time is told to wait."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

import httpx
import pytest
import pytest_asyncio

from tests.botapi import TELEGRAM_LIMITS, BotApiServer
from tests.botapi.conftest import Client

GROUP = -5


@dataclass(slots=True)
class Rated:
    """A server on Telegram's own limits, whose seconds pass when a test says so."""

    server: BotApiServer
    client: Client
    clock: list[float]

    async def waits(self, chat_id: int) -> int | None:
        """How long the bot is told to wait with a message to the chat; None: it was taken."""
        body = (await self.client.call("sendMessage", chat_id=chat_id, text="x")).json()
        if body["ok"]:
            return None
        wait_s: int = body["parameters"]["retry_after"]
        assert body["error_code"] == 429
        assert body["description"] == f"Too Many Requests: retry after {wait_s}"
        return wait_s


@pytest_asyncio.fixture
async def rated() -> AsyncIterator[Rated]:
    clock = [100.0]
    server = BotApiServer(limits=TELEGRAM_LIMITS, clock=lambda: clock[0])
    root = await server.start()
    reader = server.user(1)
    for number in range(2, 40):
        server.user(number)
    server.group(GROUP, "Desk", reader)
    async with httpx.AsyncClient(trust_env=False) as http:
        yield Rated(server, Client(http, root, server.token), clock)
    await server.stop()


@dataclass(frozen=True, slots=True)
class Rate:
    """`chats` are written to one after the other, `pause_s` apart; then one more is refused."""

    what: str
    chats: tuple[int, ...]
    pause_s: float
    one_more: int
    retry_after: int
    elsewhere: tuple[int, ...] = ()


RATES = (
    Rate("30 a second to all chats", tuple(range(1, 31)), 0.0, 31, 1),
    Rate("about one a second to a chat", (1, 1, 1), 0.0, 1, 3, elsewhere=(2,)),
    Rate("20 a minute to a group", (GROUP,) * 20, 1.0, GROUP, 40, elsewhere=(1,)),
)


@pytest.mark.parametrize("rate", RATES, ids=[rate.what for rate in RATES])
async def test_as_many_as_allowed_pass_and_one_more_waits(rated: Rated, rate: Rate) -> None:
    for chat_id in rate.chats:
        assert await rated.waits(chat_id) is None
        rated.clock[0] += rate.pause_s

    assert await rated.waits(rate.one_more) == rate.retry_after
    assert not any([await rated.waits(chat_id) for chat_id in rate.elsewhere])

    rated.clock[0] += rate.retry_after
    assert await rated.waits(rate.one_more) is None
