"""Keeps in SQLite which articles are copies of one another."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

from index.stories import are_copies, are_near_in_time, shingles


class StoryKeeper:
    """Stories are what copies chain together, whatever order the articles came in.

    A story goes by the least id of its articles. Works within the transaction that is open on
    ``db``.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def take_in(self, article_id: str, bands: Sequence[int]) -> bool:
        """Find the story of an article just stored; True when it is a copy of another article."""
        self._db.executemany(
            "INSERT OR IGNORE INTO bands VALUES (?, ?)", [(band, article_id) for band in bands]
        )
        return self._join(article_id)

    def let_go(self, article_id: str) -> None:
        """Take an article out of its story; what it alone held together falls apart."""
        story = self._db.execute(
            "SELECT story FROM articles WHERE id = ?", (article_id,)
        ).fetchone()
        self._db.execute("DELETE FROM bands WHERE article_id = ?", (article_id,))
        self._db.execute("UPDATE articles SET story = id WHERE id = ?", (article_id,))
        if story is None:
            return
        left = [
            row[0]
            for row in self._db.execute("SELECT id FROM articles WHERE story = ?", story)
            if row[0] != article_id
        ]
        self._db.executemany("UPDATE articles SET story = id WHERE id = ?", [(i,) for i in left])
        for other in left:
            self._join(other)

    def _join(self, article_id: str) -> bool:
        body, day, story = self._db.execute(
            "SELECT body, published_day, story FROM articles WHERE id = ?", (article_id,)
        ).fetchone()
        own = shingles(body)
        joined = {story}
        for other_story, other_body, other_day in self._candidates(article_id):
            if other_story in joined or not are_near_in_time(_date(day), _date(other_day)):
                continue
            if are_copies(own, shingles(other_body)):
                joined.add(other_story)
        if len(joined) > 1:
            self._merge(joined)
        return len(joined) > 1

    def _candidates(self, article_id: str) -> Iterable[tuple[str, str, int | None]]:
        return self._db.execute(
            "SELECT story, body, published_day FROM articles WHERE id IN ("
            "SELECT other.article_id FROM bands own JOIN bands other ON other.band = own.band "
            "WHERE own.article_id = ?1) AND id != ?1 ORDER BY id",
            (article_id,),
        )

    def _merge(self, stories: set[str]) -> None:
        self._db.execute(
            "UPDATE articles SET story = ? WHERE story IN (SELECT value FROM json_each(?))",
            (min(stories), json.dumps(sorted(stories))),
        )


def _date(ordinal: int | None) -> date | None:
    return date.fromordinal(ordinal) if ordinal is not None else None
