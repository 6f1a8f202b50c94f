"""What readers think of answers: one word of each reader about each answer, which may change."""

import sqlite3
import time
from collections.abc import Callable, Mapping
from enum import StrEnum

from bot.state.database import Database


class Verdict(StrEnum):
    """What a reader thinks of an answer."""

    GOOD = "good"
    BAD = "bad"
    """Without a reason, or none yet."""
    WRONG = "wrong"
    OUTDATED = "outdated"
    NO_ANSWER = "no_answer"
    """It does not answer what was asked."""
    OTHER = "other"


class Feedback:
    """The verdicts. Goes with the answers it is about. Waits for the disk.

    Every method raises StateError where SQLite fails.
    """

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    def give(self, answer: str, reader: int, verdict: Verdict) -> None:
        """Keep what a reader thinks of the answer of a key, in place of what they thought before.

        Nothing happens where the answer is kept no longer.
        """
        now = self._clock()

        def write(db: sqlite3.Connection) -> None:
            db.execute(
                "INSERT INTO feedback (answer, reader, verdict, moment) "
                "SELECT key, ?, ?, ? FROM answers WHERE key = ? ON CONFLICT (answer, reader) "
                "DO UPDATE SET verdict = excluded.verdict, moment = excluded.moment",
                (reader, verdict.value, now, answer),
            )

        self._database.call(write)

    def counts(self) -> Mapping[Verdict, int]:
        """How often each verdict stands, 0 included."""

        def read(db: sqlite3.Connection) -> list[tuple[str, int]]:
            return db.execute("SELECT verdict, count(*) FROM feedback GROUP BY verdict").fetchall()

        counted = dict(self._database.call(read))
        return {verdict: counted.get(verdict.value, 0) for verdict in Verdict}
