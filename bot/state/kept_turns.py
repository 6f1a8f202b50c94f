"""What each chat said lately, on disk: a restart does not lose the thread."""

import logging
import sqlite3
from datetime import datetime

from pydantic import TypeAdapter, ValidationError

from bot.recent_turns import FORGET_AFTER, TURNS
from bot.state.database import Database
from retrieval.query import Turn

logger = logging.getLogger(__name__)

_TURN = TypeAdapter(Turn)


class KeptTurns:
    """The last turns of each chat. May be shared by threads; waits for the disk.

    A turn belongs to the update of its chat that is being answered when it is added: where the
    process dies before the reply is written down, the journal takes it back.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, chat: int | None, now: datetime) -> tuple[Turn, ...]:
        """The turns of a chat, oldest first; none when the last was over an hour ago."""

        def read(db: sqlite3.Connection) -> list[tuple[float, str]]:
            return db.execute(
                "SELECT moment, turn FROM turns WHERE chat = ? ORDER BY id", (chat or 0,)
            ).fetchall()

        rows = self._database.call(read)
        if not rows or abs(now.timestamp() - rows[-1][0]) > FORGET_AFTER.total_seconds():
            return ()
        try:
            return tuple(_TURN.validate_json(turn) for _, turn in rows)
        except ValidationError:  # another version wrote it
            logger.info("the last turns of a chat are in another form; it begins anew")
            return ()

    def add(self, chat: int | None, turn: Turn, now: datetime) -> None:
        """Keep a turn behind those that count still."""
        place, written = chat or 0, _TURN.dump_json(turn).decode()
        anew = not self.of(chat, now)

        def write(db: sqlite3.Connection) -> None:
            if anew:
                db.execute("DELETE FROM turns WHERE chat = ?", (place,))
            db.execute(
                "INSERT INTO turns (chat, moment, during, turn) VALUES (?, ?, (SELECT seq FROM "
                "updates WHERE chat = ? AND stage = 'answering' ORDER BY seq DESC LIMIT 1), ?)",
                (place, now.timestamp(), place, written),
            )
            db.execute(
                "DELETE FROM turns WHERE chat = ? AND id NOT IN "
                "(SELECT id FROM turns WHERE chat = ? ORDER BY id DESC LIMIT ?)",
                (place, place, TURNS),
            )

        self._database.call(write)

    def replace(self, chat: int | None, old: Turn, new: Turn | None, now: datetime) -> None:
        """Forget one turn of those that count still, and keep another behind the rest, if any."""
        where = (chat or 0, _TURN.dump_json(old).decode())
        self._database.call(
            lambda db: db.execute("DELETE FROM turns WHERE chat = ? AND turn = ?", where).close()
        )
        if new is not None:
            self.add(chat, new, now)

    def forget(self, chat: int | None) -> None:
        """The chat begins anew."""
        place = chat or 0
        self._database.call(
            lambda db: db.execute("DELETE FROM turns WHERE chat = ?", (place,)).close()
        )

    def move(self, old: int, new: int) -> None:
        """A chat goes on under another id; may be told twice."""
        self._database.call(
            lambda db: db.execute("UPDATE turns SET chat = ? WHERE chat = ?", (new, old)).close()
        )
