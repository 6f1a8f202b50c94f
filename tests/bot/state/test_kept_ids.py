"""Ids that outlive a restart; the fake of other tests keeps to the same contract."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.state.database import Database
from bot.state.kept_ids import IdTable, KeptIds
from bot.state.opening import StateError
from tests.bot.id_sets import IdSet


@pytest.fixture(params=["table", "set"])
def ids(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[KeptIds]:
    with Database(tmp_path) as state:
        yield IdTable(state, "bans") if request.param == "table" else IdSet()


def test_ids_are_added_and_taken_away_once(ids: KeptIds) -> None:
    for _ in range(2):
        ids.add(-1001234567890)
        ids.add(5)
    assert ids.all() == {-1001234567890, 5}
    for _ in range(2):
        ids.discard(5)
    assert 5 not in ids
    assert -1001234567890 in ids


def test_they_are_there_after_a_restart_each_in_its_own_table(tmp_path: Path) -> None:
    with Database(tmp_path) as state:
        bans, chats = IdTable(state, "bans"), IdTable(state, "chats")
        bans.add(5)
        chats.add(6)
        chats.add(7)
        chats.discard(6)

    with Database(tmp_path) as state:
        assert IdTable(state, "bans").all() == {5}
        assert IdTable(state, "chats").all() == {7}


def test_what_cannot_be_written_is_not_kept_in_memory_either(tmp_path: Path) -> None:
    with Database(tmp_path) as state:
        table = IdTable(state, "bans")
        state.call(lambda db: db.execute("DROP TABLE bans").close())

        with pytest.raises(StateError):
            table.add(5)
        assert 5 not in table
