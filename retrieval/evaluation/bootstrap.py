"""How far a figure would vary with other questions of the same kind: bootstrap intervals.

Percentile intervals over questions drawn anew with replacement (Efron and Tibshirani, "An
Introduction to the Bootstrap", 1993). Seeded, so that the same answers give the same intervals.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 2000
_SEED = 20220617
_BOUNDS = (2.5, 97.5)

Interval = tuple[float, float]
"""The bounds of 95 % of the resamples."""
Values = NDArray[np.float64]


def intervals_of_means(rows: Values) -> tuple[Interval, ...]:
    """The interval of the mean of each column of ``rows``, shape (questions, columns)."""
    draw = np.random.default_rng(_SEED)
    count = len(rows)
    means = [rows[draw.integers(count, size=count)].mean(axis=0) for _ in range(RESAMPLES)]
    low, high = np.percentile(means, _BOUNDS, axis=0)
    return tuple(zip(map(float, low), map(float, high), strict=True))


def interval_of(
    measure: Callable[[Values, Values], float | None], ones: Values, others: Values
) -> Interval | None:
    """The interval of a ``measure`` of two groups, each of which is drawn from by itself.

    None where the measure does not apply to them.
    """
    if measure(ones, others) is None:
        return None
    draw = np.random.default_rng(_SEED)
    drawn = [
        measure(
            ones[draw.integers(len(ones), size=len(ones))],
            others[draw.integers(len(others), size=len(others))],
        )
        for _ in range(RESAMPLES)
    ]
    low, high = np.percentile(np.array(drawn, dtype=np.float64), _BOUNDS)
    return float(low), float(high)
