"""Questions are tried three times, and those that a process died on one at a time."""

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from bot.conversation import Reply, Said
from bot.state.journal import Journal
from bot.telegram.attempts import Attempts

NOON = datetime(2031, 5, 9, 12, tzinfo=UTC)


class Stumbling:
    """Fails so often, then answers; never two at once, or it says so."""

    def __init__(self, failures: int = 0) -> None:
        self.asked = 0
        self.most_at_once = 0
        self._failures = failures
        self._now = 0
        self._lock = threading.Lock()

    def reply(self, text: str, asked: datetime, chat: int | None, message: int | None) -> Reply:
        with self._lock:
            self.asked += 1
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)
        try:
            if self.asked <= self._failures:
                raise RuntimeError(f"failed on {text}")
            threading.Event().wait(0.02)
            return Said(text)
        finally:
            with self._lock:
                self._now -= 1


@pytest.fixture
def executor() -> Iterator[Executor]:
    with ThreadPoolExecutor(4) as executor:
        yield executor


async def test_what_fails_twice_is_answered_at_the_third_try(
    executor: Executor, journal: Journal, caplog: pytest.LogCaptureFixture
) -> None:
    conversation = Stumbling(failures=2)
    await journal.receive(1, 7, "{}")

    reply = await Attempts(conversation, executor, journal).reply(1, "who sank", NOON, 7, 1)

    assert reply == Said("who sank")
    (entry,) = await journal.take_up()
    assert entry.tries == 3
    assert [record.getMessage() for record in caplog.records] == [
        "update 1: try 1 of 3 failed (RuntimeError)",
        "update 1: try 2 of 3 failed (RuntimeError)",
    ]


async def test_what_fails_three_times_is_raised(executor: Executor, journal: Journal) -> None:
    conversation = Stumbling(failures=3)
    await journal.receive(1, 7, "{}")

    with pytest.raises(RuntimeError, match="failed on who sank"):
        await Attempts(conversation, executor, journal).reply(1, "who sank", NOON, 7, 1)
    assert conversation.asked == 3


async def test_tries_of_an_earlier_process_count(executor: Executor, journal: Journal) -> None:
    conversation = Stumbling(failures=1)
    await journal.receive(1, 7, "{}")
    journal.begin(1)
    journal.begin(1)
    await journal.take_up()

    with pytest.raises(RuntimeError):
        await Attempts(conversation, executor, journal).reply(1, "who sank", NOON, 7, 1)


async def test_what_was_answered_at_a_second_try_is_a_suspect_no_longer(
    executor: Executor, journal: Journal
) -> None:
    await journal.receive(1, 7, "{}")
    journal.begin(1)
    journal.begin(1)
    await journal.take_up()

    await Attempts(Stumbling(), executor, journal).reply(1, "who sank", NOON, 7, 1)

    (entry,) = await journal.take_up()  # the process ended before it was sent
    assert entry.tries == 0


@pytest.mark.parametrize(("tried", "at_once"), [(True, 1), (False, 3)])
async def test_suspects_are_answered_one_at_a_time(
    executor: Executor, journal: Journal, tried: bool, at_once: int
) -> None:
    conversation = Stumbling()
    for update_id in range(3):
        await journal.receive(update_id, update_id, "{}")
        if tried:
            journal.begin(update_id)
    await journal.take_up()
    attempts = Attempts(conversation, executor, journal)

    await asyncio.gather(*(attempts.reply(number, "x", NOON, number, 1) for number in range(3)))

    assert conversation.most_at_once <= at_once
    assert conversation.asked == 3


async def test_who_waits_for_a_worker_is_no_suspect(journal: Journal) -> None:
    held = threading.Event()
    with ThreadPoolExecutor(1) as one:
        one.submit(held.wait, 30.0)
        await journal.receive(1, 7, "{}")
        waiting = asyncio.create_task(Attempts(Stumbling(), one, journal).reply(1, "x", NOON, 7, 1))
        await asyncio.sleep(0.02)

        (entry,) = await journal.take_up()
        held.set()
        await waiting

    assert entry.tries == 0
