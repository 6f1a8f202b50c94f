"""A running server, a reader in a private chat, and a raw client for each test."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

import httpx
import pytest
import pytest_asyncio

from tests.botapi import BotApiServer, Person


@dataclass(frozen=True, slots=True)
class Client:
    """A client with no manners: sends what it is told."""

    http: httpx.AsyncClient
    root: str
    token: str

    async def call(self, method: str, **params: object) -> httpx.Response:
        """POST the parameters as JSON."""
        return await self.http.post(f"{self.root}/bot{self.token}/{method}", json=params)

    async def result(self, method: str, **params: object) -> object:
        """The result of a call that must succeed."""
        body = (await self.call(method, **params)).json()
        assert body["ok"], body
        return body["result"]

    async def refusal(self, method: str, **params: object) -> tuple[int, str]:
        """Status and wording of a call that must be refused."""
        response = await self.call(method, **params)
        body = response.json()
        assert body["ok"] is False, body
        assert body["error_code"] == response.status_code
        return response.status_code, body["description"]


@dataclass(frozen=True, slots=True)
class Stage:
    """What nearly every test needs, together."""

    server: BotApiServer
    client: Client
    root: str
    reader: Person

    async def sent(self, text: str = "hello", **params: object) -> int:
        """Send a message to the reader; its id."""
        result = await self.client.result(
            "sendMessage", chat_id=self.reader.id, text=text, **params
        )
        assert isinstance(result, dict)
        return int(result["message_id"])

    async def send_refused(self, text: str, **params: object) -> str:
        """The wording with which a message is refused."""
        status, description = await self.client.refusal(
            "sendMessage", chat_id=self.reader.id, text=text, **params
        )
        assert status == 400
        return description.removeprefix("Bad Request: ")


@pytest_asyncio.fixture
async def stage() -> AsyncIterator[Stage]:
    server = BotApiServer()
    root = await server.start()
    async with httpx.AsyncClient(trust_env=False) as http:
        yield Stage(server, Client(http, root, server.token), root, server.user(1001, "Rea", "en"))
    await server.stop()


@pytest.fixture
def one_button() -> dict[str, object]:
    return {"inline_keyboard": [[{"text": "More", "callback_data": "more"}]]}
