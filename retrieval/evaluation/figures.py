"""From the results of all questions to the figures that are reported."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.evaluation.bootstrap import Interval, interval_of, intervals_of_means
from retrieval.evaluation.evaluating import Result
from retrieval.evaluation.ranking_measures import NAMES, Rows, judged
from retrieval.evaluation.refusal_measures import auroc, auroc_by_counting, false_answers_at

SHOWN = ("hits@1", "hits@4", "hits@10", "mrr@10", "article_hits@10")
"""The retrieval figures of a stage, in the order they are shown."""
ANSWERS = ("answer_hit", "answered", "false_answers", "false_answers_at_90", "auroc")
"""The figures of answering and refusing, in the order they are shown."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its 95 % interval."""

    value: float
    interval: Interval


@dataclass(frozen=True, slots=True)
class Times:
    """The middle one and the slow end of some times, in milliseconds."""

    p50: float
    p95: float


@dataclass(frozen=True, slots=True)
class StageFigures:
    """How good one stage's ranking is, by the names of ``NAMES``, and how long the stage takes.

    ``gains`` is what it adds to the stage before, question by question; None for the first.
    """

    name: str
    figures: Mapping[str, Figure]
    gains: Mapping[str, Figure] | None
    times: Times


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All figures; None stands where one does not apply. ``ranking`` is that of the last stage."""

    results: tuple[Result, ...]
    stages: tuple[StageFigures, ...]
    answers: Mapping[str, Figure | None]
    times: Times
    steps: Mapping[str, Times]

    @property
    def ranking(self) -> Mapping[str, Figure | None]:
        """The retrieval figures of what answers are taken from."""
        return self.stages[-1].figures if self.stages else dict.fromkeys(NAMES)

    @property
    def answerable(self) -> tuple[Result, ...]:
        """The results of the questions that the corpus answers."""
        return tuple(one for one in self.results if one.question.answerable)

    @property
    def unanswerable(self) -> tuple[Result, ...]:
        """The results of the others."""
        return tuple(one for one in self.results if not one.question.answerable)


def evaluate(results: Sequence[Result]) -> Evaluation:
    """Work out every figure from the results, which must not be empty."""
    steps = [one.trace.steps_ms() for one in results]
    return Evaluation(
        tuple(results),
        _stages([one for one in results if one.question.answerable]),
        _answers(results),
        _times([one.ms for one in results]),
        {name: _times([step[name] for step in steps]) for name in steps[0]},
    )


def confidences(results: Sequence[Result]) -> NDArray[np.float64]:
    """How sure each outcome was, shape (results,)."""
    return np.array([one.outcome.confidence for one in results], dtype=np.float64)


def _stages(results: Sequence[Result]) -> tuple[StageFigures, ...]:
    if not results:
        return ()
    questions = [one.question for one in results]
    stages = []
    before: Rows | None = None
    for place, stage in enumerate(results[0].trace.stages):
        rows = judged(questions, [one.trace.stages[place].hits for one in results])
        gains = None if before is None else _figures(rows - before)
        times = _times([one.trace.stages[place].ms for one in results])
        stages.append(StageFigures(stage.name, _figures(rows), gains, times))
        before = rows
    return tuple(stages)


def _figures(rows: Rows) -> dict[str, Figure]:
    means = rows.mean(axis=0)
    spans = intervals_of_means(rows)
    return {n: Figure(float(m), span) for n, m, span in zip(NAMES, means, spans, strict=True)}


def _answers(results: Sequence[Result]) -> dict[str, Figure | None]:
    with_answer = [one for one in results if one.question.answerable]
    without = [one for one in results if not one.question.answerable]
    known = [one for one in with_answer if one.question.answer is not None]
    sure, unsure = confidences(with_answer), confidences(without)
    span = interval_of(auroc_by_counting, sure, unsure)
    span_at = interval_of(false_answers_at, sure, unsure)
    area, false_at = auroc(sure, unsure), false_answers_at(sure, unsure)
    return {
        "answer_hit": _share([one.right for one in known]),
        "answered": _share([one.answered for one in with_answer]),
        "false_answers": _share([one.answered for one in without]),
        "false_answers_at_90": None
        if false_at is None or not span_at
        else Figure(false_at, span_at),
        "auroc": None if area is None or not span else Figure(area, span),
    }


def _share(said: Sequence[bool]) -> Figure | None:
    if not said:
        return None
    rows = np.array(said, dtype=np.float64)[:, None]
    return Figure(float(rows.mean()), intervals_of_means(rows)[0])


def _times(taken_ms: Sequence[float]) -> Times:
    p50, p95 = np.percentile(np.array(taken_ms), (50, 95))
    return Times(float(p50), float(p95))
