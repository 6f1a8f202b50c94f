"""Conversations over invented articles, searched with the real encoder."""

from pathlib import Path

import pytest

from bot.composition import open_index_room
from bot.settings import Settings
from index.encoder.protocol import Encoder
from index.readers.folders import read_articles
from index.search_index import EmbeddedIndex
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
@pytest.mark.parametrize("group", ["in view", "unseen"])
def test_the_last_question_finds_its_passage_as_if_it_were_asked_alone(
    service: Searcher, group: str
) -> None:
    played = [play(service, one) for one in conversations() if one.group == group]
    findable = [one for one in played if one.findable]
    wrong = [one for one in findable if not one.right]
    told = [
        f"{' / '.join(said.text for said in one.conversation.turns)}\n"
        f"  searched: {one.searched}\n  found: {one.found}"
        for one in wrong
    ]
    assert len(played) >= 14
    counts = f"{len(findable) - len(wrong)} of {len(findable)}, asked alone {len(findable)}"
    counts += f" of {len(played)}"
    assert len(findable) - len(wrong) >= _RIGHT_AT_LEAST * len(findable), "\n".join([counts, *told])
