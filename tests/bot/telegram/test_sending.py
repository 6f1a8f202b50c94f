"""What becomes of a message that Telegram refuses, seen from the chat and from the caller."""

import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from telegram import Message
from telegram.error import BadRequest, NetworkError
from telegram.ext import ExtBot

from bot.layout.outgoing import Button, Outgoing
from bot.limiter.rate_limiter import RateLimiter
from bot.telegram.changing import change, change_buttons, change_in_place, rewrite
from bot.telegram.sending import Place, Route, plain, send, send_all
from bot.telegram.telegram_errors import Failure, failure_of
from tests.botapi import BotApiServer
from tests.end_to_end.telegram_stage import TEN_TIMES_AS_FAST

READER = Place(1001)


@pytest_asyncio.fixture
async def server() -> AsyncIterator[BotApiServer]:
    started = BotApiServer()
    started.user(READER.chat_id, "Rea")
    yield started
    await started.stop()


@pytest_asyncio.fixture
async def bot(server: BotApiServer) -> AsyncIterator[ExtBot[Any]]:
    root = await server.start()
    async with ExtBot(
        server.token, f"{root}/bot", rate_limiter=RateLimiter(TEN_TIMES_AS_FAST)
    ) as bot:
        yield bot


def said(server: BotApiServer, chat: int = READER.chat_id) -> list[str]:
    return [message.text for message in server.messages(chat)]


async def sent(bot: ExtBot[Any], html: str = "<b>now</b>") -> Message:
    """A message of the bot's to the reader."""
    sent = await send(bot, READER, html)
    assert sent is not None
    return sent.message


async def test_messages_arrive_in_their_order(server: BotApiServer, bot: ExtBot[Any]) -> None:
    assert await send_all(bot, READER, ["one", "two", "three"]) == READER
    assert said(server) == ["one", "two", "three"]


@pytest.mark.parametrize("gone", ["blocked", "unknown"])
async def test_where_nobody_is_nothing_more_is_sent(
    server: BotApiServer, bot: ExtBot[Any], gone: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    server.block(READER.chat_id)
    place = READER if gone == "blocked" else Place(5)

    assert await send_all(bot, place, ["a secret", "two"]) is None
    assert len(server.calls("sendMessage")) == 1
    assert "secret" not in caplog.text
    assert [one.levelname for one in caplog.records if one.name == "bot.telegram.sending"] == [
        "INFO"
    ]


async def test_later_messages_go_where_the_first_one_went(
    server: BotApiServer, bot: ExtBot[Any]
) -> None:
    group = server.group(-5, "Readers")
    server.move(group, -1005)
    server.close_topic(group, 7)

    assert await send_all(bot, Place(-5, 7), ["one", "two"]) == Place(-1005)
    assert said(server, -1005) == ["one", "two"]
    assert len(server.refusals) == 1


async def test_a_closed_topic_is_left_once_for_all_messages(
    server: BotApiServer, bot: ExtBot[Any]
) -> None:
    server.close_topic(server.group(-5, "Readers"), 7)

    assert await send_all(bot, Place(-5, 7), ["one", "two"]) == Place(-5)
    assert said(server, -5) == ["one", "two"]
    assert len(server.refusals) == 1


async def test_a_group_that_moves_for_ever_is_not_followed_for_ever(
    server: BotApiServer, bot: ExtBot[Any]
) -> None:
    group = server.group(-5, "Readers")
    server.move(group, -5)

    assert await send_outcome(bot, Place(-5)) == "Group migrated to supergroup. New chat id: -5"
    assert len(server.refusals) == 6


async def send_outcome(bot: ExtBot[Any], place: Place) -> str:
    """The words of the error in which sending there ends."""
    with pytest.raises(Exception) as caught:  # noqa: PT011
        await send(bot, place, "x")
    return str(caught.value)


async def test_what_telegram_cannot_read_is_sent_plainly_once(
    server: BotApiServer, bot: ExtBot[Any]
) -> None:
    await send(bot, READER, "<b>a &lt; b")
    assert said(server) == ["a < b"]
    with pytest.raises(BadRequest, match="too long"):
        await send(bot, READER, "x" * 5000)


async def test_any_other_failure_is_the_callers(server: BotApiServer, bot: ExtBot[Any]) -> None:
    server.fail_next("sendMessage", 500, "Internal Server Error")
    with pytest.raises(NetworkError):
        await send(bot, READER, "x")
    assert len(server.calls("sendMessage")) == 1


async def test_a_message_is_changed(server: BotApiServer, bot: ExtBot[Any]) -> None:
    message = await sent(bot)
    for _ in range(2):  # the second time Telegram finds nothing to change
        changed = await change(bot, message, "<i>then</i>")
        assert changed is not None
        assert changed.message_id == message.message_id
    assert said(server) == ["then"]


async def test_a_message_that_is_gone_is_said_anew(server: BotApiServer, bot: ExtBot[Any]) -> None:
    message = await sent(bot)
    await message.delete()

    changed = await change(bot, message, "then")
    assert changed is not None
    assert changed.message_id != message.message_id
    assert said(server) == ["then"]


async def test_a_message_of_a_chat_that_is_gone_is_left(
    server: BotApiServer, bot: ExtBot[Any]
) -> None:
    message = await sent(bot)
    server.block(READER.chat_id)

    assert await change(bot, message, "then") is None
    assert said(server) == ["now"]


async def test_a_change_that_fails_otherwise_is_the_callers(
    server: BotApiServer, bot: ExtBot[Any]
) -> None:
    message = await sent(bot)
    server.fail_next("editMessageText", 400, "Bad Request: something new")
    with pytest.raises(BadRequest):
        await change(bot, message, "then")


async def test_a_message_may_reply_to_another(server: BotApiServer, bot: ExtBot[Any]) -> None:
    first = await sent(bot)
    route = Route(bot, READER)

    await route.send(Outgoing("then", reply_to=first.message_id))
    await first.delete()
    await route.send(Outgoing("later", reply_to=first.message_id))

    replies = [message.reply_to for message in server.messages(READER.chat_id)]
    assert replies == [first.message_id, None]
    assert server.refusals == ()


async def test_in_a_group_that_has_moved_nothing_is_replied_to(
    server: BotApiServer, bot: ExtBot[Any]
) -> None:
    """The messages there have other numbers."""
    group = server.group(-78, "Few")
    server.move(group, -1078)

    await send(bot, Place(-78), "then", reply_to=1)

    (_, again) = server.calls("sendMessage")
    assert "reply_parameters" not in again.params


async def test_a_message_reads_otherwise_or_why_it_does_not_is_told(
    server: BotApiServer, bot: ExtBot[Any]
) -> None:
    message = await sent(bot)
    for _ in range(2):  # the second time Telegram finds nothing to change
        assert await rewrite(bot, READER, message.message_id, Outgoing("then")) is None
    assert said(server) == ["then"]
    await message.delete()

    refused = await rewrite(bot, READER, message.message_id, Outgoing("later"))

    assert refused is not None
    assert failure_of(refused) is Failure.MESSAGE_GONE


def test_plain_text_is_what_a_reader_would_see() -> None:
    assert plain('<a href="https://x.example">1 &lt; 2</a> &amp;amp;') == "1 < 2 &amp;"


class TestInPlace:
    """A message changed at a press: what Telegram refuses there is seldom a fault."""

    KEYS = ((Button("Next", "s:k:2"), Button("Open", url="https://tidewater.example")),)

    async def changed(self, bot: ExtBot[Any], html: str = "<b>then</b>") -> bool:
        message = await sent(bot)
        return await change_in_place(bot, READER, message.message_id, Outgoing(html, self.KEYS))

    async def test_text_and_buttons_are_new(self, server: BotApiServer, bot: ExtBot[Any]) -> None:
        assert await self.changed(bot)

        (message,) = server.messages(READER.chat_id)
        assert message.text == "then"
        assert [one.text for one in message.buttons] == ["Next", "Open"]
        assert server.calls("editMessageText")[0].params["link_preview_options"] == {
            "is_disabled": True
        }

    @pytest.mark.parametrize(
        ("refused", "there"),
        [
            ("Bad Request: message is not modified: as it was", True),
            ("Bad Request: message to edit not found", True),
            ("Bad Request: chat not found", False),
            ("Forbidden: bot was blocked by the user", False),
        ],
    )
    async def test_what_needs_no_change_any_more_is_no_fault(
        self, server: BotApiServer, bot: ExtBot[Any], refused: str, there: bool
    ) -> None:
        for method in ("editMessageText", "editMessageReplyMarkup"):
            server.fail_next(method, 403 if "Forbidden" in refused else 400, refused)
        message = await sent(bot)

        assert await self.changed(bot) is there
        assert await change_buttons(bot, READER, message.message_id, self.KEYS) is there

    @pytest.mark.parametrize("method", ["editMessageText", "editMessageReplyMarkup"])
    async def test_a_link_below_that_telegram_refuses_is_left_out(
        self, server: BotApiServer, bot: ExtBot[Any], method: str
    ) -> None:
        message = await sent(bot)
        server.fail_next(method, 400, "Bad Request: BUTTON_URL_INVALID")
        if method == "editMessageText":
            outgoing = Outgoing("then", self.KEYS)
            assert await change_in_place(bot, READER, message.message_id, outgoing)
        else:
            assert await change_buttons(bot, READER, message.message_id, self.KEYS)

        (now,) = server.messages(READER.chat_id)
        assert [one.text for one in now.buttons] == ["Next"]

    async def test_formats_that_cannot_be_read_are_left_out(
        self, server: BotApiServer, bot: ExtBot[Any], caplog: pytest.LogCaptureFixture
    ) -> None:
        assert await self.changed(bot, "<b>then</c> &amp;")

        (message,) = server.messages(READER.chat_id)
        assert message.text == "then &"
        assert "without formats" in caplog.text

    async def test_other_refusals_are_raised(self, server: BotApiServer, bot: ExtBot[Any]) -> None:
        server.fail_next("editMessageText", 400, "Bad Request: something new")

        with pytest.raises(BadRequest, match=r"(?i)something new"):
            await self.changed(bot)


async def test_a_new_message_carries_its_buttons_and_no_empty_row(
    server: BotApiServer, bot: ExtBot[Any]
) -> None:
    await send(bot, READER, "now", keyboard=((), (Button("Next", "s:k:2"),)))
    await send(bot, READER, "then", keyboard=((),))

    first, second = server.messages(READER.chat_id)
    assert [one.text for one in first.buttons] == ["Next"]
    assert second.buttons == ()


def test_a_button_does_one_thing() -> None:
    for button in ({}, {"data": "x", "url": "https://tidewater.example"}):
        with pytest.raises(ValueError, match="must do one thing"):
            Button("x", **button)
