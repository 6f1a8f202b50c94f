"""What readers wrote is deleted when its time is up, and can then be found nowhere."""

import asyncio
import logging
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.layout.outgoing import Outgoing
from bot.state.database import Database
from bot.state.entries import Counts
from bot.state.journal import Journal
from bot.state.kept_turns import KeptTurns
from bot.state.retention import Deleted, delete_now, delete_old, keep_deleting
from retrieval.query import Turn
from tests.bot.waiting import until

DAY_S = 86_400.0
QUESTION = "who sank the quill island ferry"


def journal_at(state: Database, moment: float) -> Journal:
    return Journal(state, 42, lambda: moment)


async def test_what_is_older_than_the_days_goes_and_the_rest_stays(state: Database) -> None:
    for update_id, moment in ((1, 0.0), (2, 1.0), (3, DAY_S)):
        journal = journal_at(state, moment)
        await journal.receive(update_id, 7, "{}")
        await journal.replied(update_id, [Outgoing("one")])
        await journal.sent_again(update_id, 0)
    await journal.close(1)

    deleted = state.call(delete_old(30, 30 * DAY_S + 1.5))

    assert deleted == Deleted(2, 1, 0, 0)
    assert journal.counts() == Counts(1, 0, 1)


async def test_turns_go_after_an_hour(state: Database) -> None:
    noon = datetime(2031, 5, 10, 12, tzinfo=UTC)
    KeptTurns(state).add(1, Turn("x"), noon)

    assert state.call(delete_old(30, noon.timestamp() + 3600)).turns == 0
    assert state.call(delete_old(30, noon.timestamp() + 3601)).turns == 1


async def test_nothing_of_it_is_left_in_the_files(tmp_path: Path, state: Database) -> None:
    journal = journal_at(state, time.time() - 31 * DAY_S)
    await journal.receive(1, 7, QUESTION)
    await journal.replied(1, [Outgoing(QUESTION)])

    def found() -> bool:
        return any(QUESTION.encode() in file.read_bytes() for file in tmp_path.iterdir())

    assert found()
    await delete_now(state, 30)
    assert not found()


async def test_what_was_never_answered_is_told(
    state: Database, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    await journal_at(state, 0.0).receive(1, 7, "{}")

    await delete_now(state, 30)

    assert "1 updates and 0 answers older than 30 days are deleted" in caplog.text
    assert "1 of the updates deleted were never answered" in caplog.text


async def test_it_goes_on_every_hour_whatever_happens(
    state: Database, caplog: pytest.LogCaptureFixture
) -> None:
    state.call(lambda db: db.execute("ALTER TABLE turns RENAME TO gone").close())
    task = asyncio.create_task(keep_deleting(state, 30, every_s=0.01))
    await until(lambda: "could not be deleted" in caplog.text)
    state.call(lambda db: db.execute("ALTER TABLE gone RENAME TO turns").close())
    await journal_at(state, 0.0).receive(1, 7, "{}")

    count = "SELECT count(*) FROM updates"
    await until(lambda: state.call(lambda db: db.execute(count).fetchone()) == (0,))
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
