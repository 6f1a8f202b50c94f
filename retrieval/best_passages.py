"""Lets each article speak first through the passages whose sentences answer best.

Passages of one article are alike as a whole, so the order of their own scores says little of which
one holds the answer; their best sentence says more. Between articles it says less than the
passages' scores do, so articles keep their places.
"""

from collections.abc import Mapping, Sequence

from retrieval.outcomes import Hit

ARTICLES = 10
"""Articles whose passages are put in order; those after them keep theirs."""


def of_first_articles(hits: Sequence[Hit]) -> list[Hit]:
    """The hits of the first ``ARTICLES`` articles."""
    first = list(dict.fromkeys(hit.article.id for hit in hits))[:ARTICLES]
    return [hit for hit in hits if hit.article.id in first]


def best_passages_first(
    hits: Sequence[Hit], best_sentence: Mapping[int, float], weight: float
) -> list[Hit]:
    """The hits with each article's own in a new order: by score + ``weight`` * best sentence.

    ``best_sentence`` holds, by passage id, how near the best sentence of a passage comes to an
    answer. An article whose passages are not all in it keeps its order.
    """
    own: dict[str, list[Hit]] = {}
    for hit in hits:
        own.setdefault(hit.article.id, []).append(hit)
    ordered = {
        article: iter(
            sorted(passages, key=lambda hit: -hit.score - weight * best_sentence[hit.passage_id])
            if all(hit.passage_id in best_sentence for hit in passages)
            else passages
        )
        for article, passages in own.items()
    }
    return [next(ordered[hit.article.id]) for hit in hits]
