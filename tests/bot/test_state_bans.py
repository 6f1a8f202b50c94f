"""Ids that outlive a restart; the fake of other tests keeps to the same contract."""

from pathlib import Path

import pytest

from bot.state_bans import FILE_NAME, IdsError, IdTable, KeptIds
from tests.bot.id_sets import IdSet


@pytest.fixture(params=["table", "set"])
def ids(request: pytest.FixtureRequest, tmp_path: Path) -> KeptIds:
    return IdTable(tmp_path, "bans") if request.param == "table" else IdSet()


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
    bans, chats = IdTable(tmp_path, "bans"), IdTable(tmp_path, "chats")
    bans.add(5)
    chats.add(6)
    chats.add(7)
    chats.discard(6)

    assert IdTable(tmp_path, "bans").all() == {5}
    assert IdTable(tmp_path, "chats").all() == {7}


def test_a_damaged_file_is_named_and_nobody_is_let_in_by_it(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"no database" * 100)

    with pytest.raises(IdsError, match=FILE_NAME):
        IdTable(tmp_path, "bans")


def test_what_cannot_be_written_is_not_kept_in_memory_either(tmp_path: Path) -> None:
    table = IdTable(tmp_path, "bans")
    (tmp_path / FILE_NAME).write_bytes(b"no database" * 100)

    with pytest.raises(IdsError):
        table.add(5)
    assert 5 not in table
