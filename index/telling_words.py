"""Which words of a question a search by word goes by, and what each weighs."""

import math
from collections.abc import Iterable
from dataclasses import dataclass

COMMON_FROM = 5_000
"""In fewer passages no word is too common: telling or not, it is searched in no time."""

_COMMON_SHARE = 0.5
_LEAST = 3
_MOST = 64


@dataclass(frozen=True, slots=True)
class Found:
    """A word as it is indexed, and in how many of the ``passages`` of its language it stands."""

    word: str
    having: int
    passages: int


def telling(words: Iterable[Found], passages: int) -> list[tuple[str, float]]:
    """The words to search by, the rarest first, each with a factor for its weight.

    A word that stands in half of its language tells little and takes longest, so it goes, unless
    the question has no three that are rarer. ``passages`` counts those of all languages: BM25 takes
    a word for as rare as it is among them, which would let the few of a small language
    go before all others for a name that is written alike; the factor makes it as rare as in its
    language.
    """
    rarest = sorted(words, key=lambda one: (one.having / one.passages, one.word))[:_MOST]
    return [
        (one.word, _rarity(one.having, one.passages) / _rarity(one.having, passages))
        for place, one in enumerate(rarest)
        if place < _LEAST or one.having < COMMON_FROM or one.having < _COMMON_SHARE * one.passages
    ]


def _rarity(having: int, passages: int) -> float:
    """As in Robertson and Zaragoza, "The Probabilistic Relevance Framework", and in tantivy."""
    return math.log1p((max(passages, having) - having + 0.5) / (having + 0.5))
