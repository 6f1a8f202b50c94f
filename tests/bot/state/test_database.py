"""The bot's own file: one thread, one process, and a result only when it is on disk."""

import asyncio
import sqlite3
import threading
from pathlib import Path

import pytest

from bot.state.database import FILE_NAME, Database
from bot.state.opening import StateError
from index.errors import IndexStoreError

ADD = "INSERT INTO turns (chat, moment, turn) VALUES (?, 0, 'x')"
COUNT = "SELECT count(*) FROM turns"


def add(chat: int) -> object:
    return lambda db: db.execute(ADD, (chat,)).rowcount


def count(folder: Path) -> int:
    """As another program sees it."""
    other = sqlite3.connect(folder / FILE_NAME)
    (found,) = other.execute(COUNT).fetchone()
    other.close()
    return found


def test_what_was_done_is_on_disk_when_it_is_told(tmp_path: Path, state: Database) -> None:
    assert state.call(add(1)) == 1

    assert count(tmp_path) == 1


def test_commits_wait_for_the_disk(state: Database) -> None:
    assert state.call(lambda db: db.execute("PRAGMA synchronous").fetchone()) == (2,)
    assert state.call(lambda db: db.execute("PRAGMA journal_mode").fetchone()) == ("wal",)
    assert state.call(lambda db: db.execute("PRAGMA secure_delete").fetchone()) == (1,)


def test_only_its_owner_may_read_it(tmp_path: Path, state: Database) -> None:
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o077 == 0


def test_a_job_that_fails_changes_nothing_and_spoils_no_other(
    tmp_path: Path, state: Database
) -> None:
    held = threading.Event()
    state.submit(lambda db: held.wait(30.0))  # so that the next three wait together

    def stumble(db: sqlite3.Connection) -> None:
        db.execute(ADD, (2,))
        raise ValueError("a fault in a job")

    first, broken, last = state.submit(add(1)), state.submit(stumble), state.submit(add(3))
    held.set()

    assert (first.result(), last.result()) == (1, 1)
    with pytest.raises(ValueError, match="a fault in a job"):
        broken.result()
    assert count(tmp_path) == 2


def test_a_fault_of_sqlite_names_the_file(tmp_path: Path, state: Database) -> None:
    with pytest.raises(StateError, match=r"bot\.db: cannot be read or written \(no such table"):
        state.call(lambda db: db.execute("SELECT * FROM nowhere").fetchall())
    assert state.call(add(1)) == 1


def test_a_transaction_that_cannot_be_committed_fails_every_job_in_it(
    tmp_path: Path, state: Database
) -> None:
    held = threading.Event()
    state.submit(lambda db: held.wait(30.0))
    first = state.submit(add(1))
    # Ends the transaction under way, as SQLite itself does when the disk is full.
    second = state.submit(lambda db: db.execute("ROLLBACK").rowcount)
    held.set()

    for job in (first, second):
        with pytest.raises(StateError):
            job.result()
    assert count(tmp_path) == 0
    assert state.call(add(3)) == 1


async def test_the_event_loop_goes_on_while_the_disk_is_slow(state: Database) -> None:
    held = threading.Event()
    slow = asyncio.ensure_future(state.acall(lambda db: held.wait(30.0)))
    await asyncio.sleep(0.01)

    assert not slow.done()
    held.set()
    assert await slow


async def test_a_job_that_nobody_waits_for_any_more_is_not_done(
    tmp_path: Path, state: Database
) -> None:
    held = threading.Event()
    slow = state.submit(lambda db: held.wait(30.0))
    unwanted = asyncio.ensure_future(state.acall(add(1)))
    await asyncio.sleep(0)
    unwanted.cancel()
    await asyncio.gather(unwanted, return_exceptions=True)
    held.set()

    slow.result()
    assert state.call(lambda db: db.execute(COUNT).fetchone()) == (0,)


def test_closing_does_what_was_asked_before(tmp_path: Path) -> None:
    state = Database(tmp_path)
    jobs = [state.submit(add(number)) for number in range(50)]
    state.close()

    assert all(job.result() for job in jobs)
    assert count(tmp_path) == 50


def test_two_bots_do_not_share_a_folder(tmp_path: Path, state: Database) -> None:
    with pytest.raises(StateError, match="another bot is running on this data folder"):
        Database(tmp_path, wait_s=0.05)


def test_the_next_bot_waits_for_the_one_before_to_end(tmp_path: Path) -> None:
    first = Database(tmp_path)
    ending = threading.Timer(0.1, first.close)
    ending.start()

    Database(tmp_path, wait_s=60.0).close()
    ending.join()


def test_a_file_that_is_no_database_is_refused_and_stays(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"no database" * 1000)

    with pytest.raises(StateError, match="move it away to begin a new one"):
        Database(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes().startswith(b"no database")


def test_a_file_of_a_later_version_is_refused(tmp_path: Path) -> None:
    with Database(tmp_path) as state:
        state.call(lambda db: db.execute("PRAGMA user_version = 99").close())

    with pytest.raises(StateError, match="is in format 99, this version reads 1"):
        Database(tmp_path)


def test_a_refused_file_is_free_for_the_next_try(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"no database" * 1000)
    with pytest.raises(StateError) as caught:
        Database(tmp_path)
    (tmp_path / FILE_NAME).unlink()

    Database(tmp_path, wait_s=0.0).close()
    assert caught.value  # held until now, and with it everything that had been opened


def test_a_folder_that_cannot_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(IndexStoreError, match="cannot be used as the data folder"):
        Database(tmp_path / "file" / "data")


def test_the_log_is_emptied(tmp_path: Path, state: Database) -> None:
    state.call(add(1))
    log = tmp_path / f"{FILE_NAME}-wal"
    assert log.stat().st_size > 0

    state.clear_log().result()

    assert log.stat().st_size == 0
