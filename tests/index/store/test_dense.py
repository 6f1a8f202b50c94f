"""The FAISS index holds what SQLite holds, whatever became of its file."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from index.corpus_store import CorpusStore
from index.dense import DenseIndex
from index.derived_stamp import DerivedStamp
from index.limits import NO_LIMITS, Limits
from tests.index.store.fake_encoder import (
    BRIDGE,
    COMET,
    FERRY,
    FakeEncoder,
    an_article,
    index_articles,
    remove_article,
)

ENCODER = FakeEncoder()


@pytest.fixture
def store(store: CorpusStore) -> CorpusStore:
    """With two articles in it."""
    index_articles(store, an_article("ferry", FERRY), an_article("comet", COMET))
    return store


def opened(store: CorpusStore, fingerprint: str = "fake-1") -> DenseIndex:
    dense = DenseIndex(store.path.parent, ENCODER.dimension, store.identity, fingerprint)
    dense.open(store)
    return dense


def found(
    dense: DenseIndex, store: CorpusStore, text: str, limits: Limits = NO_LIMITS
) -> list[str]:
    allowed = dense.allowed(limits, store, lambda _: None)
    hits = dense.search(ENCODER.encode_queries([text])[0], 10, allowed)
    passages = store.passages([passage_id for passage_id, _ in hits])
    return [passages[passage_id].article_id for passage_id, _ in hits]


def test_an_empty_corpus_finds_nothing(tmp_path: Path) -> None:
    store = CorpusStore(tmp_path / "empty")
    assert found(opened(store), store, "comet") == []
    store.close()


def test_the_nearest_passage_comes_first_with_its_cosine(store: CorpusStore) -> None:
    dense = opened(store)
    assert found(dense, store, "green comet tail") == ["comet", "ferry"]
    whole = ENCODER.encode_queries([f"Headline comet\n{COMET}"])[0]
    scores = [score for _, score in dense.search(whole, 10, None)]
    assert scores[0] == pytest.approx(1, abs=2e-3)
    assert scores[1] < scores[0]


def test_additions_and_removals_are_followed_without_opening_anew(store: CorpusStore) -> None:
    dense = opened(store)
    index_articles(store, an_article("bridge", BRIDGE))
    assert dense.follow(store)
    assert found(dense, store, "granite bridge")[0] == "bridge"
    remove_article(store, "bridge")
    assert dense.follow(store)
    assert sorted(found(dense, store, "granite bridge")) == ["comet", "ferry"]
    assert not dense.follow(store)


def test_a_kept_file_is_taken_and_catches_up(
    store: CorpusStore, caplog: pytest.LogCaptureFixture
) -> None:
    opened(store).save(store)
    index_articles(store, an_article("bridge", BRIDGE))
    remove_article(store, "ferry")
    again = opened(store)
    assert sorted(found(again, store, "comet")) == ["bridge", "comet"]
    assert again.revision == store.revision
    assert caplog.messages == []


def cut(file: Path, _: CorpusStore) -> None:
    file.write_bytes(file.read_bytes()[:-40])


def zero(file: Path, _: CorpusStore) -> None:
    file.write_bytes(bytes(file.stat().st_size))


def take_from_another_corpus(file: Path, store: CorpusStore) -> None:
    elsewhere = CorpusStore(file.parent / "elsewhere")
    index_articles(elsewhere, an_article("foreign", BRIDGE))
    opened(elsewhere).save(elsewhere)
    elsewhere.close()
    for name in ("dense.faiss", "dense.json"):
        (file.parent / "elsewhere" / name).replace(file.parent / name)


def lose_the_stamp(file: Path, _: CorpusStore) -> None:
    file.with_name("dense.json").unlink()


def stamp_ahead(file: Path, store: CorpusStore) -> None:
    stamp = DerivedStamp.read(file.with_name("dense.json"))
    assert stamp is not None
    ahead = DerivedStamp(stamp.corpus, stamp.recipe, store.revision + 5, stamp.digest)
    ahead.write(file.with_name("dense.json"))


@pytest.mark.parametrize("harm", [cut, zero, take_from_another_corpus, lose_the_stamp, stamp_ahead])
def test_a_file_that_fails_its_stamp_is_rebuilt_with_a_warning(
    store: CorpusStore, harm: Callable[[Path, CorpusStore], None], caplog: pytest.LogCaptureFixture
) -> None:
    opened(store).save(store)
    # What the file holds now is no longer true, so answering from it would show.
    index_articles(store, an_article("bridge", BRIDGE))
    harm(store.path.with_name("dense.faiss"), store)
    dense = opened(store)
    assert sorted(found(dense, store, "comet")) == ["bridge", "comet", "ferry"]
    assert dense.revision == store.revision
    assert "dense.faiss" in caplog.text
    assert "rebuilding" in caplog.text


def test_a_missing_file_is_rebuilt(store: CorpusStore) -> None:
    opened(store).save(store)
    store.path.with_name("dense.faiss").unlink()
    assert sorted(found(opened(store), store, "comet")) == ["comet", "ferry"]


def test_a_file_of_another_encoder_is_not_taken(
    store: CorpusStore, caplog: pytest.LogCaptureFixture
) -> None:
    opened(store).save(store)
    opened(store, "fake-2")
    assert "rebuilding" in caplog.text


@pytest.mark.parametrize("reopen", [False, True])
def test_a_limit_leaves_out_later_articles_and_keeps_undated_ones(
    store: CorpusStore, reopen: bool
) -> None:
    index_articles(
        store,
        an_article("on-the-day", BRIDGE, published=date(2031, 5, 2)),
        an_article("the-day-after", BRIDGE + " Later.", published=date(2031, 5, 3)),
    )
    dense = opened(store)
    if reopen:
        dense.save(store)
        dense = opened(store)
    kept = found(dense, store, "bridge", Limits(not_after=date(2031, 5, 2)))
    assert sorted(kept) == ["comet", "ferry", "on-the-day"]
    assert len(found(dense, store, "bridge")) == 4
