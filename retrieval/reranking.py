"""Puts the first hits in the order of a model that reads question and passage together."""

from collections.abc import Sequence
from typing import Protocol

from retrieval.outcomes import Hit

RERANKED = 20
"""Hits that are read; those after them keep their places."""


class Reranker(Protocol):
    """Reads pairs of a question and a text."""

    def scores(self, question: str, texts: Sequence[str]) -> Sequence[float]:
        """How well each text answers the question; the higher, the better."""


def rerank(reranker: Reranker, question: str, hits: Sequence[Hit]) -> list[Hit]:
    """The hits with the first ``RERANKED`` in the reranker's order; equal ones stay as they are."""
    first, rest = list(hits[:RERANKED]), list(hits[RERANKED:])
    if not first:
        return []
    texts = [f"{hit.article.title}\n{hit.passage.text}" for hit in first]
    scores = reranker.scores(question, texts)
    order = sorted(range(len(first)), key=lambda place: -scores[place])
    return [first[place] for place in order] + rest
