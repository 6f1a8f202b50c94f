"""Chooses the sentences to quote: those that speak best to the question and add to each other."""

import math
from collections.abc import Sequence
from datetime import date

from retrieval.composing.quote import Quote, quote_of
from retrieval.evidence import Evidence
from retrieval.thresholds import Thresholds

_LOOKED_AT = 6


def choose_quotes(evidence: Sequence[Evidence], thresholds: Thresholds) -> list[Quote]:
    """The sentences to quote, best first: the best, and those that are worth their words.

    How likely each is to be the one that answers falls off with its score, by the factor e for
    every ``thresholds.spread``; each word costs ``thresholds.a_word``.
    """
    if not evidence:
        return []
    likely = [math.exp((one.score - evidence[0].score) / thresholds.spread) for one in evidence]
    together = sum(likely)
    chosen = [evidence[0]]
    for one, weight in zip(evidence[1:_LOOKED_AT], likely[1:], strict=False):
        if len(chosen) == thresholds.most_quotes:
            break
        worth = weight / together >= thresholds.a_word * len(one.text.split())
        if worth and all(_words(one) != _words(other) for other in chosen):
            chosen.append(one)
    return [quote_of(one) for one in chosen]


def newest_first(chosen: Sequence[Quote]) -> list[Quote]:
    """The sentences by the date of their articles; those of one day, and undated ones as before."""
    return sorted(
        chosen, key=lambda one: one.evidence.hit.article.published_day or date.min, reverse=True
    )


def _words(one: Evidence) -> list[str]:
    return one.text.casefold().split()
