"""Polling, webhooks, and that the two exclude each other."""

from __future__ import annotations

import asyncio

import pytest

from tests.botapi import BotApiServer
from tests.botapi.conftest import Stage
from tests.botapi.updates import LEAVE_S


async def texts(stage: Stage, **params: object) -> list[str]:
    updates = await stage.client.result("getUpdates", **params)
    assert isinstance(updates, list)
    return [update["message"]["text"] for update in updates]


async def test_updates_stay_until_acknowledged(stage: Stage) -> None:
    first, second, third = (stage.server.say(text, stage.reader) for text in "abc")
    assert (second, third) == (first + 1, first + 2)
    assert await texts(stage) == ["a", "b", "c"]
    assert await texts(stage, limit=2) == ["a", "b"]
    assert await texts(stage, offset=third) == ["c"]
    assert await texts(stage) == ["c"]
    stage.server.say("d", stage.reader)
    assert await texts(stage, offset=-1) == ["d"]
    assert len(stage.server.pending_updates) == 1


async def test_a_long_poll_ends_with_the_first_update(stage: Stage) -> None:
    poll = asyncio.create_task(texts(stage, timeout=30))
    await stage.server.wait_until(lambda: stage.server.requests)
    assert not poll.done()
    stage.server.say("late", stage.reader)
    assert await poll == ["late"]


async def test_only_kinds_asked_for_are_kept(stage: Stage) -> None:
    await stage.client.result("getUpdates", allowed_updates=["inline_query"])
    stage.server.say("lost", stage.reader)
    stage.server.inline("kept", stage.reader)
    assert [update.kind for update in stage.server.pending_updates] == ["inline_query"]
    await stage.client.result("getUpdates", allowed_updates=[])
    stage.server.say("kept", stage.reader)
    assert len(stage.server.pending_updates) == 2


async def test_a_poller_that_hung_up_is_no_rival(stage: Stage) -> None:
    first = asyncio.create_task(stage.client.call("getUpdates", timeout=30))
    await stage.server.wait_until(lambda: stage.server.requests)
    first.cancel()
    await asyncio.gather(first, return_exceptions=True)
    stage.server.say("x", stage.reader)
    assert await texts(stage) == ["x"]
    await asyncio.sleep(2 * LEAVE_S)
    assert stage.server.refusals == ()


async def test_no_polling_during_a_webhook(stage: Stage) -> None:
    await stage.client.result("setWebhook", url="http://127.0.0.1:9/hook")
    refused = await stage.client.refusal("getUpdates")
    assert refused == (
        409,
        "Conflict: can't use getUpdates method while webhook is active; "
        "use deleteWebhook to delete the webhook first",
    )
    stage.server.say("a", stage.reader)
    await stage.client.result("deleteWebhook", drop_pending_updates=True)
    assert await texts(stage) == []


@pytest.mark.parametrize(
    ("params", "reason"),
    [
        ({"secret_token": "no spaces"}, "secret token contains unallowed characters"),
        ({"secret_token": ""}, "secret token contains unallowed characters"),
        ({"url": "nonsense"}, "bad webhook: invalid webhook URL specified"),
        ({"url": "http://a.org/"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "https://a.org:8444/"},
         "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"),
    ],
)  # fmt: skip
async def test_bad_webhooks_are_refused(stage: Stage, params: dict[str, str], reason: str) -> None:
    refused = await stage.client.refusal(
        "setWebhook", **{"url": "http://127.0.0.1:9/hook", **params}
    )
    assert refused == (400, f"Bad Request: {reason}")


async def test_plain_http_can_be_refused_on_loopback_too(stage: Stage) -> None:
    strict = BotApiServer(allow_http_webhooks=False)
    root = await strict.start()
    url = f"{root}/bot{strict.token}/setWebhook"
    response = await stage.client.http.post(url, json={"url": "http://127.0.0.1:9/hook"})
    assert "An HTTPS URL must be provided" in response.json()["description"]
    await strict.stop()


async def test_webhook_info(stage: Stage) -> None:
    assert await stage.client.result("getWebhookInfo") == {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": 0,
    }
    hook = {"url": "http://127.0.0.1:9/hook", "allowed_updates": ["message"]}
    await stage.client.result("setWebhook", **hook, secret_token="s" * 256)
    info = await stage.client.result("getWebhookInfo")
    assert isinstance(info, dict)
    assert {**info, **hook} == info
    await stage.client.result("setWebhook", url="")
    assert await texts(stage) == []
