"""Joins the dense and the keyword ranking into one."""

from collections.abc import Sequence

RRF_K = 10
"""Reciprocal rank fusion: Cormack, Clarke and Büttcher, SIGIR 2009; 10 measured best on news."""

Ranking = Sequence[tuple[int, float]]


def fuse(rankings: Sequence[Ranking], k: int = RRF_K) -> list[tuple[int, float]]:
    """Order ids by the sum of 1 / (k + rank) over ``rankings``; ties go to the lower id."""
    scores: dict[int, float] = {}
    for ranking in rankings:
        for rank, (passage_id, _) in enumerate(ranking, start=1):
            scores[passage_id] = scores.get(passage_id, 0.0) + 1.0 / (k + rank)
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))
