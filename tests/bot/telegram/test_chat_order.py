"""Chats run beside each other; within one, nothing overtakes."""

import asyncio
from datetime import UTC, datetime

import pytest
from telegram import Chat, Message, Update

from bot.telegram.chat_order import ChatOrder


def update(number: int, chat: int) -> Update:
    when = datetime(2031, 5, 10, tzinfo=UTC)
    return Update(number, Message(number, when, Chat(chat, Chat.PRIVATE), text="x"))


async def take(log: list[str], name: str, wait_s: float = 0.0) -> None:
    """Work that takes a while, and can be seen to begin and to end."""
    log.append(f"{name} begins")
    await asyncio.sleep(wait_s)
    log.append(f"{name} ends")


async def test_within_a_chat_the_first_ends_before_the_second_begins() -> None:
    order, log = ChatOrder(8), []

    await asyncio.gather(
        order.process_update(update(1, 7), take(log, "slow", 0.02)),
        order.process_update(update(2, 7), take(log, "quick")),
    )

    assert log == ["slow begins", "slow ends", "quick begins", "quick ends"]


async def test_another_chat_does_not_wait() -> None:
    order, log = ChatOrder(8), []

    await asyncio.gather(
        order.process_update(update(1, 7), take(log, "slow", 0.02)),
        order.process_update(update(2, 8), take(log, "quick")),
    )

    assert log == ["slow begins", "quick begins", "quick ends", "slow ends"]


async def test_what_is_of_no_chat_does_not_wait() -> None:
    order, log = ChatOrder(8), []

    await asyncio.gather(
        order.process_update(update(1, 7), take(log, "slow", 0.02)),
        order.process_update(Update(2), take(log, "chatless")),
        order.process_update("no update", take(log, "foreign")),
    )

    assert log[-1] == "slow ends"
    assert len(log) == 6


async def test_no_more_than_so_many_chats_run_at_once() -> None:
    order, log = ChatOrder(1), []

    await asyncio.gather(
        order.process_update(update(1, 7), take(log, "first", 0.01)),
        order.process_update(update(2, 8), take(log, "second")),
    )

    assert log == ["first begins", "first ends", "second begins", "second ends"]


async def test_a_chat_with_a_backlog_takes_one_place_only() -> None:
    order, log = ChatOrder(2), []
    backlog = [
        asyncio.create_task(
            order.process_update(update(number, 7), take(log, "slow", 0.3 * (number == 0)))
        )
        for number in range(20)
    ]
    await asyncio.sleep(0.01)

    await order.process_update(update(99, 8), take(log, "quick"))

    assert log == ["slow begins", "quick begins", "quick ends"]
    await asyncio.gather(*backlog)


async def test_a_failure_lets_the_next_one_through() -> None:
    order, log = ChatOrder(8), []

    async def fail() -> None:
        raise RuntimeError("broken")

    with pytest.raises(RuntimeError):
        await order.process_update(update(1, 7), fail())
    await order.process_update(update(2, 7), take(log, "next"))

    assert log == ["next begins", "next ends"]


async def test_a_chat_that_is_done_leaves_nothing_behind() -> None:
    order, log = ChatOrder(8), []
    for number in range(100):
        await order.process_update(update(number, number), take(log, "x"))

    assert (order._locks, order._waiting) == ({}, {})
