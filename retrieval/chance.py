"""How good a find is by chance alone: the more is searched, the nearer the nearest."""

import math

_ONE_ARTICLE = 6
"""Passages of an article of some length. Confidence is fitted on corpora of one article."""


def raised_by_chance(passages: int) -> float:
    """By how much the best of so many passages exceeds the best of one article, by chance.

    In standard deviations of the cosine with passages on anything: the greatest of n independent
    normal values lies near sqrt(2 ln n) of them above the mean (Cramér, "Mathematical Methods of
    Statistics", 1946, section 28.6). Never below zero.
    """
    return max(0.0, _greatest_of(passages) - _greatest_of(_ONE_ARTICLE))


def _greatest_of(count: int) -> float:
    return math.sqrt(2.0 * math.log(max(count, 1)))
