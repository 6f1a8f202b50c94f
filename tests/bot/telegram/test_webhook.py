"""Who may call the webhook, with what, and when a call counts as taken."""

from collections.abc import AsyncIterator
from contextlib import suppress

import httpx
import pytest
import pytest_asyncio
from telegram import Bot, Update
from telegram.error import NetworkError

from bot.settings_names import SettingsError
from bot.telegram.webhook import MOST_BYTES, serve_webhook
from tests.botapi.webhook import SECRET_HEADER
from tests.end_to_end.telegram_stage import SECRET, free_port

RIGHT = {SECRET_HEADER: SECRET}


class Hook:
    """The webhook, and what it has taken."""

    def __init__(self, http: httpx.AsyncClient, url: str) -> None:
        self.taken: list[Update] = []
        self.breaks = False
        self.url = url
        self._http = http

    async def take(self, update: Update) -> None:
        if self.breaks:
            raise NetworkError("the disk is full")
        self.taken.append(update)

    async def call(self, headers: dict[str, str] = RIGHT, body: str = '{"update_id": 1}') -> int:
        return (await self._http.post(self.url, content=body, headers=headers)).status_code


@pytest_asyncio.fixture
async def hook() -> AsyncIterator[Hook]:
    port = free_port()
    url = f"http://127.0.0.1:{port}/news.bot+(1)/hook"
    async with httpx.AsyncClient(trust_env=False) as http:
        hook = Hook(http, url)
        bot = Bot("42:TEST-token")
        async with serve_webhook(f"127.0.0.1:{port}", url, SECRET, bot, hook.take):
            yield hook


async def test_an_update_is_taken(hook: Hook) -> None:
    assert await hook.call() == 200
    assert [update.update_id for update in hook.taken] == [1]


@pytest.mark.parametrize("secret", [None, "", "a-secret_", "a-secret_12", "A-SECRET_1"])
async def test_a_wrong_secret_is_refused(hook: Hook, secret: str | None) -> None:
    assert await hook.call({} if secret is None else {SECRET_HEADER: secret}) == 403
    assert hook.taken == []


async def test_a_body_of_a_megabyte_is_the_most(hook: Hook) -> None:
    padding = " " * (MOST_BYTES - len('{"update_id": 1}'))

    assert await hook.call(body='{"update_id": 1}' + padding) == 200
    with suppress(httpx.HTTPError):  # it may be closed while the body is still being sent
        assert await hook.call(body='{"update_id": 2}' + padding + " ") == 400
    assert [update.update_id for update in hook.taken] == [1]


@pytest.mark.parametrize("body", ["", "no JSON", "[]", '{"message": 1}', "\udcff"])
async def test_what_is_no_update_is_refused(hook: Hook, body: str) -> None:
    content = body.encode("utf-8", "surrogateescape").decode("latin-1")

    assert await hook.call(body=content) == 400
    assert hook.taken == []


async def test_what_could_not_be_taken_is_to_come_again(hook: Hook) -> None:
    hook.breaks = True

    assert await hook.call() == 503


async def test_only_its_own_path_is_served(hook: Hook) -> None:
    hook.url = hook.url.replace("/hook", "/other")

    assert await hook.call() == 404


async def test_a_port_that_is_taken_is_named(hook: Hook) -> None:
    listen = hook.url.removeprefix("http://").partition("/")[0]

    with pytest.raises(SettingsError, match=f"DATELINE_TELEGRAM__LISTEN={listen}"):
        async with serve_webhook(listen, hook.url, SECRET, Bot("42:TEST-token"), hook.take):
            pass
