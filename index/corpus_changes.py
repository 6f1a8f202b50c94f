"""What a derived index needs of the corpus: all that is in it, and what changed since."""

import json
from collections.abc import Collection, Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from index.database import Database
from index.stored import PassageEntry, PassageTraits


class CorpusChanges(Database):
    """Reads passages by the revision they came and went with; see :class:`CorpusStore`."""

    def traits_since(self, revision: int, until: int) -> list[PassageTraits]:
        """What passages added after ``revision``, not after ``until``, may be limited by."""
        rows = self.rows(
            "SELECT p.id, a.id, a.outlet, a.published_day FROM passages p "
            "JOIN articles a ON a.id = p.article_id WHERE p.revision > ? AND p.revision <= ?",
            (revision, until),
        )
        return [PassageTraits(*row) for row in rows]

    def trait_columns(self) -> tuple[list[int], list[str | None], list[int | None]]:
        """Ids, outlets and days of all passages, as three lists: quicker than objects."""
        rows = self.rows(
            "SELECT p.id, a.outlet, a.published_day FROM passages p "
            "JOIN articles a ON a.id = p.article_id"
        )
        ids, outlets, days = zip(*rows, strict=True) if rows else ((), (), ())
        return list(ids), list(outlets), list(days)

    def passage_vectors(
        self, revision: int, until: int
    ) -> Iterator[tuple[list[int], NDArray[np.float32]]]:
        """Vectors of passages added after ``revision``, not after ``until``, some at a time."""
        last = 0
        while rows := self.rows(
            "SELECT p.id, v.vector FROM passages p JOIN vectors v ON v.key = p.vector_key "
            "WHERE p.revision > ? AND p.revision <= ? AND p.id > ? ORDER BY p.id LIMIT 5000",
            (revision, until, last),
        ):
            yield [row[0] for row in rows], _matrix([row[1] for row in rows])
            last = rows[-1][0]

    def sample_vectors(self, count: int) -> NDArray[np.float32]:
        """The vectors of ``count`` passages from all over the corpus, shape (count, dimension)."""
        ids = [row[0] for row in self.rows("SELECT id FROM passages ORDER BY id")]
        chosen = np.random.default_rng(0).choice(ids, min(count, len(ids)), replace=False)
        return np.concatenate(
            [
                _matrix(
                    row[0]
                    for row in self.rows(
                        "SELECT v.vector FROM passages p JOIN vectors v ON v.key = p.vector_key "
                        "WHERE p.id IN (SELECT value FROM json_each(?))",
                        (json.dumps(some.tolist()),),
                    )
                )
                for some in np.array_split(chosen, max(1, len(chosen) // 5000))
            ]
        )

    def added_since(self, revision: int, until: int) -> Iterator[PassageEntry]:
        """Passages added after ``revision`` and not after ``until``, oldest first.

        The bound keeps a commit that lands meanwhile whole for the next difference.
        """
        last = 0
        while rows := self.rows(
            "SELECT p.id, a.id, a.outlet, a.published_day, a.language, a.title, "
            'substr(a.body, p.start + 1, p."end" - p.start) '
            "FROM passages p JOIN articles a ON a.id = p.article_id "
            "WHERE p.revision > ? AND p.revision <= ? AND p.id > ? "
            "ORDER BY p.id LIMIT 5000",
            (revision, until, last),
        ):
            for *traits, language, title, text in rows:
                yield PassageEntry(PassageTraits(*traits), title, text, language)
            last = rows[-1][0]

    def passages_of(self, article_ids: Collection[str]) -> list[int]:
        """The ids of all passages of these articles."""
        rows = self.rows(
            "SELECT id FROM passages WHERE article_id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(article_ids)),),
        )
        return [row[0] for row in rows]

    def faults_of(self, kept: Collection[int], revision: int) -> str | None:
        """What is wrong with a derived index of ``revision`` that holds the passages ``kept``."""
        then = {
            row[0] for row in self.rows("SELECT id FROM passages WHERE revision <= ?", (revision,))
        }
        missing = len(then.difference(kept))
        extra = len(set(kept).difference(then, self.removed_since(revision)))
        if not missing and not extra:
            return None
        return f"lacks {missing} passages and has {extra} that it should not have"

    def removed_since(self, revision: int) -> list[int]:
        """Ids of the passages removed after ``revision``."""
        rows = self.rows("SELECT passage_id FROM removed WHERE revision > ?", (revision,))
        return [row[0] for row in rows]


def _matrix(vectors: Iterable[bytes]) -> NDArray[np.float32]:
    return np.stack([np.frombuffer(one, np.float16) for one in vectors]).astype(np.float32)
