"""The truth: articles, passages and vectors in one SQLite file (WAL)."""

import json
import re
import sqlite3
import threading
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.articles import Article, Passage
from index.corpus_writing import Writing
from index.errors import DamagedIndexError, IndexStoreError
from index.rows import ARTICLE_COLUMNS, article_from_row, spans_from_text

SCHEMA_VERSION = "1"
FILE_NAME = "corpus.db"
_WAIT_S = 30.0
_KEYS_A_QUERY = 500


@dataclass(frozen=True, slots=True)
class CorpusSummary:
    """What a reader may be told of the corpus: its size and how far it reaches."""

    articles: int
    passages: int
    oldest: date | None
    newest: date | None
    undated: int


@dataclass(frozen=True, slots=True)
class PassageEntry:
    """A passage as the derived indexes take it in."""

    passage_id: int
    title: str
    text: str
    published_day: int | None
    vector: NDArray[np.float16]


class CorpusStore:
    """Reads and writes the SQLite file; one instance may be shared by threads."""

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
            raise IndexStoreError(
                f"{folder}: cannot be used as the data folder ({error.strerror}); "
                "choose another with --data-dir"
            ) from error

    def close(self) -> None:
        """Close the file; the instance is of no use afterwards."""
        with self._lock:
            self._db.close()

    # -- what is there -------------------------------------------------------------------------

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
        rows = self._rows("SELECT value FROM meta WHERE key = ?", (key,))
        return rows[0][0] if rows else None

    def summary(self) -> CorpusSummary:
        """Count the corpus."""
        ((articles, oldest, newest, dated),) = self._rows(
            "SELECT count(*), min(published_day), max(published_day), count(published_day) "
            "FROM articles"
        )
        ((passages,),) = self._rows("SELECT count(*) FROM passages")
        return CorpusSummary(
            articles,
            passages,
            date.fromordinal(oldest) if oldest else None,
            date.fromordinal(newest) if newest else None,
            articles - dated,
        )

    def count_articles(self, not_after: date | None) -> int:
        """How many articles were published by ``not_after``, undated ones included."""
        day = not_after.toordinal() if not_after else None
        ((count,),) = self._rows(
            "SELECT count(*) FROM articles WHERE ?1 IS NULL OR published_day IS NULL "
            "OR published_day <= ?1",
            (day,),
        )
        return int(count)

    def outlets(self) -> tuple[tuple[str | None, int], ...]:
        """Each outlet with its number of articles, the largest first."""
        rows = self._rows("SELECT outlet, count(*) AS n FROM articles GROUP BY 1 ORDER BY n DESC, 1")
        return tuple((outlet, count) for outlet, count in rows)

    def content_hash(self, article_id: str) -> str | None:
        """The hash an article was stored under, or None when it is not stored."""
        rows = self._rows("SELECT content_hash FROM articles WHERE id = ?", (article_id,))
        return rows[0][0] if rows else None

    def articles(self, article_ids: Sequence[str] | None = None) -> Iterator[Article]:
        """The articles of these ids, or all, in the order of their ids."""
        if article_ids is None:
            article_ids = [row[0] for row in self._rows("SELECT id FROM articles ORDER BY id")]
        for article_id in article_ids:
            rows = self._rows(f"SELECT {ARTICLE_COLUMNS} FROM articles WHERE id = ?", (article_id,))
            yield from map(article_from_row, rows)

    def passages(self, passage_ids: Sequence[int]) -> dict[int, Passage]:
        """The passages of these ids; an id that is gone is left out."""
        rows = self._rows(
            "SELECT p.id, p.article_id, p.start, p.\"end\", p.sentences, "
            "substr(a.body, p.start + 1, p.\"end\" - p.start) "
            "FROM passages p JOIN articles a ON a.id = p.article_id "
            "WHERE p.id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(passage_ids)),),
        )
        return {
            passage_id: Passage(article_id, start, end, text, spans_from_text(sentences))
            for passage_id, article_id, start, end, sentences, text in rows
        }

    def vectors(self, keys: Sequence[bytes]) -> dict[bytes, NDArray[np.float16]]:
        """The vectors under these keys, each of shape (dimension,); unknown keys are left out."""
        found: dict[bytes, NDArray[np.float16]] = {}
        for first in range(0, len(keys), _KEYS_A_QUERY):
            some = tuple(keys[first : first + _KEYS_A_QUERY])
            marks = ",".join("?" * len(some))
            rows = self._rows(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", some)
            found.update((key, np.frombuffer(vector, np.float16)) for key, vector in rows)
        return found

    # -- what a derived index needs to catch up --------------------------------------------------

    def added_since(self, revision: int) -> Iterator[PassageEntry]:
        """Passages added after ``revision``, oldest first."""
        last = 0
        while rows := self._rows(
            "SELECT p.id, a.title, substr(a.body, p.start + 1, p.\"end\" - p.start), "
            "a.published_day, v.vector FROM passages p JOIN articles a ON a.id = p.article_id "
            "JOIN vectors v ON v.key = p.vector_key WHERE p.revision > ? AND p.id > ? "
            "ORDER BY p.id LIMIT 5000",
            (revision, last),
        ):
            for passage_id, title, text, day, vector in rows:
                yield PassageEntry(passage_id, title, text, day, np.frombuffer(vector, np.float16))
            last = rows[-1][0]

    def passage_days(self) -> dict[int, int]:
        """The publication day of every passage as an ordinal, 0 where it is unknown."""
        rows = self._rows(
            "SELECT p.id, coalesce(a.published_day, 0) FROM passages p "
            "JOIN articles a ON a.id = p.article_id"
        )
        return dict(rows)

    def removed_since(self, revision: int) -> list[int]:
        """Ids of the passages removed after ``revision``."""
        rows = self._rows("SELECT passage_id FROM removed WHERE revision > ?", (revision,))
        return [row[0] for row in rows]

    # -- writing -------------------------------------------------------------------------------

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
            except BaseException:
                self._db.execute("ROLLBACK")
                raise

    def _create(self) -> None:
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            if not self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone():
                schema = files("index").joinpath("schema.sql").read_text(encoding="utf-8")
                plain = re.sub(r"--[^\n]*", "", schema)
                for statement in filter(str.strip, plain.split(";")):
                    self._db.execute(statement)
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

    def _rows(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        try:
            with self._lock:
                return self._db.execute(statement, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise self._damaged(error) from error

    def _damaged(self, error: sqlite3.Error) -> IndexStoreError:
        if isinstance(error, sqlite3.OperationalError) and "lock" in str(error):
            return IndexStoreError(f"{self.path}: is locked by another process ({error})")
        return DamagedIndexError(
            f"{self.path}: cannot be read as an index ({error}); move it away and run "
            "`dateline index` again, or put a copy of yours back in its place"
        )
