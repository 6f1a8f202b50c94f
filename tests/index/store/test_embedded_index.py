"""One face for the whole index: both searches see every commit, and no other encoder's vectors."""

import re
from collections.abc import Callable, Iterator
from datetime import date

import numpy as np
import pytest

from index.corpus_store import CorpusStore
from index.embedded_index import EmbeddedIndex
from index.errors import WrongEncoderError
from index.indexing import Indexer
from index.limits import NO_LIMITS, Limits
from index.search_index import Scored
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
Search = Callable[..., Scored]


@pytest.fixture
def reader(store: CorpusStore) -> Iterator[EmbeddedIndex]:
    opened = open_index(store)
    yield opened
    opened.close()


def open_index(store: CorpusStore, encoder: FakeEncoder = ENCODER) -> EmbeddedIndex:
    return EmbeddedIndex(store.path.parent, encoder.fingerprint, encoder.dimension)


def by_vector(reader: EmbeddedIndex, text: str, limits: Limits = NO_LIMITS) -> Scored:
    return reader.dense(ENCODER.encode_queries([text])[0], 10, limits)


def by_word(reader: EmbeddedIndex, text: str, limits: Limits = NO_LIMITS) -> Scored:
    return reader.keyword(text, 10, limits)


def articles_of(reader: EmbeddedIndex, hits: Scored) -> list[str]:
    passages = reader.passages([passage_id for passage_id, _ in hits])
    return [passages[passage_id].article_id for passage_id, _ in hits]


both_searches = pytest.mark.parametrize("search", [by_vector, by_word])


@both_searches
def test_a_search_takes_in_what_was_committed_since_opening(
    store: CorpusStore, reader: EmbeddedIndex, search: Search
) -> None:
    assert search(reader, "ferry") == []
    index_articles(store, an_article("ferry", FERRY))
    assert articles_of(reader, search(reader, "ferry")) == ["ferry"]
    remove_article(store, "ferry")
    assert search(reader, "ferry") == []
    assert reader.revision == (store.revision if search is by_vector else reader.revision)


@both_searches
def test_a_replaced_article_is_found_by_its_new_text_only(
    store: CorpusStore, reader: EmbeddedIndex, search: Search
) -> None:
    index_articles(store, an_article("a", FERRY))
    search(reader, "ferry")
    index_articles(store, an_article("a", COMET))
    hits = search(reader, "comet")
    assert [p.text for p in reader.passages([i for i, _ in hits]).values()] == [COMET]


@both_searches
def test_a_limit_leaves_out_later_articles_and_keeps_undated_ones(
    store: CorpusStore, reader: EmbeddedIndex, search: Search
) -> None:
    index_articles(
        store,
        an_article("undated", COMET),
        an_article("early", COMET + " One.", published=date(2031, 5, 2)),
        an_article("late", COMET + " Two.", published=date(2031, 5, 3)),
    )
    limited = search(reader, "comet", Limits(not_after=date(2031, 5, 2)))
    assert sorted(articles_of(reader, limited)) == ["early", "undated"]


@pytest.mark.parametrize(
    "query",
    [
        "comet AND",
        "AND OR NOT",
        "NOT comet",
        '"green comet',
        "'comet'",
        "title:comet",
        "passage:1",
        "(comet",
        "comet)",
        "[a TO b]",
        "comet^2~3*",
        "IN [comet]",
        "+-!&&||",
        "🚢",
        "🚢 comet 🚢",
        "彗星 кометa comet",
        "",
        "   ",
        "comet " * 500,
        "x" * 5000,
        "\\comet/",
        "\0comet",
    ],
)
def test_no_query_is_taken_for_syntax(
    store: CorpusStore, reader: EmbeddedIndex, query: str
) -> None:
    index_articles(store, an_article("comet", COMET), an_article("ferry", FERRY))
    shared = set(re.findall(r"\w+", query.lower())) & set(re.findall(r"\w+", COMET.lower()))
    assert articles_of(reader, by_word(reader, query)) == (["comet"] if shared else [])


@both_searches
def test_two_readers_of_one_folder_both_follow(store: CorpusStore, search: Search) -> None:
    first, second = open_index(store), open_index(store)
    for number in range(3):
        index_articles(store, an_article(f"a{number}", f"Ferry number {number} has sailed."))
        for reader in (first, second) if number % 2 else (second, first):
            assert len(search(reader, "ferry")) == number + 1
    remove_article(store, "a1")
    for reader in (first, second):
        assert sorted(articles_of(reader, search(reader, "ferry"))) == ["a0", "a2"]
    first.close()
    second.close()


def test_an_index_of_another_encoder_is_refused_with_the_command(store: CorpusStore) -> None:
    index_articles(store, an_article("a"))
    with pytest.raises(WrongEncoderError, match="`dateline index --reencode`"):
        open_index(store, FakeEncoder("fake-2"))


@both_searches
def test_a_reader_stops_once_another_encoder_took_the_folder_over(
    store: CorpusStore, reader: EmbeddedIndex, search: Search
) -> None:
    index_articles(store, an_article("a"))
    search(reader, "ferry")
    Indexer(store, FakeEncoder("fake-2"), words=40).reencode()
    with pytest.raises(WrongEncoderError):
        search(reader, "ferry")


def test_a_saved_index_opens_at_its_revision(
    store: CorpusStore, reader: EmbeddedIndex, caplog: pytest.LogCaptureFixture
) -> None:
    index_articles(store, an_article("a"))
    reader.save()
    assert (store.path.with_name("dense.faiss")).stat().st_size > 0
    again = open_index(store)
    assert again.revision == store.revision
    assert articles_of(again, by_vector(again, "ferry")) == ["a"]
    assert caplog.messages == []
    again.close()


def test_there_is_one_vector_for_each_sentence(store: CorpusStore, reader: EmbeddedIndex) -> None:
    article = an_article("a", FERRY)
    index_articles(store, article)
    ((passage_id, _),) = by_vector(reader, "ferry")
    passage = reader.passages([passage_id])[passage_id]
    (vectors,) = reader.sentence_vectors([(passage, article)])
    sentences = [FERRY[start:end] for start, end in passage.sentences]
    assert len(sentences) == 2
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(vectors, ENCODER.encode_passages(sentences), atol=1e-3)
    remove_article(store, "a")
    with store.transaction() as writing:
        writing.sweep()
    (gone,) = reader.sentence_vectors([(passage, article)])
    assert gone.shape == (0, ENCODER.dimension)


def test_articles_and_passages_that_are_gone_are_left_out(
    store: CorpusStore, reader: EmbeddedIndex
) -> None:
    article = an_article("a", BRIDGE)
    index_articles(store, article)
    ((passage_id, _),) = by_vector(reader, "bridge")
    assert reader.articles(["a", "nobody"]) == {"a": article}
    remove_article(store, "a")
    assert reader.passages([passage_id]) == {}
    assert reader.articles(["a"]) == {}


@both_searches
def test_it_can_be_opened_anew_while_it_serves(
    store: CorpusStore, reader: EmbeddedIndex, search: Search
) -> None:
    index_articles(store, an_article("ferry", FERRY))
    search(reader, "ferry")
    (store.path.parent / "keyword.json").unlink(missing_ok=True)
    index_articles(store, an_article("comet", COMET))

    reader.reopen()

    assert reader.revision == store.revision
    assert articles_of(reader, search(reader, "ferry")[:1]) == ["ferry"]
    assert articles_of(reader, search(reader, "comet")[:1]) == ["comet"]


def test_one_that_another_encoder_took_over_is_not_opened_anew(
    store: CorpusStore, reader: EmbeddedIndex
) -> None:
    index_articles(store, an_article("a"))
    Indexer(store, FakeEncoder("fake-2"), words=40).reencode()
    with pytest.raises(WrongEncoderError):
        reader.reopen()
