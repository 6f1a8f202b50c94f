"""The truth: articles, passages and vectors, as they stand in the SQLite file."""

import json
from collections.abc import Collection, Iterator, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from index.articles import Article, Passage
from index.corpus_changes import CorpusChanges
from index.corpus_writing import Reading
from index.limits import Limits
from index.rows import (
    ARTICLE_COLUMNS,
    article_from_row,
    published_from_text,
    spans_from_text,
)
from index.stored import Copy, CorpusSummary, Version

_KEYS_A_QUERY = 500
_ARTICLES_A_QUERY = 64


class CorpusStore(CorpusChanges):
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

    def count_articles(self, limits: Limits) -> int:
        """How many articles are within ``limits``; its words are left out of account."""
        conditions: dict[str, object] = {}
        if limits.not_after is not None:
            conditions["(published_day IS NULL OR published_day <= ?)"] = limits.not_after
        if limits.first is not None:
            conditions["published_day >= ?"] = limits.first
        if limits.last is not None:
            conditions["published_day <= ?"] = limits.last
        for column, wanted in (("outlet", limits.outlets), ("id", limits.articles)):
            if wanted is not None:
                condition = f"{column} IN (SELECT value FROM json_each(?))"
                conditions[condition] = json.dumps(sorted(wanted))
        values = (
            value.toordinal() if isinstance(value, date) else value for value in conditions.values()
        )
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        ((count,),) = self.rows(f"SELECT count(*) FROM articles{where}", tuple(values))
        return int(count)

    def outlets(self) -> tuple[tuple[str | None, int], ...]:
        """Each outlet with its number of articles, the largest first."""
        rows = self.rows("SELECT outlet, count(*) AS n FROM articles GROUP BY 1 ORDER BY n DESC, 1")
        return tuple((outlet, count) for outlet, count in rows)

    def bylines(self) -> tuple[str, ...]:
        """Every byline there is, once each, in the order of its characters."""
        rows = self.rows("SELECT DISTINCT byline FROM articles WHERE byline IS NOT NULL ORDER BY 1")
        return tuple(row[0] for row in rows)

    def articles_by(self, bylines: Collection[str]) -> frozenset[str]:
        """The ids of the articles that have one of these bylines."""
        rows = self.rows(
            "SELECT id FROM articles WHERE byline IN (SELECT value FROM json_each(?))",
            (json.dumps(list(bylines)),),
        )
        return frozenset(row[0] for row in rows)

    def recent(self, most: int, not_after: date) -> tuple[tuple[str, str | None], ...]:
        """The id and outlet of the newest articles of a day or before it, undated ones last."""
        rows = self.rows(
            "SELECT id, outlet FROM articles WHERE published_day IS NULL OR published_day <= ? "
            "ORDER BY published_day DESC, id LIMIT ?",
            (not_after.toordinal(), most),
        )
        return tuple((article_id, outlet) for article_id, outlet in rows)

    def versions(self, article_ids: Collection[str]) -> dict[str, Version]:
        """The version in which each of these articles is stored; the others are left out."""
        rows = self.rows(
            "SELECT id, content_hash, recipe, modified FROM articles "
            "WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(article_ids)),),
        )
        return {
            article_id: Version(content_hash, recipe, published_from_text(modified))
            for article_id, content_hash, recipe, modified in rows
        }

    def readings(self, file: str) -> list[Reading]:
        """Every version of an article that was read from ``file``."""
        rows = self.rows("SELECT * FROM readings WHERE file = ?", (file,))
        return [Reading(*row) for row in rows]

    def known_readings(self, article_ids: Collection[str]) -> set[Reading]:
        """Every version of these articles that was read from any file."""
        rows = self.rows(
            "SELECT * FROM readings WHERE article_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(article_ids)),),
        )
        return {Reading(*row) for row in rows}

    def files_below(self, root: str) -> list[str]:
        """The files that articles were read from: ``root`` itself and those in it as a folder."""
        rows = self.rows(
            "SELECT DISTINCT file FROM readings WHERE file = ?1 "
            "OR (file >= ?1 || '/' AND file < ?1 || '0')",  # 0 is the character after /
            (root.rstrip("/"),),
        )
        return [row[0] for row in rows]

    def articles(self, article_ids: Sequence[str] | None = None) -> Iterator[Article]:
        """The articles of these ids in their order, or all in the order of their ids."""
        if article_ids is None:
            article_ids = [row[0] for row in self.rows("SELECT id FROM articles ORDER BY id")]
        for first in range(0, len(article_ids), _ARTICLES_A_QUERY):
            some = article_ids[first : first + _ARTICLES_A_QUERY]
            rows = self.rows(
                f"SELECT {ARTICLE_COLUMNS} FROM articles "
                "WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(some),),
            )
            found = {row[0]: row for row in rows}
            yield from (article_from_row(found[one]) for one in some if one in found)

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

    def stories(self, article_ids: Collection[str]) -> dict[str, str]:
        """The story of each of these articles."""
        rows = self.rows(
            "SELECT id, story FROM articles WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(article_ids)),),
        )
        return dict(rows)

    def copies(self, article_id: str) -> tuple[Copy, ...]:
        """The other articles of an article's story, the earliest first, undated ones last."""
        rows = self.rows(
            "SELECT id, title, outlet, published, url FROM articles "
            "WHERE story = (SELECT story FROM articles WHERE id = ?1) AND id != ?1 "
            "ORDER BY published_day IS NULL, published_day, published, id",
            (article_id,),
        )
        return tuple(
            Copy(copy_id, title, outlet, published_from_text(published), url)
            for copy_id, title, outlet, published, url in rows
        )

    def vectors(self, keys: Sequence[bytes]) -> dict[bytes, NDArray[np.float16]]:
        """The vectors under these keys, each of shape (dimension,); unknown keys are left out."""
        found: dict[bytes, NDArray[np.float16]] = {}
        for first in range(0, len(keys), _KEYS_A_QUERY):
            some = tuple(keys[first : first + _KEYS_A_QUERY])
            marks = ",".join("?" * len(some))
            rows = self.rows(f"SELECT key, vector FROM vectors WHERE key IN ({marks})", some)
            found.update((key, np.frombuffer(vector, np.float16)) for key, vector in rows)
        return found
