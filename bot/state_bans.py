"""Ids that outlive a restart: who is banned by /admin, and which chats the bot has talked in."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import Protocol

from index.errors import DatelineError

FILE_NAME = "readers.db"


class IdsError(DatelineError):
    """The file of kept ids cannot be used."""


class KeptIds(Protocol):
    """A set of ids of readers and chats. May be shared by threads; changing it may block."""

    def __contains__(self, one: object, /) -> bool: ...

    def all(self) -> frozenset[int]:
        """The ids as they are now."""

    def add(self, one: int) -> None:
        """Keep an id; nothing happens where it is kept already."""

    def discard(self, one: int) -> None:
        """Keep it no longer; nothing happens where it is not kept."""


class IdTable:
    """The :class:`KeptIds` in a table of a SQLite file, and in memory for reading.

    Raises:
        IdsError: the file is damaged or cannot be written; the message names it.
    """

    def __init__(self, folder: Path, table: str) -> None:
        self._path = folder / FILE_NAME
        self._table = table
        self._lock = threading.Lock()
        self._run(f"CREATE TABLE IF NOT EXISTS {table} (id INTEGER PRIMARY KEY)")
        self._ids = frozenset(one for (one,) in self._run(f"SELECT id FROM {table}"))

    def __contains__(self, one: object, /) -> bool:
        return one in self._ids

    def all(self) -> frozenset[int]:
        return self._ids

    def add(self, one: int) -> None:
        with self._lock:
            if one not in self._ids:
                self._run(f"INSERT OR IGNORE INTO {self._table} VALUES (?)", one)
                self._ids |= {one}

    def discard(self, one: int) -> None:
        with self._lock:
            if one in self._ids:
                self._run(f"DELETE FROM {self._table} WHERE id = ?", one)
                self._ids -= {one}

    def _run(self, statement: str, *values: int) -> list[tuple[int]]:
        try:
            with closing(sqlite3.connect(self._path, timeout=30.0)) as file, file:
                return file.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise IdsError(
                f"{self._path}: bans and chats cannot be kept here ({error}); put the file right, "
                "or move it away to begin without any"
            ) from error
