"""How much of each article a chat has been shown: never more than four hundred words."""

import json
import sqlite3
from collections.abc import Sequence
from hashlib import blake2b

from bot.layout.excerpts import Excerpt, count_words, excerpt, joined
from bot.state.database import Database
from bot.state.kept_outcomes import body_hash
from index.articles import Article
from index.sentences import Span

MOST_WORDS = 400


class ShownWords:
    """Which stretches of which articles each chat was shown. Waits for the disk.

    It outlasts the answers, or a chat could read on from where it was cut; so chat and article are
    kept as one hash.
    """

    def __init__(self, database: Database, most_words: int = MOST_WORDS) -> None:
        self._database = database
        self._most_words = most_words

    def show(
        self, chat: int, article: Article, quotes: Sequence[Span], wanted: Sequence[Span] = ()
    ) -> Excerpt:
        """What of an article may stand in a message to a chat; it counts as shown from now on.

        ``quotes`` may in any case, and what was shown before; of ``wanted``, by their (start, end)
        in the body, as many words more as are left, from the first on.

        Raises:
            StateError: SQLite failed.
        """
        place, version, body = _place(chat, article.id), body_hash(article.body), article.body

        def write(db: sqlite3.Connection) -> Excerpt:
            rows = db.execute(
                "SELECT body_hash, spans, words FROM shown WHERE place = ?", (place,)
            ).fetchall()
            before = [span for of, spans, _ in rows if of == version for span in json.loads(spans)]
            free = joined([*map(tuple, before), *quotes])
            in_other_versions = sum(words for of, _, words in rows if of != version)
            left = self._most_words - in_other_versions - count_words(body, free)
            shown = excerpt(body, quotes, wanted, free, max(left, 0))
            now = joined([*free, *shown.parts])
            db.execute(
                "INSERT OR REPLACE INTO shown (place, body_hash, spans, words) VALUES (?, ?, ?, ?)",
                (place, version, json.dumps(now), count_words(body, now)),
            )
            return shown

        return self._database.call(write)


def _place(chat: int, article: str) -> str:
    return blake2b(f"{chat} {article}".encode(), digest_size=16).hexdigest()
