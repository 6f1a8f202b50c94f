"""Favours passages by their date, as far as the question speaks of time."""

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from retrieval.candidates import Candidates
from retrieval.fusing import Scores
from retrieval.query import Period, PeriodKind, Query
from retrieval.ranking_weights import RankingWeights


def favour_time(
    candidates: Candidates, scores: Scores, query: Query, weights: RankingWeights
) -> Scores:
    """The scores with what the date of each article adds; an undated one gets nothing.

    A recent article counts more, unless the question names a time that is past or goes on from
    what the chat has found: its time is that of the find. Articles of a period that names an event
    count more wherever they stand. An age is never below zero: an article of tomorrow (elsewhere
    it is tomorrow already) is as new as one of today.
    """
    total = scores.copy()
    dated = candidates.days > 0
    period, asked_on = query.times.period, query.asked_on
    speaks_of_now = period is None or _lasts(period, asked_on)
    if speaks_of_now and not query.goes_on:
        ages = np.maximum(asked_on.toordinal() - candidates.days - weights.fresh_days, 0)
        relevant = np.clip(scores / weights.recent_from, 0.0, 1.0)
        recent = weights.recent * relevant * np.exp(-ages / weights.recent_days)
        total += np.where(dated, recent, 0.0)
    if period is not None and period.kind is PeriodKind.EVENT:
        reported = in_period(candidates, period, weights.reported_days)
        total += np.where(reported, weights.of_period, 0.0)
    return total


def in_period(candidates: Candidates, period: Period, more_days: int = 0) -> NDArray[np.bool_]:
    """Whether each candidate's article was published within ``period`` or so many days after it.

    An undated one never was.
    """
    first = period.first.toordinal() if period.first else 1
    last = period.last.toordinal() if period.last else date.max.toordinal()
    return (candidates.days >= first) & (candidates.days <= last + more_days)


def newest_first(
    candidates: Candidates, order: Sequence[int], scores: Scores, within: float
) -> list[int]:
    """The places of ``order`` with those of the relevant ones put by date, the newest first.

    Relevant are those at most ``within`` below the best; the others follow in their order.
    """
    bar = max((scores[place] for place in order), default=0.0) - within
    relevant = [place for place in order if scores[place] >= bar]
    others = [place for place in order if scores[place] < bar]
    return sorted(relevant, key=lambda place: -candidates.days[place]) + others


def _lasts(period: Period, asked_on: date) -> bool:
    return period.last is None or period.last >= asked_on
