"""Indexes a folder in a process of its own, without a model: ``python -m tests.faults.indexing``.

The arguments are the data folder and the folder of news.
"""

import functools
import sys
from pathlib import Path

from index.corpus_store import CorpusStore
from index.embedded_index import EmbeddedIndex
from index.indexing import Indexer
from index.one_writer import one_writer
from index.readers.folders import read_articles
from tests.index.store.fake_encoder import FakeEncoder


class QuickEncoder(FakeEncoder):
    """The same vectors, with the place of each word looked up once."""

    _place_of = functools.cache(FakeEncoder._place_of)  # type: ignore[assignment]


def index_folder(data: Path, news: Path) -> None:
    """What ``dateline index`` does."""
    encoder = QuickEncoder()
    with one_writer(data):
        store = CorpusStore(data)
        Indexer(store, encoder, words=40).index(read_articles([news], {}))
        index = open_index(data)
        index.save()
        index.close()
        store.close()


def open_index(data: Path) -> EmbeddedIndex:
    """The index as a bot opens it."""
    encoder = QuickEncoder()
    return EmbeddedIndex(data, encoder.fingerprint, encoder.dimension)


if __name__ == "__main__":
    index_folder(Path(sys.argv[1]), Path(sys.argv[2]))
