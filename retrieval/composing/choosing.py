"""Chooses the sentences to quote: those that speak best to the question and add to each other."""

import math
from collections.abc import Sequence
from datetime import date

from retrieval.composing.needs import needs_of
from retrieval.composing.quote import Quote, quote_of
from retrieval.evidence import Evidence
from retrieval.thresholds import Thresholds

_LOOKED_AT, _THIRD = 6, 1.5


def choose_quotes(evidence: Sequence[Evidence], thresholds: Thresholds) -> list[Quote]:
    """The sentences to quote, best first: the best, and those that are worth their words.

    How likely each is to be the one that answers falls off with its score, by the factor e for
    every ``thresholds.spread``. Each word costs ``thresholds.a_word``, those of the sentences it
    brings along too, and in a third sentence half as much again.
    """
    if not evidence:
        return []
    likely = [math.exp((one.score - evidence[0].score) / thresholds.spread) for one in evidence]
    together = sum(likely)
    chosen = [evidence[0]]
    for one, weight in zip(evidence[1:_LOOKED_AT], likely[1:], strict=False):
        if len(chosen) == thresholds.most_quotes:
            break
        price = thresholds.a_word * (1.0 if len(chosen) == 1 else _THIRD)
        if (
            weight / together >= price * len(one.text.split())
            and all(_words(one) != _words(other) for other in chosen)
            and weight / together >= price * _words_in_all(one)
        ):
            chosen.append(one)
    return [quote_of(one) for one in chosen]


def newest_first(chosen: Sequence[Quote]) -> list[Quote]:
    """The sentences by the date of their articles; those of one day, and undated ones as before."""
    return sorted(
        chosen, key=lambda one: one.evidence.hit.article.published_day or date.min, reverse=True
    )


def _words_in_all(one: Evidence) -> int:
    """Its words and those of the sentences that it is not to be shown without."""
    body = one.hit.article.body
    brought = sum(len(body[start:end].split()) for (start, end), _ in needs_of(one).sentences)
    return len(one.text.split()) + brought


def _words(one: Evidence) -> list[str]:
    return one.text.casefold().split()
