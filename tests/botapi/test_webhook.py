"""Deliveries to a webhook: the secret, the order, the retries."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio
from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPServerRequest, ResponseStartLine
from tornado.netutil import bind_sockets

from tests.botapi.conftest import Stage
from tests.botapi.webhook import SECRET_HEADER


class Receiver:
    """Stands where the bot would listen; answers with the statuses it is given, then 200."""

    def __init__(self, statuses: Iterator[int]) -> None:
        self.statuses = statuses
        self.received: asyncio.Queue[tuple[str, str | None]] = asyncio.Queue()

    def __call__(self, request: HTTPServerRequest) -> None:
        text = json.loads(request.body)["message"]["text"]
        self.received.put_nowait((text, request.headers.get(SECRET_HEADER)))
        status = next(self.statuses, 200)
        assert request.connection is not None
        headers = type(request.headers)({"Content-Length": "0"})
        request.connection.write_headers(ResponseStartLine("HTTP/1.1", status, "x"), headers)
        request.connection.finish()

    async def next(self) -> tuple[str, str | None]:
        return await asyncio.wait_for(self.received.get(), 5)


@pytest_asyncio.fixture
async def listening(request: pytest.FixtureRequest) -> AsyncIterator[tuple[Receiver, str]]:
    receiver = Receiver(iter(getattr(request, "param", ())))
    http = HTTPServer(receiver)
    sockets = bind_sockets(0, "127.0.0.1")
    http.add_sockets(sockets)
    yield receiver, f"http://127.0.0.1:{sockets[0].getsockname()[1]}/hook"
    http.stop()
    await http.close_all_connections()


async def test_updates_come_with_the_secret(stage: Stage, listening: tuple[Receiver, str]) -> None:
    receiver, url = listening
    stage.server.say("before", stage.reader)
    await stage.client.result("setWebhook", url=url, secret_token="s3cret")
    stage.server.say("after", stage.reader)
    assert await receiver.next() == ("before", "s3cret")
    assert await receiver.next() == ("after", "s3cret")


@pytest.mark.parametrize("listening", [(500, 403)], indirect=True)
async def test_a_failed_update_is_sent_again_before_the_next(
    stage: Stage, listening: tuple[Receiver, str]
) -> None:
    receiver, url = listening
    stage.server.say("a", stage.reader)
    stage.server.say("b", stage.reader)
    await stage.client.result("setWebhook", url=url)
    assert [(await receiver.next())[0] for _ in range(4)] == ["a", "a", "a", "b"]
    info = await stage.client.result("getWebhookInfo")
    assert isinstance(info, dict)
    assert info["last_error_message"] == "Wrong response from the webhook: 403 x"
    assert stage.server.lost_updates == ()


@pytest.mark.parametrize("listening", [(500,) * 6], indirect=True)
async def test_an_update_refused_every_time_is_given_up(
    stage: Stage, listening: tuple[Receiver, str]
) -> None:
    receiver, url = listening
    stage.server.say("a", stage.reader)
    stage.server.say("b", stage.reader)
    await stage.client.result("setWebhook", url=url)
    assert [(await receiver.next())[0] for _ in range(7)] == ["a"] * 6 + ["b"]
    assert [update.payload["text"] for update in stage.server.lost_updates] == ["a"]


async def test_nobody_listening_is_an_error_like_others(stage: Stage) -> None:
    await stage.client.result("setWebhook", url="http://127.0.0.1:9/hook")
    stage.server.say("a", stage.reader)
    info: object = {}
    while not (isinstance(info, dict) and "last_error_message" in info):
        info = await stage.client.result("getWebhookInfo")
    assert info["pending_update_count"] == 1
