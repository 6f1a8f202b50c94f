"""Flood control and scripted faults."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from tests.botapi import RateLimits, Window
from tests.botapi.conftest import Stage
from tests.botapi.limits import FloodControl
from tests.botapi.people import Chat
from tests.botapi.refusals import ApiError

PRIVATE = Chat(1, "private", "Rea")
OTHER = Chat(2, "private", "Ida")
GROUP = Chat(-1, "supergroup", "Desk")


def admitted(flood: FloodControl, chat: Chat) -> int | None:
    try:
        flood.admit(chat)
    except ApiError as refusal:
        return refusal.retry_after
    return None


def test_each_chat_has_its_own_limit() -> None:
    now = [0.0]
    flood = FloodControl(RateLimits(chat=Window(1, 3.0)), lambda: now[0])
    assert [admitted(flood, chat) for chat in (PRIVATE, OTHER, PRIVATE)] == [None, None, 3]
    now[0] = 1.5
    assert admitted(flood, PRIVATE) == 2
    now[0] = 3.0
    assert admitted(flood, PRIVATE) is None


def test_all_chats_share_one_limit_and_groups_have_theirs() -> None:
    flood = FloodControl(RateLimits(overall=Window(2, 5.0)), lambda: 0.0)
    assert [admitted(flood, chat) for chat in (PRIVATE, OTHER, GROUP)] == [None, None, 5]
    flood = FloodControl(RateLimits(group=Window(1, 60.0)), lambda: 0.0)
    assert [admitted(flood, chat) for chat in (PRIVATE, PRIVATE, GROUP, GROUP)] == [
        None,
        None,
        None,
        60,
    ]


async def test_a_flood_is_refused_with_the_time_to_wait(stage: Stage) -> None:
    stage.server.set_limits(RateLimits(chat=Window(1, 30.0)))
    where = {"chat_id": stage.reader.id, "message_id": await stage.sent()}
    response = await stage.client.call("editMessageText", **where, text="b")
    assert response.status_code == 429
    body = response.json()
    assert (
        body["description"] == f"Too Many Requests: retry after {body['parameters']['retry_after']}"
    )
    assert body["parameters"]["retry_after"] == 30
    await stage.client.result("sendChatAction", chat_id=stage.reader.id, action="typing")


async def test_a_scripted_refusal_is_met_as_often_as_planned(stage: Stage) -> None:
    description = "Too Many Requests: retry after 7"
    stage.server.fail_next("sendMessage", 429, description, retry_after=7, times=2)
    for _ in range(2):
        response = await stage.client.call("sendMessage", chat_id=stage.reader.id, text="x")
        assert response.json()["parameters"] == {"retry_after": 7}
    await stage.sent()
    assert stage.server.refusals == (("sendMessage", 429, description),) * 2
    stage.server.fail_next("getMe", 502, "Bad Gateway")
    assert await stage.client.refusal("getMe") == (502, "Bad Gateway")


async def test_a_dropped_connection_does_nothing(stage: Stage) -> None:
    stage.server.drop_next("sendMessage")
    with pytest.raises(httpx.RemoteProtocolError):
        await stage.client.call("sendMessage", chat_id=stage.reader.id, text="x")
    assert stage.server.messages(stage.reader.id) == ()
    await stage.sent()


async def test_a_connection_can_be_lost_after_delivery(stage: Stage) -> None:
    stage.server.drop_answer_next("sendMessage")
    with pytest.raises(httpx.RemoteProtocolError):
        await stage.client.call("sendMessage", chat_id=stage.reader.id, text="x")
    assert len(stage.server.messages(stage.reader.id)) == 1


async def test_an_answer_can_be_lost_after_delivery(stage: Stage) -> None:
    stage.server.timeout_next("sendMessage")
    url = f"{stage.root}/bot{stage.server.token}/sendMessage"
    with pytest.raises(httpx.ReadTimeout):
        await stage.client.http.post(url, data={"chat_id": 1001, "text": "x"}, timeout=0.1)
    assert len(stage.server.messages(stage.reader.id)) == 1


async def test_a_stopping_server_lets_go_of_lost_answers(stage: Stage) -> None:
    stage.server.timeout_next("getMe")
    url = f"{stage.root}/bot{stage.server.token}/getMe"
    async with httpx.AsyncClient(trust_env=False) as http:
        waiting = asyncio.create_task(http.get(url))
        await stage.server.wait_until(lambda: stage.server.calls("getMe"))
        await stage.server.stop()
        with pytest.raises(httpx.RemoteProtocolError):
            await waiting
