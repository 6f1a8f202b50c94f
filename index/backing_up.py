"""Copies the truth to a file and back. The derived indexes are made again from it."""

import sqlite3
import uuid
from contextlib import closing
from pathlib import Path

from index.atomic_file import write_whole
from index.database import FILE_NAME, SCHEMA_VERSION
from index.errors import IndexStoreError, InputError


def back_up(folder: Path, target: Path) -> None:
    """Copy the corpus in ``folder`` to the file ``target``, whole, while others may use it.

    Raises:
        IndexStoreError: it cannot be read, or ``target`` not be written.
    """
    source = folder / FILE_NAME
    if target.resolve() == source.resolve():
        raise InputError(f"{target}: is the index itself; name another file")

    def copy(fresh: Path) -> None:
        fresh.unlink(missing_ok=True)
        with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(fresh)) as made:
            live.backup(made)
            made.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
        if not _is_sound(fresh):
            raise sqlite3.DatabaseError("it is damaged; an earlier copy at that place was kept")

    try:
        write_whole(target, copy)
    except (sqlite3.Error, OSError) as error:
        raise IndexStoreError(f"{source}: cannot be copied to {target} ({error})") from error


def restore(folder: Path, source: Path) -> Path | None:
    """Put the corpus in the file ``source`` in the place of the one in ``folder``.

    A running bot goes on with it. What was there and cannot be read is moved aside; its new path.

    Raises:
        InputError: ``source`` is no whole copy of a corpus.
        IndexStoreError: it cannot be put in place.
    """
    check_copy(source)
    live = folder / FILE_NAME
    moved = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if live.exists() and not _is_sound(live):
            moved = _move_aside(live)
        fresh = folder / f".{FILE_NAME}.restored"
        fresh.unlink(missing_ok=True)
        with closing(sqlite3.connect(source)) as given, closing(sqlite3.connect(fresh)) as made:
            given.backup(made)
            # Another name: what was derived from the corpus before must not pass for this one's.
            made.execute("UPDATE meta SET value = ? WHERE key = 'corpus'", (uuid.uuid4().hex,))
            made.commit()
            with closing(sqlite3.connect(live)) as target:
                made.backup(target)
        fresh.unlink()
    except (sqlite3.Error, OSError) as error:
        raise IndexStoreError(f"{live}: {source} cannot be put there ({error})") from error
    return moved


def check_copy(source: Path) -> None:
    """Refuse a file that is no whole copy of a corpus.

    Raises:
        InputError: with what is wrong with it.
    """
    if not source.is_file():
        raise InputError(f"{source}: no such file; name one that `dateline backup` wrote")
    if not _is_sound(source):
        raise InputError(f"{source}: is no whole copy of an index; name another one")
    with closing(sqlite3.connect(source)) as given:
        (found,) = given.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
    if found != SCHEMA_VERSION:
        raise InputError(
            f"{source}: is in format {found}, this version reads {SCHEMA_VERSION}; restore it with "
            "the version that wrote it"
        )


def _is_sound(file: Path) -> bool:
    try:
        with closing(sqlite3.connect(file)) as db:
            checked = db.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
            named = db.execute("SELECT 1 FROM meta WHERE key = 'schema'").fetchone()
            return checked and named is not None
    except sqlite3.Error:
        return False


def _move_aside(live: Path) -> Path:
    number = 1
    while (aside := live.with_name(f"{FILE_NAME}.damaged-{number}")).exists():
        number += 1
    live.rename(aside)
    for suffix in ("-wal", "-shm"):
        beside = live.with_name(live.name + suffix)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + suffix))
    return aside
