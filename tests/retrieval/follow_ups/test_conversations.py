"""Conversations over invented articles, searched with the real encoder."""

from pathlib import Path

import pytest

from bot.composition import open_index_room
from bot.settings import Settings
from index.embedded_index import EmbeddedIndex
from index.encoder.protocol import Encoder
from index.readers.folders import read_articles
from tests.retrieval.follow_ups.playing import ARTICLES, conversations, play
from tests.retrieval.searcher import Searcher

_RIGHT_AT_LEAST = 0.9


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory, data_models: Path, e5: Encoder) -> Searcher:
    """The search over the invented articles."""
    data_dir = tmp_path_factory.mktemp("follow-ups")
    (data_dir / "models").symlink_to(data_models.resolve())
    room = open_index_room(Settings(_env_file=None, data_dir=data_dir))
    report = room.indexer.index(read_articles([ARTICLES], {}))
    assert report.skipped == []
    room.store.close()
    return Searcher(EmbeddedIndex(data_dir, e5.fingerprint, e5.dimension), e5, data_dir)


@pytest.mark.model
def test_the_right_passage_is_first_after_two_or_three_turns(service: Searcher) -> None:
    played = [play(service, one) for one in conversations()]
    assert len(played) >= 40
    for group in ("in view", "unseen"):
        of_group = [one.right for one in played if one.conversation.group == group]
        print(f"{group}: {sum(of_group)} of {len(of_group)}")  # shown by `pytest -rP`
    told = [
        f"{' / '.join(said.text for said in one.conversation.turns)}\n"
        f"  searched: {one.searched}\n  found: {one.found}"
        for one in played
        if not one.right
    ]
    assert sum(one.right for one in played) >= _RIGHT_AT_LEAST * len(played), "\n".join(told)
