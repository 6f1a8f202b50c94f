"""Joins what was found by meaning and what was found by words into one score."""

import numpy as np
from numpy.typing import NDArray

from retrieval.candidates import Candidates
from retrieval.ranking_weights import RankingWeights

Scores = NDArray[np.float64]
"""One number a candidate; the highest is the best."""


def fuse(candidates: Candidates, weights: RankingWeights) -> Scores:
    """The weighted sum of both scores, each scaled to 0…1 over what its own search found.

    What a search did not find counts as its last. Scaled sums keep how far apart two passages are,
    which ranks alone (reciprocal rank fusion) lose. Names of the question add to it.
    """
    by_meaning, by_words = _scaled(candidates.cosines), _scaled(candidates.bm25)
    both = weights.dense * by_meaning + weights.keyword * by_words
    return both + weights.names * candidates.named


def best_first(candidates: Candidates, scores: Scores) -> NDArray[np.intp]:
    """The places of the candidates in order; of equal ones the older passage id comes first."""
    return np.lexsort((candidates.ids, -scores))


def _scaled(scores: Scores) -> Scores:
    found = scores[~np.isnan(scores)]
    if not len(found):
        return np.zeros_like(scores)
    low, high = found.min(), found.max()
    if high == low:
        return np.where(np.isnan(scores), 0.0, 1.0)
    return np.where(np.isnan(scores), 0.0, (scores - low) / (high - low))
