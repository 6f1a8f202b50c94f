"""Opens the bot's own SQLite file, or makes it."""

import sqlite3
from importlib.resources import files
from pathlib import Path

from index.errors import DatelineError

SCHEMA_VERSION = 1


class StateError(DatelineError):
    """The bot's own file cannot be opened, read or written."""


def open_file(path: Path) -> sqlite3.Connection:
    """A connection that threads may hand on, without transactions of its own.

    Raises:
        StateError: the file cannot be read, or another version wrote it.
    """
    try:
        db = sqlite3.connect(path, check_same_thread=False)
        db.isolation_level = None
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")  # what Telegram is told to forget is here only
        db.execute("PRAGMA foreign_keys = ON")
        db.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if version in (0, SCHEMA_VERSION):
            schema = files("bot.state").joinpath("schema.sql").read_text(encoding="utf-8")
            db.executescript(f"BEGIN; {schema} PRAGMA user_version = {SCHEMA_VERSION}; COMMIT;")
    except sqlite3.DatabaseError as error:
        raise StateError(
            f"{path}: cannot be read ({error}); move it away to begin a new one. The index is not "
            "in it, only the questions of readers, the bans of /admin and the chats to broadcast to"
        ) from error
    if version not in (0, SCHEMA_VERSION):
        db.close()
        raise StateError(
            f"{path}: is in format {version}, this version reads {SCHEMA_VERSION}; use the version "
            "that wrote it, or move the file away to begin a new one"
        )
    return db
