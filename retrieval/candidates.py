"""What the two searches bring up, as columns side by side."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from index.limits import Limits
from index.search_index import Scored, SearchIndex
from retrieval.names import names_in, rarity


@dataclass(frozen=True, slots=True)
class Candidates:
    """Passages, one an entry of each column.

    ``cosines`` and ``bm25`` are NaN where that search did not find the passage. ``days`` are
    counted as Python's date.toordinal, 0 where the article is undated. ``named`` is the rarity of
    the question's names that stand in the passage, added up.
    """

    ids: NDArray[np.int64]
    cosines: NDArray[np.float64]
    bm25: NDArray[np.float64]
    days: NDArray[np.int64]
    named: NDArray[np.float64]

    def __len__(self) -> int:
        return len(self.ids)


def find_candidates(
    index: SearchIndex, vector: NDArray[np.float32], text: str, limits: Limits, count: int
) -> Candidates:
    """The ``count`` nearest by meaning and the ``count`` best by words, within ``limits``.

    Those that hold a name of the question are searched for apart, and are among them too.
    """
    dense = index.dense(vector, count, limits)
    keyword = index.keyword(text, count, limits)
    holding = [
        index.keyword(text, count, replace(limits, phrases=(*limits.phrases, name)))
        for name in names_in(text)
    ]
    ids = sorted({passage_id for found in (dense, keyword, *holding) for passage_id, _ in found})
    passages = index.summary().passages
    named = np.zeros(len(ids))
    for found in holding:
        has_name = np.isin(ids, [passage_id for passage_id, _ in found])
        named += rarity(len(found), passages) * has_name
    return Candidates(
        np.array(ids, dtype=np.int64),
        _column(ids, dense),
        _column(ids, keyword),
        np.asarray(index.days(ids), dtype=np.int64),
        named,
    )


def _column(ids: list[int], scored: Scored) -> NDArray[np.float64]:
    scores = dict(scored)
    return np.array([scores.get(passage_id, np.nan) for passage_id in ids], dtype=np.float64)
