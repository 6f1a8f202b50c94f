"""The seed corpus, indexed once by the real encoder, and a desk opened on it."""

from pathlib import Path

import pytest

from bot.composition import Desk, open_desk, open_index_room
from bot.settings import Settings
from index.encoder.protocol import Encoder
from index.readers.folders import read_articles
from tests.end_to_end.command_line import CommandLine

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="session")
def seed_data(tmp_path_factory: pytest.TempPathFactory, data_models: Path, e5: Encoder) -> Path:
    """A data folder that holds the index of the seed corpus. ``e5`` sees to the models."""
    data_dir = tmp_path_factory.mktemp("seed") / "data"
    data_dir.mkdir()
    (data_dir / "models").symlink_to(data_models.resolve())
    room = open_index_room(Settings(_env_file=None, data_dir=data_dir))
    report = room.indexer.index(read_articles([SEEDS], {}))
    room.finish()
    room.store.close()
    assert (report.new, report.skipped) == (1, [])
    return data_dir


@pytest.fixture(scope="session")
def desk(seed_data: Path) -> Desk:
    """The desk of a running program, opened once."""
    return open_desk(Settings(_env_file=None, data_dir=seed_data))


@pytest.fixture
def dateline(tmp_path: Path) -> CommandLine:
    """The command, run in an empty folder without settings of its own."""
    return CommandLine(tmp_path)
