"""What Telegram refuses, one row each: the same request passes before the reason is there."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace

import pytest

from tests.botapi import Chat
from tests.botapi.conftest import Stage
from tests.botapi.editing import NOT_MODIFIED
from tests.botapi.givens import GROUP_ID, Given, there
from tests.botapi.intake import WEBHOOK_IS_ACTIVE
from tests.botapi.test_answering import STALE, article
from tests.botapi.updates import CONFLICT

TOPIC = 7
READER = 1001
SAID = {"chat_id": READER, "text": "x"}
EDITED = {"chat_id": READER, "message_id": Given.MESSAGE, "text": "after"}
TOAST = {"callback_query_id": Given.PRESS, "text": "ok"}
OFFER = {"inline_query_id": Given.INLINE, "results": [article("1")]}
IN_TOPIC = {"chat_id": GROUP_ID, "message_thread_id": TOPIC, "text": "x"}
HOOK = {"url": "http://127.0.0.1:9/hook"}


@dataclass(frozen=True, slots=True)
class Reason:
    """A request that passes, what comes about then, and how the request is refused from then on."""

    what: str
    method: str
    params: Mapping[str, object]
    comes: Callable[[Stage, Chat], object]
    status: int
    words: str
    parameters: Mapping[str, int] | None = None


def nothing(stage: Stage, group: Chat) -> None:
    """The first request is itself the reason."""


def deleted(stage: Stage, group: Chat) -> Awaitable[object]:
    return stage.client.result("deleteMessage", chat_id=READER, message_id=1)


def hooked(stage: Stage, group: Chat) -> Awaitable[object]:
    return stage.client.result("setWebhook", **HOOK)


def flooded(stage: Stage, group: Chat) -> None:
    stage.server.fail_next("sendMessage", 429, "Too Many Requests: retry after 7", retry_after=7)


REASONS = (
    Reason("not modified", "editMessageText", EDITED, nothing, 400, f"Bad Request: {NOT_MODIFIED}"),
    Reason("nothing to edit", "editMessageText", EDITED, deleted, 400,
           "Bad Request: message to edit not found"),
    Reason("a press answered twice", "answerCallbackQuery", TOAST, nothing, *STALE),
    Reason("an inline query answered twice", "answerInlineQuery", OFFER, nothing, *STALE),
    Reason("flood", "sendMessage", SAID, flooded, 429, "Too Many Requests: retry after 7",
           {"retry_after": 7}),
    Reason("polling during a webhook", "getUpdates", {}, hooked, 409, WEBHOOK_IS_ACTIVE),
    Reason("blocked by the reader", "sendMessage", SAID,
           lambda stage, group: stage.server.block(READER), 403,
           "Forbidden: bot was blocked by the user"),
    Reason("thrown out of a group", "sendMessage", IN_TOPIC,
           lambda stage, group: stage.server.block(GROUP_ID), 403,
           "Forbidden: bot was kicked from the supergroup chat"),
    Reason("moved group", "sendMessage", IN_TOPIC,
           lambda stage, group: stage.server.move(group, -1005), 400,
           "Bad Request: group chat was upgraded to a supergroup chat",
           {"migrate_to_chat_id": -1005}),
    Reason("closed topic", "sendMessage", IN_TOPIC,
           lambda stage, group: stage.server.close_topic(group, TOPIC), 400,
           "Bad Request: TOPIC_CLOSED"),
)  # fmt: skip


@pytest.mark.parametrize("row", REASONS, ids=[row.what for row in REASONS])
async def test_what_passed_is_refused_once_its_reason_is_there(stage: Stage, row: Reason) -> None:
    group = stage.server.group(GROUP_ID, "Desk", stage.reader)
    stage.server.topic(group, "News", TOPIC)
    params = await there(stage, row.params)
    await stage.client.result(row.method, **params)
    happening = row.comes(stage, group)
    if isinstance(happening, Awaitable):
        await happening

    body = (await stage.client.call(row.method, **params)).json()

    assert (body["error_code"], body["description"]) == (row.status, row.words)
    assert body.get("parameters") == row.parameters
    assert stage.server.refusals == ((row.method, row.status, row.words),)


SENDING = ("sendMessage", {"chat_id": READER})
EDITING = ("editMessageText", {"chat_id": READER, "message_id": Given.MESSAGE})
DRAFTING = ("sendMessageDraft", {"chat_id": READER, "draft_id": 1})
"""A draft without a text shows that the bot thinks."""
UNREADABLE = {
    "я <b>x": "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
    "я <x>y</x>": 'can\'t parse entities: Unsupported start tag "x" at byte offset 3',
    "я < y": 'can\'t parse entities: Unsupported start tag "" at byte offset 3',
    "я</b>": "can't parse entities: Unexpected end tag at byte offset 2",
    "<b> </b>": "text must be non-empty",
}
EMPTY = {"": "message text is empty"}


@pytest.mark.parametrize(
    ("request_", "text", "words"),
    [
        *((one, *row) for one in (SENDING, EDITING, DRAFTING) for row in UNREADABLE.items()),
        *((one, *row) for one in (SENDING, EDITING) for row in EMPTY.items()),
    ],
)
async def test_a_text_that_cannot_be_shown_is_refused(
    stage: Stage, request_: tuple[str, Mapping[str, object]], text: str, words: str
) -> None:
    method, where = request_
    params = await there(stage, {**where, "text": text, "parse_mode": "HTML"})
    assert await stage.client.refusal(method, **params) == (400, f"Bad Request: {words}")


@pytest.mark.parametrize(
    ("method", "params"), [("answerCallbackQuery", TOAST), ("answerInlineQuery", OFFER)]
)
async def test_an_answer_that_comes_too_late_is_refused(
    stage: Stage, method: str, params: Mapping[str, object]
) -> None:
    late = await there(stage, params)
    stage.server.expire_queries()
    assert await stage.client.refusal(method, **late) == STALE


async def test_a_second_poller_ends_the_first(stage: Stage) -> None:
    first = asyncio.create_task(stage.client.refusal("getUpdates", timeout=30))
    await stage.server.wait_until(lambda: stage.server.requests)
    second = asyncio.create_task(stage.client.result("getUpdates", timeout=30))
    assert await first == (409, CONFLICT)
    stage.server.say("x", stage.reader)
    updates = await second
    assert isinstance(updates, list)
    assert [update["message"]["text"] for update in updates] == ["x"]


async def test_another_token_is_unauthorized(stage: Stage) -> None:
    stranger = replace(stage.client, token="42:another_token")
    assert await stranger.refusal("getMe") == (401, "Unauthorized")
    assert await stage.client.result("getMe")
