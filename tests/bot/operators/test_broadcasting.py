"""The pace of a broadcast, and what it takes to begin one; in virtual time."""

import asyncio
import logging
import re
from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import Chat, Message
from telegram.error import NetworkError

from bot.limiter.schedule import Priority
from bot.operators.broadcasting import Broadcasts
from bot.telegram.sending import Place
from bot.words import admin_texts
from bot.words.saying import say
from tests.bot.id_sets import IdSet
from tests.bot.limiter.virtual_time import in_virtual_time

OPERATOR = 13
HERE = Place(OPERATOR)


class SlowBot:
    """Takes its time for a chat in ``slow``; keeps what it was told and when."""

    def __init__(self, slow: dict[int, float] | None = None, deaf: bool = False) -> None:
        self.sent: list[tuple[float, int, str, Priority]] = []
        self.changed: list[str] = []
        self._slow = slow or {}
        self._deaf = deaf

    async def send_message(
        self, chat: int, text: str, *, rate_limit_args: Priority, **_: Any
    ) -> Message:
        self.sent.append((asyncio.get_running_loop().time(), chat, text, rate_limit_args))
        if self._deaf and rate_limit_args is Priority.ANSWER:
            raise NetworkError("no way through")
        await asyncio.sleep(self._slow.get(chat, 0.1))
        return Message(1, datetime.now(UTC), Chat(chat, "private"))

    async def edit_message_text(self, text: str, *_: Any, **__: Any) -> bool:
        self.changed.append(text)
        return True


def code_in(asked: str) -> str:
    return re.findall(r"/admin confirm (\w+)$", asked)[0]


async def broadcast(bot: SlowBot, chats: set[int]) -> None:
    broadcasts = Broadcasts(IdSet(chats))
    code = code_in(broadcasts.ask(OPERATOR, "news"))
    assert await broadcasts.confirm(bot, HERE, OPERATOR, code) is None
    assert await broadcasts.confirm(bot, HERE, OPERATOR, code) == say("broadcast-busy")
    await broadcasts.finish()


def test_no_second_sees_more_than_twenty_and_answers_go_before() -> None:
    bot = SlowBot()
    in_virtual_time(broadcast(bot, set(range(1, 451))))

    told, *sent = bot.sent
    assert told[1:3] == (OPERATOR, admin_texts.sending(0, 450))
    assert [chat for _, chat, *_ in sent] == list(range(1, 451))
    moments = [at for at, *_ in sent]
    assert max(sum(0 <= at - one < 0.999 for at in moments) for one in moments) == 20
    assert {priority for *_, priority in sent} == {Priority.BROADCAST}
    assert bot.changed == [
        admin_texts.sending(200, 450),
        admin_texts.sending(400, 450),
        admin_texts.sent(450, 0, 0),
    ]


def test_a_chat_that_is_held_back_holds_up_no_other() -> None:
    bot = SlowBot(slow={1: 250.0, 2: 250.0})
    in_virtual_time(broadcast(bot, set(range(1, 41))))

    assert bot.sent[-1][0] < 5.0


def test_it_goes_on_where_the_operator_cannot_be_told() -> None:
    bot = SlowBot(deaf=True)
    in_virtual_time(broadcast(bot, {1, 2}))

    assert len(bot.sent) == 3
    assert bot.changed == []


def test_a_code_is_for_one_operator_and_ten_minutes() -> None:
    async def run() -> list[str | None]:
        broadcasts = Broadcasts(IdSet({1}))
        code = code_in(broadcasts.ask(OPERATOR, "news"))
        others = await broadcasts.confirm(SlowBot(), HERE, 14, code)
        await asyncio.sleep(601.0)
        return [others, await broadcasts.confirm(SlowBot(), HERE, OPERATOR, code)]

    assert in_virtual_time(run()) == [say("broadcast-no-code")] * 2


def test_where_no_chat_is_known_there_is_nothing_to_confirm() -> None:
    async def run() -> str:
        return Broadcasts(IdSet()).ask(OPERATOR, "news")

    assert in_virtual_time(run()) == say("broadcast-nobody")


def test_one_that_is_broken_off_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "bot")

    async def run() -> None:
        broadcasts = Broadcasts(IdSet(set(range(1, 41))))
        await broadcasts.stop()
        code = code_in(broadcasts.ask(OPERATOR, "news"))
        await broadcasts.confirm(SlowBot(), HERE, OPERATOR, code)
        await asyncio.sleep(1.0)
        await broadcasts.stop()

    in_virtual_time(run())
    assert any("broken off before" in message for message in caplog.messages)
