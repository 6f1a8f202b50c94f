"""Deletes what was kept for long enough."""

import asyncio
import logging
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.recent_turns import FORGET_AFTER
from bot.state.database import Database
from bot.state.opening import StateError

logger = logging.getLogger(__name__)

_DAY_S = 86_400.0
_EVERY_S = 3600.0


@dataclass(frozen=True, slots=True)
class Deleted:
    """What was deleted: updates, those of them that were never answered, turns and answers."""

    updates: int
    unanswered: int
    turns: int
    answers: int


def delete_old(keep_days: int, now: float) -> Callable[[sqlite3.Connection], Deleted]:
    """The job that deletes updates received over ``keep_days`` days before ``now``.

    Answers go after the same time, turns when they no longer count.
    """

    def delete(db: sqlite3.Connection) -> Deleted:
        before = (now - keep_days * _DAY_S,)
        (unanswered,) = db.execute(
            "SELECT count(*) FROM updates WHERE received < ? AND closed IS NULL", before
        ).fetchone()
        updates = db.execute("DELETE FROM updates WHERE received < ?", before).rowcount
        turns = db.execute(
            "DELETE FROM turns WHERE moment < ?", (now - FORGET_AFTER.total_seconds(),)
        ).rowcount
        answers = db.execute("DELETE FROM answers WHERE kept < ?", before).rowcount
        return Deleted(updates, unanswered, turns, answers)

    return delete


async def delete_now(database: Database, keep_days: int) -> None:
    """Delete what is old, and log how much; a failure is logged too."""
    try:
        deleted = await database.acall(delete_old(keep_days, time.time()))
        await asyncio.wrap_future(database.clear_log())
    except StateError as error:
        logger.error("what is older than %d days could not be deleted: %s", keep_days, error)
        return
    if deleted.updates or deleted.answers:
        logger.info(
            "%d updates and %d answers older than %d days are deleted",
            *(deleted.updates, deleted.answers, keep_days),
        )
    if deleted.unanswered:
        logger.warning("%d of the updates deleted were never answered", deleted.unanswered)


async def keep_deleting(database: Database, keep_days: int, every_s: float = _EVERY_S) -> None:
    """Delete what is old once an hour, until cancelled."""
    while True:
        await asyncio.sleep(every_s)
        await delete_now(database, keep_days)
