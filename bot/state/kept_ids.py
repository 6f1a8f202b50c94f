"""Ids that outlive a restart: the banned, the chats talked in, the groups that want no answers."""

import threading
from typing import Literal, Protocol, TypeAlias

from bot.state.database import Database

_Table: TypeAlias = Literal["bans", "chats", "silent_groups"]


class KeptIds(Protocol):
    """A set of ids of readers and chats. May be shared by threads; changing it may block."""

    def __contains__(self, one: object, /) -> bool: ...

    def all(self) -> frozenset[int]:
        """The ids as they are now."""

    def add(self, one: int) -> None:
        """Keep an id; nothing happens where it is kept already.

        Raises:
            StateError: it cannot be kept.
        """

    def discard(self, one: int) -> None:
        """Keep it no longer; nothing happens where it is not kept.

        Raises:
            StateError: that cannot be done.
        """


class IdTable:
    """The :class:`KeptIds` in a table of the bot's own file, and in memory for reading.

    Raises:
        StateError: the file cannot be read.
    """

    def __init__(self, database: Database, table: _Table) -> None:
        self._database = database
        self._table = table
        self._lock = threading.Lock()
        self._ids = frozenset(
            database.call(lambda db: [one for (one,) in db.execute(f"SELECT id FROM {table}")])
        )

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

    def _run(self, statement: str, one: int) -> None:
        self._database.call(lambda db: db.execute(statement, (one,)).close())
