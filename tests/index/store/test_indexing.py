"""Only what is new or changed is encoded, and it goes in by whole groups."""

import numpy as np
import pytest

from index.articles import Skip
from index.corpus_store import CorpusStore
from index.embedded_index import EmbeddedIndex
from index.errors import EncoderError
from index.indexing import Indexer, IndexReport
from index.vector_keys import vector_key
from tests.index.store.fake_encoder import (
    COMET,
    FERRY,
    FakeEncoder,
    an_article,
    index_articles,
    remove_article,
)

GROUP = 64
MANY = [an_article(f"{i:03}", f"Ferry number {i} sailed.") for i in range(2 * GROUP + 10)]


@pytest.fixture
def encoder() -> FakeEncoder:
    return FakeEncoder()


def test_the_first_run_reports_what_it_took_in(store: CorpusStore, encoder: FakeEncoder) -> None:
    skip = Skip("herring.html", "has no body")
    report = Indexer(store, encoder, 40).index([an_article("a", FERRY), skip])
    assert (report.read, report.new, report.updated, report.unchanged) == (2, 1, 0, 0)
    assert report.skipped == [skip]
    assert report.passages == 1
    assert report.encoded == 3  # the passage and its two sentences
    assert (store.meta("encoder"), store.meta("encoder_name")) == ("fake-1", "fake")


def test_a_second_run_encodes_and_writes_nothing(store: CorpusStore, encoder: FakeEncoder) -> None:
    index_articles(store, an_article("a"), an_article("b", COMET), encoder=encoder)
    calls, revision = encoder.calls, store.revision
    report = index_articles(store, an_article("a"), an_article("b", COMET), encoder=encoder)
    assert (report.unchanged, report.new, report.encoded) == (2, 0, 0)
    assert (encoder.calls, store.revision) == (calls, revision)


def test_a_changed_article_replaces_the_stored_one(
    store: CorpusStore, encoder: FakeEncoder
) -> None:
    index_articles(store, an_article("a", FERRY), encoder=encoder)
    report = index_articles(store, an_article("a", COMET), encoder=encoder)
    assert (report.new, report.updated) == (0, 1)
    assert [article.body for article in store.articles()] == [COMET]
    passages = store.passages(
        [one.passage_id for one in store.traits_since(0, store.revision)]
    ).values()
    assert [passage.text for passage in passages] == [COMET]


def test_the_last_of_two_versions_in_one_run_stands(
    store: CorpusStore, encoder: FakeEncoder
) -> None:
    report = index_articles(
        store, an_article("a", FERRY), an_article("a", COMET), an_article("a", COMET)
    )
    assert (report.new, report.updated, report.unchanged) == (1, 1, 1)
    assert [article.body for article in store.articles()] == [COMET]


def test_equal_text_is_encoded_once(store: CorpusStore, encoder: FakeEncoder) -> None:
    same = [an_article(name, FERRY, title="Ferry") for name in ("a", "b")]
    index_articles(store, *same, encoder=encoder)
    remove_article(store, "a")
    index_articles(store, same[0], encoder=encoder)
    assert len(encoder.encoded) == len(set(encoder.encoded)) == 3


def test_a_smaller_passage_size_cuts_stored_articles_anew(
    store: CorpusStore, encoder: FakeEncoder
) -> None:
    index_articles(store, an_article("a", FERRY), encoder=encoder)
    report = Indexer(store, encoder, words=10).index(store.articles())
    assert report.updated == 1


def test_an_encoder_that_fails_leaves_whole_groups_and_the_next_run_goes_on(
    store: CorpusStore, encoder: FakeEncoder
) -> None:
    encoder.fails_after = 1
    with pytest.raises(EncoderError):
        index_articles(store, *MANY, encoder=encoder)
    assert [article.id for article in store.articles()] == [a.id for a in MANY[:GROUP]]
    assert store.summary().passages == GROUP
    assert store.revision == 1

    encoder.fails_after = None
    report = index_articles(store, *MANY, encoder=encoder)
    assert (report.unchanged, report.new) == (GROUP, len(MANY) - GROUP)
    assert store.summary().passages == len(MANY)


def test_progress_is_told_after_every_group(store: CorpusStore, encoder: FakeEncoder) -> None:
    told: list[int] = []

    def note(report: IndexReport) -> None:
        told.append(report.read)

    Indexer(store, encoder, 40).index(MANY, note)
    assert told == [GROUP, 2 * GROUP, len(MANY)]


def test_reencoding_finds_by_the_new_vectors_and_leaves_no_old_passage(store: CorpusStore) -> None:
    index_articles(store, an_article("a", FERRY), an_article("b", COMET))
    old = {one.passage_id for one in store.traits_since(0, store.revision)}
    other = FakeEncoder("fake-2", dimension=48)
    other.name = "other"
    report = Indexer(store, other, 40).reencode()
    assert (report.read, report.updated) == (2, 2)
    assert not old & {one.passage_id for one in store.traits_since(0, store.revision)}
    assert (store.meta("encoder"), store.meta("encoder_name")) == ("fake-2", "other")

    reader = EmbeddedIndex(store.path.parent, "fake-2", other.dimension)
    hits = reader.dense(other.encode_queries(["green comet"])[0], 10)
    found = reader.passages([passage_id for passage_id, _ in hits])
    assert [found[passage_id].article_id for passage_id, _ in hits] == ["b", "a"]
    assert [article.body for article in store.articles()] == [FERRY, COMET]
    ((_, vectors),) = store.passage_vectors(0, store.revision)
    texts = [f"{one.title}\n{one.text}" for one in store.added_since(0, store.revision)]
    np.testing.assert_allclose(vectors, other.encode_passages(texts), atol=1e-3)
    reader.close()


def test_nothing_is_found_by_an_old_vector_while_reencoding(store: CorpusStore) -> None:
    index_articles(store, *MANY)
    other = FakeEncoder("fake-2")
    other.fails_after = 1
    indexer = Indexer(store, other, 40)
    with pytest.raises(EncoderError):
        indexer.reencode()
    assert len([one.passage_id for one in store.traits_since(0, store.revision)]) == GROUP
    assert store.summary().articles == len(MANY)

    other.fails_after = None
    report = indexer.reencode()
    assert (report.unchanged, report.updated) == (GROUP, len(MANY) - GROUP)
    assert store.summary().passages == len(MANY)


def test_reencoding_with_the_same_encoder_changes_nothing(
    store: CorpusStore, encoder: FakeEncoder
) -> None:
    index_articles(store, an_article("a"), encoder=encoder)
    revision = store.revision
    assert Indexer(store, encoder, 40).reencode().unchanged == 1
    assert store.revision == revision


def test_vectors_are_kept_under_encoder_and_text() -> None:
    key = vector_key("fake-1", FERRY)
    assert len(key) == 16
    assert key == vector_key("fake-1", FERRY)
    assert len({key, vector_key("fake-2", FERRY), vector_key("fake-1", COMET)}) == 3
