"""What may be done inside one write transaction of the corpus."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass

import numpy as np

from index.articles import Article, Passage
from index.encoder.protocol import Vectors
from index.rows import row_from_article
from index.story_keeping import StoryKeeper
from index.vector_keys import split_keys


@dataclass(frozen=True, slots=True)
class EncodedPassage:
    """A passage with the keys of its vector and of its sentences' vectors."""

    passage: Passage
    vector_key: bytes
    sentence_keys: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article with all that is kept beside it.

    ``recipe`` names how its passages were cut and encoded, ``bands`` are :func:`stories.bands`.
    """

    article: Article
    content_hash: str
    recipe: str
    passages: Sequence[EncodedPassage]
    bands: Sequence[int]


@dataclass(frozen=True, slots=True)
class Reading:
    """A version of an article that stands in a file."""

    file: str
    article_id: str
    content_hash: str


class Writing:
    """An open transaction. What it adds becomes visible with ``revision``, all at once."""

    def __init__(self, db: sqlite3.Connection, revision: int) -> None:
        self._db = db
        self._stories = StoryKeeper(db)
        self.revision = revision

    def put_article(self, stored: StoredArticle) -> bool:
        """Store an article with its passages in place of any earlier version of it.

        Their vectors are there already. True when it is a copy of another article.
        """
        article = stored.article
        self._stories.let_go(article.id)
        self._count_uses(stored.passages)
        self.remove_passages(article.id)
        row = row_from_article(article) | {
            "content_hash": stored.content_hash,
            "recipe": stored.recipe,
            "story": article.id,
        }
        updates = ", ".join(f"{column} = excluded.{column}" for column in row)
        self._db.execute(
            f"INSERT INTO articles ({', '.join(row)}) VALUES ({', '.join('?' * len(row))}) "
            f"ON CONFLICT (id) DO UPDATE SET {updates}",
            tuple(row.values()),
        )
        self._db.executemany(
            'INSERT INTO passages (article_id, start, "end", sentences, vector_key, '
            "sentence_keys, revision) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    encoded.passage.article_id,
                    encoded.passage.start,
                    encoded.passage.end,
                    json.dumps(encoded.passage.sentences, separators=(",", ":")),
                    encoded.vector_key,
                    b"".join(encoded.sentence_keys),
                    self.revision,
                )
                for encoded in stored.passages
            ],
        )
        return self._stories.take_in(article.id, stored.bands)

    def put_vectors(self, keys: Sequence[bytes], vectors: Vectors) -> None:
        """Store vectors in half precision, in use by nothing yet."""
        self._db.executemany(
            "INSERT OR IGNORE INTO vectors VALUES (?, ?, 0)",
            [
                (key, vector.astype(np.float16).tobytes())
                for key, vector in zip(keys, vectors, strict=True)
            ],
        )

    def remove_article(self, article_id: str) -> bool:
        """Remove an article and all that is kept beside it; False where it is not there."""
        self._stories.let_go(article_id)
        self.remove_passages(article_id)
        self._db.execute("DELETE FROM readings WHERE article_id = ?", (article_id,))
        return bool(self._db.execute("DELETE FROM articles WHERE id = ?", (article_id,)).rowcount)

    def remove_passages(self, article_id: str) -> None:
        """Remove the passages of an article, leaving word of it for the derived indexes."""
        keys = [
            key
            for own, of_sentences in self._db.execute(
                "SELECT vector_key, sentence_keys FROM passages WHERE article_id = ?", (article_id,)
            )
            for key in (own, *split_keys(of_sentences))
        ]
        self._db.executemany(
            "UPDATE vectors SET uses = uses - 1 WHERE key = ?", [(key,) for key in keys]
        )
        self._db.execute(
            "INSERT OR REPLACE INTO removed SELECT id, ? FROM passages WHERE article_id = ?",
            (self.revision, article_id),
        )
        self._db.execute("DELETE FROM passages WHERE article_id = ?", (article_id,))

    def remove_all_passages(self) -> None:
        """Remove every passage and vector; the articles stay, and count as not indexed yet."""
        self._db.execute(
            "INSERT OR REPLACE INTO removed SELECT id, ? FROM passages", (self.revision,)
        )
        self._db.execute("DELETE FROM passages")
        self._db.execute("DELETE FROM vectors")
        self._db.execute("UPDATE articles SET recipe = ''")

    def sweep(self) -> None:
        """Remove the vectors that nothing has any more."""
        self._db.execute("DELETE FROM vectors WHERE uses = 0")

    # -- where articles were read ----------------------------------------------------------------

    def put_reading(self, reading: Reading, seen: Collection[str]) -> None:
        """Note a version that a file holds; of its others there, only those ``seen`` stay."""
        self._db.execute(
            "DELETE FROM readings WHERE file = ? AND article_id = ? "
            "AND content_hash NOT IN (SELECT value FROM json_each(?))",
            (reading.file, reading.article_id, json.dumps(sorted(seen))),
        )
        self._db.execute("INSERT OR IGNORE INTO readings VALUES (?, ?, ?)", astuple(reading))

    def remove_readings(self, readings: Iterable[Reading]) -> None:
        """Forget versions that files hold no longer."""
        self._db.executemany(
            "DELETE FROM readings WHERE file = ? AND article_id = ? AND content_hash = ?",
            map(astuple, readings),
        )

    def unread(self, article_ids: Collection[str]) -> list[str]:
        """Those of these articles that no file holds in any version."""
        return [
            article_id
            for article_id in sorted(article_ids)
            if not self._db.execute(
                "SELECT 1 FROM readings WHERE article_id = ?", (article_id,)
            ).fetchone()
        ]

    def forget_unread(self, article_ids: Collection[str]) -> None:
        """Forget all versions of those of these articles whose shown version no file holds."""
        self._db.execute(
            "DELETE FROM readings WHERE article_id IN (SELECT id FROM articles a "
            "WHERE id IN (SELECT value FROM json_each(?)) AND NOT EXISTS (SELECT 1 FROM readings r "
            "WHERE r.article_id = a.id AND r.content_hash = a.content_hash))",
            (json.dumps(sorted(article_ids)),),
        )

    def note(self, notes: Mapping[str, str]) -> None:
        """Write notes about the index, e.g. the fingerprint of its encoder."""
        self._db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", list(notes.items()))

    def _count_uses(self, passages: Sequence[EncodedPassage]) -> None:
        self._db.executemany(
            "UPDATE vectors SET uses = uses + 1 WHERE key = ?",
            [(key,) for one in passages for key in (one.vector_key, *one.sentence_keys)],
        )
