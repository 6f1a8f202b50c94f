"""The dense index: passage vectors, kept in step with SQLite."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index import vector_search
from index.atomic_file import write_whole
from index.corpus_store import CorpusStore
from index.derived_stamp import DerivedStamp, digest_of
from index.errors import IndexStoreError
from index.limits import Limits
from index.passage_columns import Holding, PassageColumns
from index.vector_search import VectorSearch, sample_size

logger = logging.getLogger(__name__)

_FORM = "fp16-2"


class DenseIndex:
    """Passage vectors searched by inner product; follows a :class:`CorpusStore`.

    Not safe for use by two threads at once: :class:`index.embedded_index.EmbeddedIndex` takes
    turns.
    """

    def __init__(self, folder: Path, dimension: int, corpus: str, fingerprint: str) -> None:
        self._file = folder / "dense.faiss"
        self._stamp_file = folder / "dense.json"
        self._dimension = dimension
        self._corpus = corpus
        self._recipe = f"{_FORM}:{fingerprint}:{dimension}"
        self._search = VectorSearch.one_by_one(dimension)
        self._columns = PassageColumns()
        self.revision = 0

    def open(self, store: CorpusStore) -> bool:
        """Take the kept file if its stamp holds, and catch up with ``store``.

        True when a file that should have been there had to be made up for.
        """
        stamp = DerivedStamp.read(self._stamp_file)
        kept = stamp and stamp.fits(self._corpus, self._recipe, store.revision)
        if stamp and kept and self._load(stamp.digest):
            self.revision = stamp.revision
            self._columns.fill(*store.trait_columns())
            self.follow(store)
            return False
        wanting = self._file.exists() or stamp is not None
        if wanting:
            logger.warning(
                "%s: missing its stamp, damaged, or of another index; rebuilding", self._file
            )
        self._build(store)
        return wanting

    def follow(self, store: CorpusStore) -> bool:
        """Apply what ``store`` has committed since; True when there was something."""
        target = store.revision
        if target == self.revision:
            return False
        gone = store.removed_since(self.revision)
        self._search.remove(gone)
        self._columns.remove(gone)
        self._columns.add(store.traits_since(self.revision, target))
        for ids, vectors in store.passage_vectors(self.revision, target):
            self._search.add(ids, vectors)
        self.revision = target
        return True

    def save(self, store: CorpusStore) -> None:
        """Write the index beside its stamp, in the form that suits its size.

        Raises:
            IndexStoreError: the disk is full or fails; the next start makes the index again.
        """
        if self._search.outgrown:
            self._build(store)
        stamp = DerivedStamp(self._corpus, self._recipe, self.revision)
        try:
            write_whole(self._file, self._search.write)
            replace(stamp, digest=digest_of(self._file)).write(self._stamp_file)
        except (OSError, RuntimeError) as error:
            raise IndexStoreError(
                f"{self._file}: cannot be written ({error}); the articles are kept. Make room or "
                "mend the disk, and run the same command again"
            ) from error

    def allowed(
        self, limits: Limits, store: CorpusStore, holding: Holding
    ) -> NDArray[np.bool_] | None:
        """Which passage ids a search within ``limits`` may find; None where it may find all.

        ``holding`` tells which passages hold a phrase or a word.
        """
        return self._columns.allowed(limits, store.passages_of, holding)

    def days(self, passage_ids: Sequence[int]) -> list[int]:
        """The publication days of these passages; see :class:`PassageColumns`."""
        return self._columns.days(passage_ids)

    def search(
        self, vector: NDArray[np.float32], count: int, allowed: NDArray[np.bool_] | None
    ) -> list[tuple[int, float]]:
        """The ``count`` nearest passages as (passage id, cosine), best first.

        ``allowed`` says of each id whether it may be found; see :meth:`allowed`.
        """
        return self._search.search(vector, count, allowed)

    def faults(self, store: CorpusStore) -> Iterator[str]:
        """What is wrong with the kept file, a line each; nothing when there is none to use."""
        stamp = DerivedStamp.read(self._stamp_file)
        if stamp is None or not stamp.fits(self._corpus, self._recipe, store.revision):
            return
        if not self._load(stamp.digest):
            yield f"{self._file}: is damaged; it is made anew at the next start"
            return
        if fault := store.faults_of(self._search.ids(), stamp.revision):
            yield f"{self._file}: {fault}; remove it, it is made anew"

    def _build(self, store: CorpusStore) -> None:
        """Make the index from all that is stored, in the form that suits its size."""
        count, self.revision = store.summary().passages, 0
        self._search = VectorSearch.one_by_one(self._dimension)
        self._columns = PassageColumns()
        if count <= vector_search.FLAT_UP_TO:
            self.follow(store)
            return
        logger.info("parting %d passages into lists; takes some minutes", count)
        sample = store.sample_vectors(sample_size(count))
        self._search = VectorSearch.in_lists(sample, count)
        self.follow(store)
        self._search.measure_probes(sample)

    def _load(self, digest: str) -> bool:
        try:
            if digest_of(self._file) != digest:
                return False
            self._search = VectorSearch.read(self._file)
        except (OSError, RuntimeError):
            return False
        return True
