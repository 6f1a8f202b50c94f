"""The last turns of a chat outlive the process, and an answer that was cut short leaves none."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bot.state.database import Database
from bot.state.journal import Journal
from bot.state.kept_turns import KeptTurns
from index.limits import Limits
from retrieval.query import Period, PeriodKind, Turn

NOON = datetime(2031, 5, 10, 12, tzinfo=UTC)
RICH = Turn(
    "what did the union of quillmen say",
    Period(date(2031, 5, 1), None, PeriodKind.REPORTED, "since May"),
    ("Ferry sinks at berth",),
    ("ferry",),
    Limits(outlets=frozenset({"Kelp Daily"}), phrases=("the berth",), without=("sail",)),
    ("Kelp Daily",),
)


def test_a_turn_is_the_same_after_a_restart(tmp_path: Path) -> None:
    with Database(tmp_path) as state:
        KeptTurns(state).add(1, RICH, NOON)

    with Database(tmp_path) as state:
        assert KeptTurns(state).of(1, NOON + timedelta(minutes=59)) == (RICH,)


def test_a_turn_that_another_version_wrote_is_forgotten(state: Database) -> None:
    turns = KeptTurns(state)
    turns.add(1, RICH, NOON)
    state.call(lambda db: db.execute("UPDATE turns SET turn = '{\"asked\": 1}'").rowcount)

    assert turns.of(1, NOON) == ()


async def test_a_second_try_finds_the_chat_as_the_first_did(
    state: Database, journal: Journal
) -> None:
    turns, before = KeptTurns(state), Turn("before")
    await journal.receive(1, 7, "{}")
    journal.begin(1)
    turns.add(7, before, NOON)
    await journal.close(1)
    await journal.receive(2, 7, "{}")
    journal.begin(2)
    turns.add(7, Turn("cut short"), NOON)

    journal.begin(2)

    assert turns.of(7, NOON) == (before,)


async def test_a_second_try_takes_nothing_from_another_chat(
    state: Database, journal: Journal
) -> None:
    turns = KeptTurns(state)
    for update_id, chat in ((1, 7), (2, 8)):
        await journal.receive(update_id, chat, "{}")
        journal.begin(update_id)
        turns.add(chat, Turn(f"in {chat}"), NOON)

    journal.begin(2)

    assert turns.of(7, NOON) == (Turn("in 7"),)
    assert turns.of(8, NOON) == ()


def test_turns_follow_a_chat_to_its_new_id(state: Database) -> None:
    turns = KeptTurns(state)
    turns.add(-7, RICH, NOON)
    turns.add(8, Turn("another"), NOON)

    for _ in range(2):
        turns.move(-7, -77)

    assert (turns.of(-7, NOON), turns.of(-77, NOON)) == ((), (RICH,))
    assert turns.of(8, NOON) == (Turn("another"),)
