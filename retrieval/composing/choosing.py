"""Chooses the sentences to quote: those that speak best to the question and add to each other."""

from collections.abc import Sequence
from datetime import date

from retrieval.composing.quote import Quote, quote_of
from retrieval.evidence import Evidence
from retrieval.thresholds import Thresholds


def choose_quotes(evidence: Sequence[Evidence], thresholds: Thresholds) -> list[Quote]:
    """The sentences to quote, best first: the best, and those nearly as good that differ."""
    chosen: list[Evidence] = []
    for one in evidence:
        if len(chosen) == thresholds.most_quotes:
            break
        if one.score < evidence[0].score - thresholds.quote_within:
            break
        if all(_words(one) != _words(other) for other in chosen):
            chosen.append(one)
    return [quote_of(one) for one in chosen]


def newest_first(chosen: Sequence[Quote]) -> list[Quote]:
    """The sentences by the date of their articles; those of one day, and undated ones as before."""
    return sorted(
        chosen, key=lambda one: one.evidence.hit.article.published_day or date.min, reverse=True
    )


def _words(one: Evidence) -> list[str]:
    return one.text.casefold().split()
