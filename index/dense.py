"""The FAISS index of passage vectors; the one module that knows faiss."""

import logging
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from index.atomic_file import write_whole
from index.corpus_store import CorpusStore, PassageEntry
from index.derived_stamp import DerivedStamp, digest_of

logger = logging.getLogger(__name__)

_FORM = "fp16-flat-1"
_UNDATED = 0  # before every calendar day, so never "published after" a limit
_CHUNK = 5000


class DenseIndex:
    """Half-precision vectors searched exactly by inner product; follows a :class:`CorpusStore`.

    Not safe for use by two threads at once: :class:`index.search_index.EmbeddedIndex` takes turns.
    """

    def __init__(self, folder: Path, dimension: int, corpus: str, fingerprint: str) -> None:
        self._file = folder / "dense.faiss"
        self._stamp_file = folder / "dense.json"
        self._dimension = dimension
        self._corpus = corpus
        self._recipe = f"{_FORM}:{fingerprint}:{dimension}"
        self._index = self._empty()
        self._days: dict[int, int] = {}
        self.revision = 0

    def open(self, store: CorpusStore) -> None:
        """Take the kept file if its stamp holds, and catch up with ``store``."""
        stamp = DerivedStamp.read(self._stamp_file)
        kept = stamp and stamp.fits(self._corpus, self._recipe, store.revision)
        if stamp and kept and self._load(stamp.digest):
            self.revision = stamp.revision
            self._days = store.passage_days()
        elif self._file.exists():
            logger.warning(
                "%s: missing its stamp, damaged, or of another index; rebuilding", self._file
            )
        self.follow(store)

    def follow(self, store: CorpusStore) -> bool:
        """Apply what ``store`` has committed since; True when there was something."""
        target = store.revision
        if target == self.revision:
            return False
        gone = store.removed_since(self.revision)
        if gone and self._index.ntotal:
            self._index.remove_ids(np.array(gone, dtype=np.int64))
        for passage_id in gone:
            self._days.pop(passage_id, None)
        self._add(store.added_since(self.revision, target))
        self.revision = target
        return True

    def save(self) -> None:
        """Write the index beside its stamp."""
        write_whole(self._file, lambda fresh: faiss.write_index(self._index, str(fresh)))
        DerivedStamp(self._corpus, self._recipe, self.revision, digest_of(self._file)).write(
            self._stamp_file
        )

    def search(
        self, vector: NDArray[np.float32], count: int, not_after: date | None
    ) -> list[tuple[int, float]]:
        """The ``count`` nearest passages as (passage id, cosine), best first."""
        if self._index.ntotal == 0:
            return []
        limits = self._limits(not_after)
        scores, ids = self._index.search(vector.reshape(1, -1), count, params=limits)
        return [
            (int(i), float(score)) for i, score in zip(ids[0], scores[0], strict=True) if i >= 0
        ]

    def _limits(self, not_after: date | None) -> faiss.SearchParameters | None:
        if not_after is None:
            return None
        last = not_after.toordinal()
        later = [passage_id for passage_id, day in self._days.items() if day > last]
        if not later:
            return None
        selector = faiss.IDSelectorNot(faiss.IDSelectorBatch(np.array(later, dtype=np.int64)))
        return faiss.SearchParameters(sel=selector)

    def _add(self, entries: Iterable[PassageEntry]) -> None:
        chunk: list[PassageEntry] = []
        for entry in entries:
            chunk.append(entry)
            if len(chunk) == _CHUNK:
                self._add_chunk(chunk)
                chunk = []
        if chunk:
            self._add_chunk(chunk)

    def _add_chunk(self, entries: Sequence[PassageEntry]) -> None:
        ids = np.array([entry.passage_id for entry in entries], dtype=np.int64)
        vectors = np.stack([entry.vector for entry in entries]).astype(np.float32)
        self._index.add_with_ids(vectors, ids)
        self._days.update((e.passage_id, e.published_day or _UNDATED) for e in entries)

    def _load(self, digest: str) -> bool:
        try:
            if digest_of(self._file) != digest:
                return False
            self._index = faiss.read_index(str(self._file))
        except (OSError, RuntimeError):
            return False
        return True

    def _empty(self) -> faiss.Index:
        flat = faiss.IndexScalarQuantizer(
            self._dimension, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
        )
        return faiss.IndexIDMap2(flat)
