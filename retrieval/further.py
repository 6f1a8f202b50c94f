"""Further passages beside those that were quoted: what a reader may want to look at next."""

from collections.abc import Collection, Sequence

from retrieval.evidence import Evidence
from retrieval.outcomes import Hit

_MOST = 5
_NEAR = 2.0
"""Spreads. What scores so much less than the best is a seventh as likely to answer; farther down it
is about something else more often than not."""


def further_hits(
    evidence: Sequence[Evidence], cited: Collection[str], spread: float
) -> tuple[Hit, ...]:
    """At most five passages near enough to be worth showing, by their best sentences, best first.

    One an article, none of those ``cited`` (ids): hits hold one article a story. ``evidence`` comes
    best first; ``spread`` is that of the thresholds.
    """
    chosen: dict[str, Hit] = {}
    for one in evidence:
        if len(chosen) == _MOST or one.score < evidence[0].score - _NEAR * spread:
            break
        if one.hit.article.id not in cited:
            chosen.setdefault(one.hit.article.id, one.hit)
    return tuple(chosen.values())
