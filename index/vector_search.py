"""Half-precision vectors searched by inner product; the one module that knows faiss.

Few vectors are searched one by one. Many are parted into lists by k-means, and only the lists
nearest to the query are searched; how many is measured when the lists are made, for real vectors
differ. Half precision is kept in both: on two cores it is as fast as eight bits, and the ten
nearest are found .01 to .02 more often (docs/quality.md).
"""

import math
from collections.abc import Sequence
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

FLAT_UP_TO = 80_000
"""Vectors searched one by one within 5 ms on two cores (docs/quality.md)."""

_RECALL = 0.985
_MORE = 1.25  # by small steps: each list too many costs a search within a period many times over
_WIDER = 2
_SAMPLE_QUERIES = 100
_LIKE_A_QUERY = 0.9
_SAMPLE_A_LIST = 64
_RETRAIN_AT = 4
# Batches under the default of 20 rows times 384 dimensions miss BLAS: seven times slower training.
faiss.cvar.distance_compute_blas_threshold = 1536

Matrix = NDArray[np.float32]


class VectorSearch:
    """Vectors of ``dimension`` by id. Not safe for use by two threads at once."""

    def __init__(self, index: faiss.Index) -> None:
        self._index = index

    @classmethod
    def one_by_one(cls, dimension: int) -> "VectorSearch":
        """Empty; searched exactly."""
        flat = faiss.IndexScalarQuantizer(
            dimension, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
        )
        return cls(faiss.IndexIDMap2(flat))

    @classmethod
    def in_lists(cls, sample: Matrix, expected: int) -> "VectorSearch":
        """Empty; its lists are learned from ``sample``, shape (rows, dimension)."""
        lists = _lists_for(expected)
        index = faiss.index_factory(
            sample.shape[1], f"IVF{lists},SQfp16", faiss.METRIC_INNER_PRODUCT
        )
        index.cp.niter = 10
        index.cp.max_points_per_centroid = _SAMPLE_A_LIST
        index.train(sample)
        return cls(index)

    @classmethod
    def read(cls, file: Path) -> "VectorSearch":
        """What ``write`` wrote.

        Raises:
            RuntimeError: the file is none of ours, or not whole.
        """
        return cls(faiss.read_index(str(file)))

    def write(self, file: Path) -> None:
        """Write everything to ``file``.

        Raises:
            RuntimeError: it cannot be written.
        """
        faiss.write_index(self._index, str(file))

    @property
    def outgrown(self) -> bool:
        """Whether another form, or more lists, would suit the number of vectors better."""
        count = len(self)
        if not self._has_lists:
            return count > FLAT_UP_TO
        return count < FLAT_UP_TO // 2 or _lists_for(count) >= _RETRAIN_AT * self._index.nlist

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def add(self, ids: Sequence[int] | NDArray[np.int64], vectors: Matrix) -> None:
        """Take in vectors, shape (ids, dimension)."""
        self._index.add_with_ids(vectors, np.asarray(ids, dtype=np.int64))

    def remove(self, ids: Sequence[int]) -> None:
        """Take vectors out; ids that are not there are passed over."""
        if ids and len(self):
            self._index.remove_ids(np.array(ids, dtype=np.int64))

    def search(
        self, vector: Matrix, count: int, allowed: NDArray[np.bool_] | None
    ) -> list[tuple[int, float]]:
        """The ``count`` nearest as (id, inner product), best first; ``allowed`` is by id."""
        if len(self) == 0:
            return []
        scores, ids = self._index.search(
            vector.reshape(1, -1), count, params=self._parameters(allowed)
        )
        found = zip(ids[0], scores[0], strict=True)
        return [(int(i), float(score)) for i, score in found if i >= 0]

    def ids(self) -> list[int]:
        """The ids of all vectors, in no order."""
        if not self._has_lists:
            return [int(i) for i in faiss.vector_to_array(self._index.id_map)]
        lists = self._index.invlists
        return [
            int(i)
            for number in range(self._index.nlist)
            for i in faiss.rev_swig_ptr(lists.get_ids(number), lists.list_size(number))
        ]

    def measure_probes(self, sample: Matrix) -> None:
        """Search as few lists as find ``_RECALL`` of the ten nearest, for vectors like queries."""
        if not self._has_lists:
            return
        random = np.random.default_rng(0)
        chosen = sample[random.choice(len(sample), min(_SAMPLE_QUERIES, len(sample)), False)]
        spread = math.sqrt((1 / _LIKE_A_QUERY**2 - 1) / chosen.shape[1])
        queries = chosen + random.standard_normal(chosen.shape, dtype=np.float32) * spread
        self._index.nprobe = self._index.nlist
        _, exact = self._index.search(queries, 10)
        probes = 4
        found = 0.0
        while found < _RECALL and probes < self._index.nlist:
            probes = math.ceil(_MORE * probes)
            self._index.nprobe = min(probes, self._index.nlist)
            _, ids = self._index.search(queries, 10)
            pairs = zip(ids, exact, strict=True)
            found = sum(len(np.intersect1d(some, all_)) for some, all_ in pairs) / exact.size

    @property
    def _has_lists(self) -> bool:
        return isinstance(self._index, faiss.IndexIVF)

    def _parameters(self, allowed: NDArray[np.bool_] | None) -> faiss.SearchParameters | None:
        if allowed is None:
            return None
        only = faiss.IDSelectorBitmap(np.packbits(allowed, bitorder="little"))
        if not self._has_lists:
            return faiss.SearchParameters(sel=only)
        # Of few that are allowed, few lie in the nearest lists: search as many as hold as many, and
        # more, for the ten nearest of them are farther off and spread wider (docs/quality.md).
        share = max(1, int(np.count_nonzero(allowed))) / len(self)
        probes = min(self._index.nlist, math.ceil(_WIDER * self._index.nprobe / share))
        return faiss.SearchParametersIVF(sel=only, nprobe=probes)


def sample_size(expected: int) -> int:
    """How many vectors the lists are learned from."""
    return min(expected, _SAMPLE_A_LIST * _lists_for(expected))


def _lists_for(expected: int) -> int:
    """About four times the square root, as a power of two."""
    return int(2 ** max(4, round(math.log2(4 * math.sqrt(max(1, expected))))))
