"""An update is closed when it has been handled; nothing is begun once the end has come."""

import asyncio

import pytest
from telegram import InlineQuery, Update, User

from bot.state.database import Database
from bot.telegram.journal_order import JournalOrder
from bot.telegram.update_queue import JournalQueue
from tests.bot.telegram.test_chat_order import take, update


async def test_what_is_handled_is_closed(queue: JournalQueue) -> None:
    await queue.put(update(1, 7))

    await JournalOrder(8, queue).process_update(update(1, 7), take([], "x"))

    assert queue.journal.counts().open == 0


async def test_an_inline_query_costs_the_disk_nothing(
    queue: JournalQueue, state: Database, caplog: pytest.LogCaptureFixture
) -> None:
    state.call(lambda db: db.execute("ALTER TABLE updates RENAME TO away").close())
    inline = Update(1, inline_query=InlineQuery("9", User(7, "Rea", is_bot=False), "who", ""))

    await queue.put(inline)
    await JournalOrder(8, queue).process_update(inline, take([], "x"))

    assert not caplog.records


async def test_what_is_not_handled_to_its_end_stays_open(queue: JournalQueue) -> None:
    await queue.put(update(1, 7))
    cut = asyncio.create_task(
        JournalOrder(8, queue).process_update(update(1, 7), take([], "x", 30.0))
    )
    await asyncio.sleep(0.01)
    cut.cancel()
    await asyncio.gather(cut, return_exceptions=True)

    assert queue.journal.counts().open == 1


async def test_at_the_end_what_is_begun_is_ended_and_nothing_else_begun(
    queue: JournalQueue,
) -> None:
    order, log = JournalOrder(8, queue), []
    for number in (1, 2):
        await queue.put(update(number, 7))
    both = [
        asyncio.create_task(order.process_update(update(number, 7), take(log, str(number), 0.05)))
        for number in (1, 2)
    ]
    await asyncio.sleep(0.01)
    await queue.put(object())  # the library's sign to stop
    await asyncio.gather(*both)

    assert log == ["1 begins", "1 ends"]
    assert [entry.update_id for entry in await queue.journal.take_up()] == [2]


async def test_a_journal_that_fails_at_the_close_is_told(
    queue: JournalQueue, state: Database, caplog: pytest.LogCaptureFixture
) -> None:
    state.call(lambda db: db.execute("ALTER TABLE updates RENAME TO away").close())

    await JournalOrder(8, queue).process_update(update(1, 7), take([], "x"))

    assert "may be answered again after a restart" in caplog.text
