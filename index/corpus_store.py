"""The truth: articles, passages and vectors, as they stand in the SQLite file."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from index.articles import Article, Passage
from index.database import Database
from index.rows import ARTICLE_COLUMNS, article_from_row, spans_from_text

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


class CorpusStore(Database):
    """Reads the SQLite file, and opens transactions that write it; threads may share one."""

    def summary(self) -> CorpusSummary:
        """Count the corpus."""
        ((articles, oldest, newest, dated),) = self.rows(
            "SELECT count(*), min(published_day), max(published_day), count(published_day) "
            "FROM articles"
        )
        ((passages,),) = self.rows("SELECT count(*) FROM passages")
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
        ((count,),) = self.rows(
            "SELECT count(*) FROM articles WHERE ?1 IS NULL OR published_day IS NULL "
            "OR published_day <= ?1",
            (day,),
        )
        return int(count)

    def outlets(self) -> tuple[tuple[str | None, int], ...]:
        """Each outlet with its number of articles, the largest first."""
        rows = self.rows("SELECT outlet, count(*) AS n FROM articles GROUP BY 1 ORDER BY n DESC, 1")
        return tuple((outlet, count) for outlet, count in rows)

    def content_hash(self, article_id: str) -> str | None:
        """The hash an article was stored under, or None when it is not stored."""
        rows = self.rows("SELECT content_hash FROM articles WHERE id = ?", (article_id,))
        return rows[0][0] if rows else None

    def articles(self, article_ids: Sequence[str] | None = None) -> Iterator[Article]:
        """The articles of these ids, or all, in the order of their ids."""
        if article_ids is None:
            article_ids = [row[0] for row in self.rows("SELECT id FROM articles ORDER BY id")]
        for article_id in article_ids:
            rows = self.rows(f"SELECT {ARTICLE_COLUMNS} FROM articles WHERE id = ?", (article_id,))
            yield from map(article_from_row, rows)

    def passages(self, passage_ids: Sequence[int]) -> dict[int, Passage]:
        """The passages of these ids; an id that is gone is left out."""
        rows = self.rows(
            'SELECT p.id, p.article_id, p.start, p."end", p.sentences, '
            'substr(a.body, p.start + 1, p."end" - p.start) '
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
            rows = self.rows(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", some)
            found.update((key, np.frombuffer(vector, np.float16)) for key, vector in rows)
        return found

    # -- what a derived index needs to catch up --------------------------------------------------

    def added_since(self, revision: int, until: int) -> Iterator[PassageEntry]:
        """Passages added after ``revision`` and not after ``until``, oldest first.

        The bound keeps a commit that lands meanwhile whole for the next difference.
        """
        last = 0
        while rows := self.rows(
            'SELECT p.id, a.title, substr(a.body, p.start + 1, p."end" - p.start), '
            "a.published_day, v.vector FROM passages p JOIN articles a ON a.id = p.article_id "
            "JOIN vectors v ON v.key = p.vector_key "
            "WHERE p.revision > ? AND p.revision <= ? AND p.id > ? "
            "ORDER BY p.id LIMIT 5000",
            (revision, until, last),
        ):
            for passage_id, title, text, day, vector in rows:
                yield PassageEntry(passage_id, title, text, day, np.frombuffer(vector, np.float16))
            last = rows[-1][0]

    def passage_days(self) -> dict[int, int]:
        """The publication day of every passage as an ordinal, 0 where it is unknown."""
        rows = self.rows(
            "SELECT p.id, coalesce(a.published_day, 0) FROM passages p "
            "JOIN articles a ON a.id = p.article_id"
        )
        return dict(rows)

    def removed_since(self, revision: int) -> list[int]:
        """Ids of the passages removed after ``revision``."""
        rows = self.rows("SELECT passage_id FROM removed WHERE revision > ?", (revision,))
        return [row[0] for row in rows]
