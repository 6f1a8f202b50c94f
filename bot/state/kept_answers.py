"""What was answered, so that a button below it, a reply to it or an edited question finds it."""

import json
import logging
import secrets
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.state.database import Database
from bot.state.kept_outcomes import KeptOutcome, keepable
from retrieval.outcomes import Outcome, turn_of
from retrieval.query import Turn

logger = logging.getLogger(__name__)

KEY_LENGTH = 10

_TURN = TypeAdapter(Turn)
_TURNS = TypeAdapter(tuple[Turn, ...])
_OUTCOME: TypeAdapter[KeptOutcome] = TypeAdapter(KeptOutcome)

_COLUMNS = (
    "key, chat, question_message, question, asked, turn, turns_before, outcome, any_date, "
    "(SELECT json_group_array(message) FROM "
    "(SELECT message FROM answer_messages WHERE answer = key ORDER BY message))"
)


@dataclass(frozen=True, slots=True)
class KeptAnswer:
    """An outcome that was sent, or is about to be.

    ``messages`` are the ids of the bot's messages it stands in, in order, and ``question_message``
    that of the reader's; or what :func:`of_press` makes of the press by which it was asked.
    ``question`` was asked as it stands here, at ``asked``, after the turns ``before``; ``turn`` is
    what the next one may go on from.
    ``any_date``: the period of the question was left out of account.
    """

    key: str
    chat: int
    question_message: int | None
    messages: tuple[int, ...]
    question: str
    asked: datetime
    before: tuple[Turn, ...]
    turn: Turn
    outcome: KeptOutcome
    any_date: bool

    @property
    def is_by_press(self) -> bool:
        """Whether it was asked by a press, so that no message of a reader's shows the question."""
        return self.question_message is not None and self.question_message < 0


def of_press(update_id: int) -> int:
    """What stands in the place of a reader's message where a question was asked by a press."""
    return -update_id


class KeptAnswers:
    """The answers that are kept, each under a random key. May be shared by threads.

    Waits for the disk; every method raises StateError where SQLite fails.
    """

    def __init__(self, database: Database, clock: Callable[[], float] = time.time) -> None:
        self._database = database
        self._clock = clock

    def keep(
        self,
        chat: int,
        question_message: int | None,
        outcome: Outcome,
        before: Sequence[Turn] = (),
        *,
        any_date: bool = False,
    ) -> str:
        """Keep an outcome that is about to be sent; its key.

        What was kept of the same question's message before gives way, and its key stays: a
        question that is answered again after a kill leaves one answer behind.
        """
        content, now = _content(outcome, before, any_date=any_date), self._clock()

        def write(db: sqlite3.Connection) -> str:
            row = db.execute(
                "SELECT key FROM answers WHERE chat = ? AND question_message = ?",
                (chat, question_message),
            ).fetchone()
            key: str = row[0] if row else secrets.token_urlsafe(KEY_LENGTH)[:KEY_LENGTH]
            db.execute("DELETE FROM answers WHERE key = ?", (key,))
            db.execute(
                "INSERT INTO answers (key, chat, question_message, kept, question, asked, "
                "turn, turns_before, outcome, any_date) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (key, chat, question_message, now, *content),
            )
            return key

        return self._database.call(write)

    def replace(
        self, key: str, outcome: Outcome, before: Sequence[Turn] = (), *, any_date: bool = False
    ) -> None:
        """Let another outcome stand in the messages of an answer; what was thought of it goes."""
        content = _content(outcome, before, any_date=any_date)

        def write(db: sqlite3.Connection) -> None:
            db.execute(
                "UPDATE answers SET question = ?, asked = ?, turn = ?, turns_before = ?, "
                "outcome = ?, any_date = ? WHERE key = ?",
                (*content, key),
            )
            db.execute("DELETE FROM feedback WHERE answer = ?", (key,))

        self._database.call(write)

    def bind(self, key: str, chat: int, message: int) -> None:
        """The bot's message of this id is part of the answer; nothing happens where it is gone.

        Where its group got another id meanwhile, the answer is of the chat that it was sent to.
        """

        def write(db: sqlite3.Connection) -> None:
            db.execute(
                "UPDATE answers SET chat = ?, question_message = NULL WHERE key = ? AND chat <> ?",
                (chat, key, chat),
            )
            db.execute(
                "INSERT OR REPLACE INTO answer_messages (chat, message, answer) "
                "SELECT ?, ?, key FROM answers WHERE key = ?",
                (chat, message, key),
            )

        self._database.call(write)

    def release(self, chat: int, message: int) -> None:
        """The bot's message of this id is part of no answer any more."""

        def write(db: sqlite3.Connection) -> None:
            db.execute(
                "DELETE FROM answer_messages WHERE chat = ? AND message = ?", (chat, message)
            )

        self._database.call(write)

    def by_key(self, key: str) -> KeptAnswer | None:
        """The answer of a key; None where it is kept no longer."""
        return self._one("key = ?", (key,))

    def by_message(self, chat: int, message: int) -> KeptAnswer | None:
        """The answer that stands in a message of the bot's."""
        where = "key = (SELECT answer FROM answer_messages WHERE chat = ? AND message = ?)"
        return self._one(where, (chat, message))

    def by_question(self, chat: int, message: int) -> KeptAnswer | None:
        """The answer to a message of a reader's."""
        return self._one("chat = ? AND question_message = ?", (chat, message))

    def _one(self, where: str, values: tuple[object, ...]) -> KeptAnswer | None:
        def read(db: sqlite3.Connection) -> list[Any]:
            return db.execute(f"SELECT {_COLUMNS} FROM answers WHERE {where}", values).fetchall()

        for row in self._database.call(read):
            return _answer_of(*row)
        return None


def _content(outcome: Outcome, before: Sequence[Turn], *, any_date: bool) -> tuple[object, ...]:
    return (
        outcome.query.as_asked,
        outcome.query.asked.isoformat(),
        _TURN.dump_json(turn_of(outcome)).decode(),
        _TURNS.dump_json(tuple(before)).decode(),
        _OUTCOME.dump_json(keepable(outcome)).decode(),
        int(any_date),
    )


def _answer_of(
    key: str,
    chat: int,
    question_message: int | None,
    question: str,
    asked: str,
    turn: str,
    before: str,
    outcome: str,
    any_date: int,
    messages: str,
) -> KeptAnswer | None:
    try:
        return KeptAnswer(
            key,
            chat,
            question_message,
            tuple(json.loads(messages)),
            question,
            datetime.fromisoformat(asked),
            _TURNS.validate_json(before),
            _TURN.validate_json(turn),
            _OUTCOME.validate_json(outcome),
            bool(any_date),
        )
    except ValidationError:  # another version wrote it
        logger.info("an answer is kept in another form; it counts as gone")
        return None
