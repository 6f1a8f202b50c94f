"""Fits how sure an answer is to questions of which it is known whether they are answered."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from retrieval.calibration.cases import Case
from retrieval.signals import Signals
from retrieval.thresholds import Thresholds

_FOLDS = 5
_PENALTY = 10.0
_SCALE = {"gain": 0.25, "cosine": 20.0, "place": 0.5, "usual_cosine": 20.0}
"""Brings the signals to like sizes, for one penalty holds for all."""

Fitted = tuple[NDArray[np.float64], float]
Weight = Callable[[Case], float]


def fit(cases: Sequence[Case], weight: Weight) -> Fitted:
    """Weights and intercept of the logistic regression of "is answered" on the signals."""
    from sklearn.linear_model import LogisticRegression

    names = Signals.__dataclass_fields__
    scale = np.array([_SCALE.get(name, 1.0) for name in names])
    model = LogisticRegression(C=_PENALTY, max_iter=5000)
    model.fit(
        np.array([case.signals.as_row() for case in cases]) * scale,
        [case.kind == "answer" for case in cases],
        sample_weight=[weight(case) for case in cases],
    )
    return model.coef_[0] * scale, float(model.intercept_[0])


def out_of_fold(cases: Sequence[Case], weight: Weight) -> NDArray[np.float64]:
    """The confidence of every case by a fit without its group, shape (cases,)."""
    groups = sorted({case.group for case in cases})
    fold_of = {group: place % _FOLDS for place, group in enumerate(groups)}
    sure = np.zeros(len(cases))
    for fold in range(_FOLDS):
        weights, intercept = fit([one for one in cases if fold_of[one.group] != fold], weight)
        for place, case in enumerate(cases):
            if fold_of[case.group] == fold:
                total = float(np.dot(weights, case.signals.as_row())) + intercept
                sure[place] = 1.0 / (1.0 + np.exp(-total))
    return sure


def with_bounds(
    thresholds: Thresholds,
    fitted: Fitted,
    cases: Sequence[Case],
    sure: NDArray[np.float64],
    answered: float,
    certain: float,
) -> Thresholds:
    """``thresholds`` with the fit and its two bounds.

    The closest is shown from where the share ``answered`` of the answerable questions is; a plain
    answer is given from where, of equally many questions of either kind, the share ``certain`` of
    those above it is answerable.
    """
    said = np.array([case.kind == "answer" for case in cases])
    closest_at = float(np.quantile(sure[said], 1 - answered))
    weights, intercept = fitted
    return replace(
        thresholds,
        weights=tuple(float(one) for one in weights),
        intercept=intercept,
        closest_at=closest_at,
        answer_at=max(closest_at, _certain_from(sure, said, certain)),
    )


def _certain_from(sure: NDArray[np.float64], said: NDArray[np.bool_], certain: float) -> float:
    for at in np.unique(sure):
        right, wrong = np.mean(sure[said] >= at), np.mean(sure[~said] >= at)
        if right >= certain * (right + wrong):
            return float(at)
    return 1.0
