"""Tokens by which whoever has one may see an answer; each goes with its answer."""

import re
import secrets
import sqlite3

from bot.state.database import Database

_BYTES = 16
TOKEN = re.compile(r"[\w-]{22}", re.ASCII)
"""A token, from the first character to the last."""


class Shares:
    """The tokens of kept answers. May be shared by threads.

    Waits for the disk; every method raises StateError where SQLite fails.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def token_of(self, key: str) -> str | None:
        """The token of the answer of a key, made now where it has none; None where it is gone."""
        token = secrets.token_urlsafe(_BYTES)

        def write(db: sqlite3.Connection) -> str | None:
            db.execute(
                "INSERT INTO shares (token, answer) SELECT ?, key FROM answers WHERE key = ? "
                "ON CONFLICT DO NOTHING",
                (token, key),
            )
            row = db.execute("SELECT token FROM shares WHERE answer = ?", (key,)).fetchone()
            return row[0] if row else None

        return self._database.call(write)

    def key_of(self, token: str) -> str | None:
        """The key of the answer that a token shows; None where there is none, or no more."""

        def read(db: sqlite3.Connection) -> str | None:
            row = db.execute("SELECT answer FROM shares WHERE token = ?", (token,)).fetchone()
            return row[0] if row else None

        return self._database.call(read)

    def withdraw(self, key: str) -> None:
        """The answer of a key is shown by no token any more."""
        self._database.call(
            lambda db: db.execute("DELETE FROM shares WHERE answer = ?", (key,)).close()
        )
