"""The journal: every update from Telegram, from its arrival to the last message of its reply."""

import sqlite3
import time
from collections.abc import Callable, Sequence

from bot.layout.outgoing import Outgoing
from bot.state.database import Database
from bot.state.entries import Counts, Entry, Stage, entry_of, written

_RESENT_WITHIN_S = 2 * 86_400.0
"""Telegram keeps an update for a day; after a quiet week it numbers anew, at random."""


class Journal:
    """The journal of one bot, named by the number in its token.

    ``taken_up`` holds what an earlier process left open, by update id, until it is closed.
    """

    def __init__(
        self, database: Database, bot: int, clock: Callable[[], float] = time.time
    ) -> None:
        self.taken_up: dict[int, Entry] = {}
        self._database = database
        self._bot = bot
        self._clock = clock
        self._left_open: set[int] = set()

    async def receive(self, update_id: int, chat: int | None, payload: str) -> bool:
        """Write an update down; False where it was here before, which Telegram need not know.

        On return it is on disk.
        """
        now = self._clock()

        def write(db: sqlite3.Connection) -> bool:
            db.execute(
                "DELETE FROM updates WHERE bot = ? AND update_id = ? AND closed < ?",
                (self._bot, update_id, now - _RESENT_WITHIN_S),
            )
            added = db.execute(
                "INSERT INTO updates (bot, update_id, chat, received, stage, payload) "
                "VALUES (?, ?, ?, ?, 'received', ?) ON CONFLICT DO NOTHING",
                (self._bot, update_id, chat, now, payload),
            )
            return added.rowcount == 1

        return await self._database.acall(write)

    async def take_up(self) -> tuple[Entry, ...]:
        """What is open, in the order of arrival: to be called once, before anything arrives.

        A reply that was being sent is counted as a possible double.
        """
        now = self._clock()

        def read(db: sqlite3.Connection) -> list[Entry]:
            db.execute(
                "INSERT INTO possible_doubles (of_update, message, moment, why) "
                "SELECT seq, sent, ?, 'process' FROM updates WHERE bot = ? AND closed IS NULL "
                "AND stage = 'sending' AND sent < json_array_length(reply)",
                (now, self._bot),
            )
            rows = db.execute(
                "SELECT update_id, payload, stage, tries, reply, sent, (SELECT count(*) FROM "
                "possible_doubles WHERE of_update = seq AND message = sent) "
                "FROM updates WHERE bot = ? AND closed IS NULL ORDER BY seq",
                (self._bot,),
            )
            return [entry_of(*row) for row in rows]

        entries = await self._database.acall(read)
        self.taken_up = {entry.update_id: entry for entry in entries}
        return tuple(entries)

    def begin(self, update_id: int) -> None:
        """An update is being answered from now on. Waits for the disk.

        A turn that an earlier try left behind goes: the chat is as it was before.
        """
        where = (self._bot, update_id)

        def write(db: sqlite3.Connection) -> None:
            db.execute(
                "DELETE FROM turns WHERE during = "
                "(SELECT seq FROM updates WHERE bot = ? AND update_id = ?)",
                where,
            )
            db.execute(
                "UPDATE updates SET stage = 'answering', tries = tries + 1 "
                "WHERE bot = ? AND update_id = ?",
                where,
            )

        self._database.call(write)

    def survived(self, update_id: int) -> None:
        """The process has not ended at answering an update. Waits for the disk."""
        self._database.call(
            lambda db: (
                db.execute(
                    "UPDATE updates SET tries = 0 WHERE bot = ? AND update_id = ?",
                    (self._bot, update_id),
                ).rowcount
            )
        )

    async def replied(self, update_id: int, messages: Sequence[Outgoing]) -> None:
        """These messages are the reply; the first is about to be sent."""
        await self._write(
            "UPDATE updates SET stage = 'sending', reply = ?, sent = 0 "
            "WHERE bot = ? AND update_id = ?",
            (written(messages), self._bot, update_id),
        )

    async def sent(self, update_id: int, count: int) -> None:
        """So many messages of the reply are with Telegram, and the next is about to be sent."""
        await self._write(
            "UPDATE updates SET sent = ? WHERE bot = ? AND update_id = ?",
            (count, self._bot, update_id),
        )

    async def sent_again(self, update_id: int, message: int) -> None:
        """A message is about to be sent again, though it may have arrived."""
        await self._write(
            "INSERT INTO possible_doubles (of_update, message, moment, why) "
            "SELECT seq, ?, ?, 'connection' FROM updates WHERE bot = ? AND update_id = ?",
            (message, self._clock(), self._bot, update_id),
        )

    async def fail(self, update_id: int, why: str) -> None:
        """Close an update without its answer."""
        await self._close(update_id, Stage.FAILED, why)

    async def close(self, update_id: int) -> None:
        """Everything there was to do is done, unless it has failed or was left open."""
        if update_id in self._left_open:
            self._left_open.discard(update_id)
        else:
            await self._close(update_id, Stage.DONE, None)

    def leave_open(self, update_id: int) -> None:
        """The next :meth:`close` of an update does nothing: the next process goes on with it."""
        self._left_open.add(update_id)

    def counts(self) -> Counts:
        """What the journal holds. Waits for the disk."""

        def read(db: sqlite3.Connection) -> Counts:
            return Counts(
                *db.execute(
                    "SELECT (SELECT count(*) FROM updates WHERE closed IS NULL), "
                    "(SELECT count(*) FROM updates WHERE stage = 'failed'), "
                    "(SELECT count(*) FROM possible_doubles)"
                ).fetchone()
            )

        return self._database.call(read)

    async def _close(self, update_id: int, stage: Stage, why: str | None) -> None:
        self.taken_up.pop(update_id, None)
        await self._write(
            "UPDATE updates SET stage = ?, why = ?, closed = ?, reply = NULL "
            "WHERE bot = ? AND update_id = ? AND closed IS NULL",
            (stage, why, self._clock(), self._bot, update_id),
        )

    async def _write(self, statement: str, values: tuple[object, ...]) -> None:
        await self._database.acall(lambda db: db.execute(statement, values).rowcount)
