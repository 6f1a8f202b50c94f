"""What may be done inside one write transaction of the corpus."""

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from index.articles import Article, Passage
from index.encoder.protocol import Vectors
from index.rows import row_from_article


@dataclass(frozen=True, slots=True)
class EncodedPassage:
    """A passage with the key of its vector."""

    passage: Passage
    vector_key: bytes


class Writing:
    """An open transaction. What it adds becomes visible with ``revision``, all at once."""

    def __init__(self, db: sqlite3.Connection, revision: int) -> None:
        self._db = db
        self.revision = revision

    def put_article(
        self, article: Article, content_hash: str, passages: Sequence[EncodedPassage]
    ) -> None:
        """Store an article with its passages in place of any earlier version of it."""
        self.remove_passages(article.id)
        row = row_from_article(article, content_hash)
        updates = ", ".join(f"{column} = excluded.{column}" for column in row)
        self._db.execute(
            f"INSERT INTO articles ({', '.join(row)}) VALUES ({', '.join('?' * len(row))}) "
            f"ON CONFLICT (id) DO UPDATE SET {updates}",
            tuple(row.values()),
        )
        self._db.executemany(
            'INSERT INTO passages (article_id, start, "end", sentences, vector_key, revision) '
            "VALUES (?, ?, ?, ?, ?, ?)",
            [
                (
                    encoded.passage.article_id,
                    encoded.passage.start,
                    encoded.passage.end,
                    json.dumps(encoded.passage.sentences, separators=(",", ":")),
                    encoded.vector_key,
                    self.revision,
                )
                for encoded in passages
            ],
        )

    def put_vectors(self, keys: Sequence[bytes], vectors: Vectors) -> None:
        """Store vectors in half precision."""
        self._db.executemany(
            "INSERT OR IGNORE INTO vectors VALUES (?, ?)",
            [
                (key, vector.astype(np.float16).tobytes())
                for key, vector in zip(keys, vectors, strict=True)
            ],
        )

    def remove_article(self, article_id: str) -> bool:
        """Remove an article and its passages; False when it was not there."""
        self.remove_passages(article_id)
        return bool(self._db.execute("DELETE FROM articles WHERE id = ?", (article_id,)).rowcount)

    def remove_passages(self, article_id: str) -> None:
        """Remove the passages of an article, leaving word of it for the derived indexes."""
        self._db.execute(
            "INSERT OR REPLACE INTO removed SELECT id, ? FROM passages WHERE article_id = ?",
            (self.revision, article_id),
        )
        self._db.execute("DELETE FROM passages WHERE article_id = ?", (article_id,))

    def remove_all_passages(self) -> None:
        """Remove every passage; the articles stay, and count as not indexed yet."""
        self._db.execute(
            "INSERT OR REPLACE INTO removed SELECT id, ? FROM passages", (self.revision,)
        )
        self._db.execute("DELETE FROM passages")
        self._db.execute("UPDATE articles SET content_hash = ''")

    def note(self, notes: Mapping[str, str]) -> None:
        """Write notes about the index, e.g. the fingerprint of its encoder."""
        self._db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", list(notes.items()))
