"""The store that the tests of this folder write to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.corpus_store import CorpusStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CorpusStore]:
    """An empty corpus."""
    opened = CorpusStore(tmp_path)
    yield opened
    opened.close()
