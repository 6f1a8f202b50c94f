"""Decides from the evidence whether the corpus says what was asked."""

import math

from retrieval.signals import Signals
from retrieval.thresholds import Thresholds


def confidence(signals: Signals, thresholds: Thresholds) -> float:
    """How sure, from 0 to 1, the evidence answers the question: a logistic regression."""
    pairs = zip(signals.as_row(), thresholds.weights, strict=True)
    total = thresholds.intercept + sum(value * weight for value, weight in pairs)
    return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, total))))
