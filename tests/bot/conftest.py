"""The state file of a bot that is running, and what is kept in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.state.database import Database
from bot.state.journal import Journal
from bot.telegram.update_queue import JournalQueue


@pytest.fixture
def state(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path) as state:
        yield state


@pytest.fixture
def journal(state: Database) -> Journal:
    return Journal(state, 42)


@pytest.fixture
def queue(journal: Journal) -> JournalQueue:
    return JournalQueue(journal)
