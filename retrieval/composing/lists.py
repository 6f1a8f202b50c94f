"""Chooses the sentences of a list: each names another of the things asked for."""

from collections.abc import Sequence

from retrieval.composing.quote import Quote, quote_of
from retrieval.composing.saying import brings_another, says_the_same
from retrieval.evidence import Evidence

_WITHIN = 0.06
_LEAST_GAIN = -4.0
"""A model that looks for the one answer holds little of one item of several."""


def choose_list(
    evidence: Sequence[Evidence], most: int = 5, within: float = _WITHIN
) -> list[Quote]:
    """The best sentence, and up to ``most`` in all that each bring another item; best first.

    None scores more than ``within`` below the best, and none is one of which a model holds that it
    rather does not answer, unless it holds so of the best as well. Empty only without evidence.
    """
    chosen: list[Evidence] = []
    for one in evidence:
        if len(chosen) == max(most, 1):
            break
        if chosen and not _is_near(one, evidence[0], within):
            continue
        said = [other.text for other in chosen]
        if not chosen or (
            brings_another(one, said) and not any(says_the_same(one.text, text) for text in said)
        ):
            chosen.append(one)
    return [quote_of(one) for one in chosen]


def _is_near(one: Evidence, best: Evidence, within: float) -> bool:
    if one.gain is not None and best.gain is not None and one.gain < min(_LEAST_GAIN, best.gain):
        return False
    return one.score >= best.score - within
