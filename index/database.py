"""The SQLite file that holds the truth: opening it, transactions, and what can be wrong with it."""

import re
import sqlite3
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from index.corpus_writing import Writing
from index.errors import DamagedIndexError, IndexStoreError, unusable_folder

SCHEMA_VERSION = "2"
FILE_NAME = "corpus.db"
_WAIT_S = 30.0


class Database:
    """One connection to the file, which threads may share: they take turns."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE_NAME
        self._lock = threading.RLock()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(self.path, timeout=_WAIT_S, check_same_thread=False)
            self._db.isolation_level = None
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            self._db.execute("PRAGMA foreign_keys = ON")
            self._create()
        except sqlite3.DatabaseError as error:
            raise self._damaged(error) from error
        except OSError as error:
            raise unusable_folder(folder, error) from error

    def close(self) -> None:
        """Close the file; the instance is of no use afterwards."""
        with self._lock:
            self._db.close()

    @property
    def identity(self) -> str:
        """A name made up when the file was; derived indexes carry it in their stamps."""
        return self.meta("corpus") or ""

    @property
    def revision(self) -> int:
        """The number of write transactions so far."""
        return int(self.meta("revision") or 0)

    def meta(self, key: str) -> str | None:
        """A note about the index, e.g. the fingerprint of its encoder."""
        rows = self.rows("SELECT value FROM meta WHERE key = ?", (key,))
        return rows[0][0] if rows else None

    @contextmanager
    def transaction(self) -> Iterator[Writing]:
        """One write transaction: all of it is seen by readers at once, or none of it.

        Raises:
            IndexStoreError: another process is writing and did not finish in time.
        """
        with self._lock:
            try:
                self._db.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                raise IndexStoreError(
                    f"{self.path}: another `dateline index` has been writing for {_WAIT_S:.0f} s; "
                    "wait for it to end and try again"
                ) from error
            try:
                revision = self.revision + 1
                yield Writing(self._db, revision)
                self._db.execute(
                    "INSERT OR REPLACE INTO meta VALUES ('revision', ?)", (str(revision),)
                )
                self._db.execute("COMMIT")
            except sqlite3.OperationalError as error:
                self._roll_back()
                raise IndexStoreError(
                    f"{self.path}: cannot be written to ({error}); what was there stays. Make room "
                    "or mend the disk, and run the same command again"
                ) from error
            except BaseException:
                self._roll_back()
                raise

    def _roll_back(self) -> None:
        if self._db.in_transaction:  # SQLite does it by itself when the disk is full
            self._db.execute("ROLLBACK")

    def _create(self) -> None:
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            schema = files("index").joinpath("schema.sql").read_text(encoding="utf-8")
            statements = [one.strip() for one in re.sub(r"--[^\n]*", "", schema).split(";")]
            new = not self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone()
            for statement in filter(None, statements):
                if new or statement.startswith("CREATE INDEX IF NOT EXISTS"):
                    self._db.execute(statement)
            if new:
                self._db.executemany(
                    "INSERT INTO meta VALUES (?, ?)",
                    [("schema", SCHEMA_VERSION), ("corpus", uuid.uuid4().hex), ("revision", "0")],
                )
            self._db.execute("COMMIT")
        if (found := self.meta("schema")) != SCHEMA_VERSION:
            raise IndexStoreError(
                f"{self.path}: is in format {found}, this version reads {SCHEMA_VERSION}; "
                "index into a new folder with --data-dir"
            )

    def rows(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query.

        Raises:
            DamagedIndexError: the file does not read.
        """
        try:
            with self._lock:
                return self._db.execute(statement, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise self._damaged(error) from error

    def _damaged(self, error: sqlite3.Error) -> IndexStoreError:
        if isinstance(error, sqlite3.OperationalError) and "lock" in str(error):
            return IndexStoreError(f"{self.path}: is locked by another process ({error})")
        return DamagedIndexError(
            f"{self.path}: cannot be read as an index ({error}); put a copy back with "
            "`dateline restore FILE`, or move it away and run `dateline index` again"
        )
