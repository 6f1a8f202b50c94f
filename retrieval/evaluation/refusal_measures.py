"""How well refusing tells questions with an answer from those without, by the confidence."""

import math

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

AIM = 0.9
"""False answers are reported where this share of the answerable questions is answered."""

Confidences = NDArray[np.float64]
"""Shape (questions,)."""


def auroc(answerable: Confidences, unanswerable: Confidences) -> float | None:
    """The chance that an answerable question has more confidence than an unanswerable one.

    None where there are no questions of either kind.
    """
    if not len(answerable) or not len(unanswerable):
        return None
    truth = np.r_[np.ones(len(answerable)), np.zeros(len(unanswerable))]
    return float(roc_auc_score(truth, np.r_[answerable, unanswerable]))


def auroc_by_counting(answerable: Confidences, unanswerable: Confidences) -> float | None:
    """The same as :func:`auroc`, some fifty times faster: for thousands of resamples."""
    if not len(answerable) or not len(unanswerable):
        return None
    ordered = np.sort(unanswerable)
    below = np.searchsorted(ordered, answerable, "left")
    not_above = np.searchsorted(ordered, answerable, "right")
    return float((below + not_above).mean() / 2 / len(ordered))


def threshold_for(answerable: Confidences, share: float = AIM) -> float:
    """The highest confidence to answer from at which ``share`` of ``answerable`` is answered."""
    needed = math.ceil(share * len(answerable) - 1e-9)
    return float(np.sort(answerable)[::-1][needed - 1])


def false_answers_at(
    answerable: Confidences, unanswerable: Confidences, share: float = AIM
) -> float | None:
    """The share of ``unanswerable`` answered where ``share`` of ``answerable`` is."""
    if not len(answerable) or not len(unanswerable):
        return None
    return float((unanswerable >= threshold_for(answerable, share)).mean())


def trade_off(
    answerable: Confidences, unanswerable: Confidences
) -> tuple[tuple[float, float], ...]:
    """Answered and false answers at every confidence one could answer from, the strictest first."""
    levels = np.unique(np.r_[answerable, unanswerable])[::-1]
    points = [
        (float((answerable >= at).mean()), float((unanswerable >= at).mean())) for at in levels
    ]
    return ((0.0, 0.0), *points)
