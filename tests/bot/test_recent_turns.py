"""What a chat said lately, wherever it is kept."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import recent_turns
from bot.recent_turns import RecentTurns, Turns
from bot.state.database import Database
from bot.state.kept_turns import KeptTurns
from retrieval.query import Turn

NOON = datetime(2031, 5, 10, 12, tzinfo=UTC)
FIRST, SECOND, THIRD, FOURTH = (Turn(f"question {n}") for n in range(4))


@pytest.fixture(params=["in memory", "on disk"])
def turns(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Turns]:
    if request.param == "in memory":
        yield RecentTurns()
        return
    with Database(tmp_path) as state:
        yield KeptTurns(state)


def test_the_last_three_turns_of_a_chat_are_kept_oldest_first(turns: Turns) -> None:
    for turn in (FIRST, SECOND, THIRD, FOURTH):
        turns.add(1, turn, NOON)
    assert turns.of(1, NOON) == (SECOND, THIRD, FOURTH)


def test_another_turn_takes_the_place_of_one_and_is_the_last(turns: Turns) -> None:
    for turn in (FIRST, SECOND, THIRD):
        turns.add(1, turn, NOON)
    turns.add(2, SECOND, NOON)

    turns.replace(1, SECOND, FOURTH, NOON)
    assert turns.of(1, NOON) == (FIRST, THIRD, FOURTH)
    turns.replace(1, FOURTH, None, NOON)
    turns.replace(1, SECOND, SECOND, NOON)

    assert turns.of(1, NOON) == (FIRST, THIRD, SECOND)
    assert turns.of(2, NOON) == (SECOND,)


def test_what_is_forgotten_is_gone_for_that_chat_alone(turns: Turns) -> None:
    for chat in (1, 2, None):
        turns.add(chat, FIRST, NOON)

    turns.forget(1)
    turns.forget(None)
    turns.forget(3)

    assert turns.of(1, NOON) == turns.of(None, NOON) == ()
    assert turns.of(2, NOON) == (FIRST,)


def test_chats_do_not_hear_one_another(turns: Turns) -> None:
    turns.add(1, FIRST, NOON)
    assert turns.of(2, NOON) == ()


def test_after_an_hour_of_silence_a_chat_begins_anew(turns: Turns) -> None:
    turns.add(1, FIRST, NOON)
    assert turns.of(1, NOON + timedelta(hours=1)) == (FIRST,)
    later = NOON + timedelta(hours=1, seconds=1)
    assert turns.of(1, later) == ()
    turns.add(1, SECOND, later)
    assert turns.of(1, later) == (SECOND,)


def test_of_many_chats_the_longest_silent_are_forgotten() -> None:
    turns = RecentTurns()
    for chat in range(recent_turns._CHATS + 1):
        turns.add(chat, FIRST, NOON)
    assert turns.of(0, NOON) == ()
    assert turns.of(1, NOON) == (FIRST,)
