"""The messages of a reply, one after the other, whatever the connection does."""

import asyncio
import time
from collections import deque
from datetime import timedelta

import httpx
import pytest
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut

from bot.layout.outgoing import Outgoing
from bot.state.entries import Entry
from bot.state.journal import Journal
from bot.telegram import delivery
from bot.telegram.delivery import MOST_DOUBLES, Delivery, LeftOpenError, may_have_arrived


def refused_connection() -> NetworkError:
    error = NetworkError("httpx.ConnectError")
    error.__cause__ = httpx.ConnectError("refused")
    return error


class Wire:
    """Takes messages, but for the planned faults; looks into the journal at each."""

    def __init__(self, journal: Journal, *faults: Exception) -> None:
        self.messages: list[str] = []
        self.open: list[Entry] = []
        self.last_read = ""
        self._journal = journal
        self._faults = deque(faults)

    async def send(self, message: Outgoing) -> bool:
        (entry,) = await self._journal.take_up()
        self.open.append(entry)
        if self._faults:
            raise self._faults.popleft()
        self.messages.append(message.html)
        return message.html != self.last_read


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "_FIRST_WAIT_S", 0.001)


async def delivered(journal: Journal, wire: Wire, *messages: str) -> bool:
    await journal.receive(1, 7, "{}")
    return await Delivery(journal, asyncio.Event()).deliver(
        1, [Outgoing(one) for one in messages], wire.send
    )


def in_doubt(journal: Journal, wire: Wire) -> int:
    """The possible doubles, but for those that looking into the journal made."""
    return journal.counts().possible_doubles - len(wire.open)


async def test_at_each_message_the_journal_knows_the_reply_and_what_was_sent_of_it(
    journal: Journal,
) -> None:
    wire = Wire(journal)

    assert await delivered(journal, wire, "one", "two", "three")

    assert wire.messages == ["one", "two", "three"]
    assert [(entry.reply, entry.sent) for entry in wire.open] == [
        ((Outgoing("one"), Outgoing("two"), Outgoing("three")), sent) for sent in range(3)
    ]
    (entry,) = await journal.take_up()
    assert entry.sent == 3


async def test_what_may_have_arrived_is_sent_again_and_counted(journal: Journal) -> None:
    wire = Wire(journal, TimedOut(), NetworkError("Bad Gateway"))

    await delivered(journal, wire, "one")

    assert wire.messages == ["one"]
    assert in_doubt(journal, wire) == 2


async def test_what_was_never_sent_is_sent_and_not_counted(journal: Journal) -> None:
    wire = Wire(journal, *(refused_connection() for _ in range(9)))

    await delivered(journal, wire, "one")

    assert wire.messages == ["one"]
    assert in_doubt(journal, wire) == 0


async def test_what_is_refused_is_not_sent_again(journal: Journal) -> None:
    wire = Wire(journal, BadRequest("can't parse entities"))

    with pytest.raises(BadRequest):
        await delivered(journal, wire, "one")
    assert len(wire.open) == 1


async def test_what_is_lost_every_time_is_not_sent_for_ever(journal: Journal) -> None:
    wire = Wire(journal, *(TimedOut() for _ in range(9)))

    with pytest.raises(TimedOut):
        await delivered(journal, wire, "one")
    assert len(wire.open) == MOST_DOUBLES + 1


async def test_after_an_hour_it_is_given_up(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "_KEEP_TRYING_S", 0.0)
    wire = Wire(journal, *(refused_connection() for _ in range(9)))

    with pytest.raises(NetworkError):
        await delivered(journal, wire, "one")


async def test_where_nobody_is_the_rest_is_not_sent(journal: Journal) -> None:
    wire = Wire(journal)
    wire.last_read = "one"

    assert not await delivered(journal, wire, "one", "two")
    assert wire.messages == ["one"]


async def test_a_flood_wait_is_waited_out_and_is_no_double(journal: Journal) -> None:
    wire = Wire(journal, RetryAfter(timedelta(seconds=0.1)))
    began = time.monotonic()

    await delivered(journal, wire, "one")

    assert time.monotonic() - began >= 0.1
    assert wire.messages == ["one"]
    assert in_doubt(journal, wire) == 0


async def test_a_flood_wait_of_over_an_hour_leaves_the_reply_open(journal: Journal) -> None:
    wire = Wire(journal, RetryAfter(timedelta(hours=2)))

    with pytest.raises(LeftOpenError):
        await delivered(journal, wire, "one")
    (entry,) = await journal.take_up()
    assert entry.reply == (Outgoing("one"),)


async def test_at_the_end_of_the_program_it_is_left_to_the_next(journal: Journal) -> None:
    wire, stopping = Wire(journal, refused_connection()), asyncio.Event()
    stopping.set()
    await journal.receive(1, 7, "{}")

    with pytest.raises(LeftOpenError):
        await Delivery(journal, stopping).deliver(1, [Outgoing("one")], wire.send)
    assert len(wire.open) == 1


@pytest.mark.parametrize(
    ("cause", "may"),
    [
        (httpx.ConnectError("x"), False),
        (httpx.ConnectTimeout("x"), False),
        (httpx.PoolTimeout("x"), False),
        (httpx.ReadTimeout("x"), True),
        (httpx.RemoteProtocolError("x"), True),
        (httpx.ReadError("x"), True),
        (httpx.WriteError("x"), True),
        (None, True),
    ],
)
def test_only_what_never_left_has_surely_not_arrived(cause: Exception | None, may: bool) -> None:
    error = NetworkError("x")
    error.__cause__ = cause

    assert may_have_arrived(error) is may


async def test_what_may_be_done_twice_is_done_until_it_is_done_and_is_no_double(
    journal: Journal,
) -> None:
    wire = Wire(journal, TimedOut(), refused_connection())
    await journal.receive(1, 7, "{}")

    done = await Delivery(journal, asyncio.Event()).insist(1, lambda: wire.send(Outgoing("one")))

    assert done
    assert wire.messages == ["one"]
    assert journal.counts().possible_doubles == 0
