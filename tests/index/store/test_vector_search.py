"""Many vectors are parted into lists: nearly the same is found, and all else stays as it was."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index import vector_search
from index.corpus_store import CorpusStore
from index.dense import DenseIndex
from index.vector_search import VectorSearch
from index.verifying import verify
from tests.index.store.fake_encoder import (
    FakeEncoder,
    an_article,
    index_articles,
    remove_article,
)

Matrix = NDArray[np.float32]
COUNT, DIMENSION = 6_000, 24
FEW = 100


@pytest.fixture(scope="module")
def vectors() -> Matrix:
    """Sixty clouds of vectors of length one."""
    random = np.random.default_rng(5)
    centres = random.standard_normal((60, DIMENSION))
    made = np.repeat(centres, COUNT // 60, axis=0) + random.standard_normal((COUNT, DIMENSION)) / 2
    return (made / np.linalg.norm(made, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture(scope="module")
def lists(vectors: Matrix) -> VectorSearch:
    made = VectorSearch.in_lists(vectors, COUNT)
    made.add(np.arange(COUNT), vectors)
    made.measure_probes(vectors)
    return made


def recall(search: VectorSearch, vectors: Matrix, allowed: NDArray[np.bool_] | None) -> float:
    """The share of the ten nearest, by plain products, that is found."""
    found = 0
    for query in vectors[:: COUNT // 50]:
        products = vectors @ query
        if allowed is not None:
            products[~allowed] = -2.0
        nearest = set(np.argsort(-products)[:10].tolist())
        found += len(nearest & {i for i, _ in search.search(query, 10, allowed)})
    return found / (10 * len(vectors[:: COUNT // 50]))


@pytest.mark.parametrize("share", [1.0, 0.5, 0.05])
def test_lists_find_nearly_all_also_where_few_are_allowed(
    lists: VectorSearch, vectors: Matrix, share: float
) -> None:
    allowed = np.random.default_rng(2).random(COUNT) < share if share < 1.0 else None
    assert recall(lists, vectors, allowed) >= 0.97


def test_what_is_not_allowed_is_not_found(lists: VectorSearch, vectors: Matrix) -> None:
    allowed = np.zeros(COUNT, dtype=bool)
    allowed[[7, 4_000]] = True
    assert {i for i, _ in lists.search(vectors[9], 10, allowed)} == {7, 4_000}
    assert lists.search(vectors[9], 10, np.zeros(COUNT, dtype=bool)) == []


def test_the_number_of_lists_searched_is_measured_and_kept(
    lists: VectorSearch, vectors: Matrix, tmp_path: Path
) -> None:
    lists.write(tmp_path / "kept")
    again = VectorSearch.read(tmp_path / "kept")
    assert sorted(again.ids()) == list(range(COUNT))
    assert recall(again, vectors, None) == recall(lists, vectors, None)


@pytest.fixture
def large(store: CorpusStore, monkeypatch: pytest.MonkeyPatch) -> CorpusStore:
    """A corpus larger than what is searched one by one."""
    monkeypatch.setattr(vector_search, "FLAT_UP_TO", FEW)
    index_articles(store, *(an_article(f"{i:04}", f"Ferry {i} sailed.") for i in range(3 * FEW)))
    return store


def opened(store: CorpusStore) -> DenseIndex:
    dense = DenseIndex(store.path.parent, 64, store.identity, "fake-1")
    dense.open(store)
    return dense


def nearest(dense: DenseIndex, store: CorpusStore, text: str) -> str:
    ((passage_id, _),) = dense.search(FakeEncoder().encode_queries([text])[0], 1, None)
    return store.passages([passage_id])[passage_id].article_id


def test_a_large_corpus_is_followed_kept_and_verified(large: CorpusStore) -> None:
    dense = opened(large)
    assert nearest(dense, large, "Headline 0123\nFerry 123 sailed.") == "0123"
    dense.save(large)
    index_articles(large, an_article("comet", "A comet was seen over Quillmoor."))
    remove_article(large, "0123")
    for followed in (dense, opened(large)):
        followed.follow(large)
        assert nearest(followed, large, "Headline comet\nA comet was seen") == "comet"
        assert nearest(followed, large, "Headline 0123\nFerry 123 sailed.") != "0123"
    dense.save(large)
    assert list(verify(large)) == []


def test_a_corpus_changes_its_form_when_it_has_outgrown_it(
    store: CorpusStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    index_articles(store, *(an_article(f"{i:04}", f"Ferry {i} sailed.") for i in range(2 * FEW)))
    opened(store).save(store)
    small = store.path.with_name("dense.faiss").read_bytes()
    monkeypatch.setattr(vector_search, "FLAT_UP_TO", FEW)
    dense = opened(store)
    dense.save(store)
    assert store.path.with_name("dense.faiss").read_bytes()[:4] != small[:4]
    assert nearest(opened(store), store, "Headline 0050\nFerry 50 sailed.") == "0050"
    monkeypatch.setattr(vector_search, "FLAT_UP_TO", 10 * FEW)
    dense.save(store)
    assert store.path.with_name("dense.faiss").read_bytes()[:4] == small[:4]
