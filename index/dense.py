"""The FAISS index of passage vectors; the one module that knows faiss."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from index.atomic_file import write_whole
from index.corpus_store import CorpusStore
from index.derived_stamp import DerivedStamp, digest_of
from index.errors import IndexStoreError
from index.limits import Limits
from index.passage_columns import PassageColumns
from index.stored import PassageEntry

logger = logging.getLogger(__name__)

_FORM = "fp16-flat-1"
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
        self._columns = PassageColumns()
        self.revision = 0

    def open(self, store: CorpusStore) -> bool:
        """Take the kept file if its stamp holds, and catch up with ``store``.

        True when a file that should have been there had to be made up for.
        """
        stamp = DerivedStamp.read(self._stamp_file)
        kept = stamp and stamp.fits(self._corpus, self._recipe, store.revision)
        rebuilding = False
        if stamp and kept and self._load(stamp.digest):
            self.revision = stamp.revision
            self._columns.add(store.traits())
        elif self._file.exists() or stamp:
            rebuilding = True
            logger.warning(
                "%s: missing its stamp, damaged, or of another index; rebuilding", self._file
            )
        self.follow(store)
        return rebuilding

    def follow(self, store: CorpusStore) -> bool:
        """Apply what ``store`` has committed since; True when there was something."""
        target = store.revision
        if target == self.revision:
            return False
        gone = store.removed_since(self.revision)
        if gone and self._index.ntotal:
            self._index.remove_ids(np.array(gone, dtype=np.int64))
        self._columns.remove(gone)
        self._add(store.added_since(self.revision, target))
        self.revision = target
        return True

    def save(self) -> None:
        """Write the index beside its stamp.

        Raises:
            IndexStoreError: the disk is full or fails; the next start makes the index again.
        """
        stamp = DerivedStamp(self._corpus, self._recipe, self.revision)
        try:
            write_whole(self._file, lambda fresh: faiss.write_index(self._index, str(fresh)))
            replace(stamp, digest=digest_of(self._file)).write(self._stamp_file)
        except (OSError, RuntimeError) as error:
            raise IndexStoreError(
                f"{self._file}: cannot be written ({error}); the articles are kept. Make room or "
                "mend the disk, and run the same command again"
            ) from error

    def allowed(self, limits: Limits, store: CorpusStore) -> NDArray[np.bool_] | None:
        """Which passage ids a search within ``limits`` may find; None where it may find all."""
        return self._columns.allowed(limits, store.passages_of)

    def faults(self, store: CorpusStore) -> Iterator[str]:
        """What is wrong with the kept file, a line each; nothing when there is none to use."""
        stamp = DerivedStamp.read(self._stamp_file)
        if stamp is None or not stamp.fits(self._corpus, self._recipe, store.revision):
            return
        if not self._load(stamp.digest):
            yield f"{self._file}: is damaged; it is made anew at the next start"
            return
        ids = faiss.vector_to_array(self._index.id_map)
        if fault := store.faults_of(ids.tolist(), stamp.revision):
            yield f"{self._file}: {fault}; remove it, it is made anew"

    def search(
        self, vector: NDArray[np.float32], count: int, allowed: NDArray[np.bool_] | None
    ) -> list[tuple[int, float]]:
        """The ``count`` nearest passages as (passage id, cosine), best first.

        ``allowed`` says of each id whether it may be found; see :meth:`allowed`.
        """
        if self._index.ntotal == 0:
            return []
        only = None
        if allowed is not None:
            bits = np.packbits(allowed, bitorder="little")
            only = faiss.SearchParameters(sel=faiss.IDSelectorBitmap(bits))
        scores, ids = self._index.search(vector.reshape(1, -1), count, params=only)
        return [
            (int(i), float(score)) for i, score in zip(ids[0], scores[0], strict=True) if i >= 0
        ]

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
        ids = np.array([entry.traits.passage_id for entry in entries], dtype=np.int64)
        vectors = np.stack([entry.vector for entry in entries]).astype(np.float32)
        self._index.add_with_ids(vectors, ids)
        self._columns.add([entry.traits for entry in entries])

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
