"""Fits how sure an answer is to an operator's own corpus and questions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time

import numpy as np

from index.errors import InputError
from retrieval.calibration.cases import Case
from retrieval.calibration.confidence_fit import fit, out_of_fold, with_bounds
from retrieval.evaluation.questions import Question
from retrieval.service import QuestionService
from retrieval.thresholds import Thresholds
from retrieval.understanding import QuestionReader

FEWEST = 20
"""Questions of either kind below which a fit says nothing."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """The fit, and shares of the questions: ``before`` at the bounds in use, ``after`` at the new.

    Those after are of questions that each fit was made without.
    """

    thresholds: Thresholds
    answerable: int
    unanswerable: int
    before: "Shares"
    after: "Shares"


@dataclass(frozen=True, slots=True)
class Shares:
    """Of the answerable questions those answered, of the others those answered falsely."""

    answered: float
    false_answers: float


def calibrate(
    service: QuestionService,
    reader: QuestionReader,
    questions: Sequence[Question],
    in_use: Thresholds,
    answered: float,
    certain: float,
) -> Calibration:
    """Ask every question and fit ``in_use`` to what the evidence looked like.

    ``answered`` and ``certain`` are those of ``with_bounds`` in
    :mod:`retrieval.calibration.confidence_fit`.

    Raises:
        InputError: there are too few questions of either kind.
    """
    asked = list(_asked(service, reader, questions))
    cases = [case for case, _ in asked]
    said = np.array([case.kind == "answer" for case in cases], dtype=bool)
    counts = int(said.sum()), int((~said).sum())
    if min(counts) < FEWEST:
        raise InputError(
            f"{counts[0]} questions with an answer and {counts[1]} without one can be used; "
            f"{FEWEST} of either kind are needed"
        )
    sure_before = np.array([sure for _, sure in asked])
    sure_after = out_of_fold(cases, _alike)
    fitted = with_bounds(in_use, fit(cases, _alike), cases, sure_after, answered, certain)
    return Calibration(
        fitted,
        *counts,
        _shares(sure_before >= in_use.closest_at, said),
        _shares(sure_after >= fitted.closest_at, said),
    )


def _asked(
    service: QuestionService, reader: QuestionReader, questions: Sequence[Question]
) -> Iterator[tuple[Case, float]]:
    """Every question that brought something up, as a case, with the confidence so far."""
    now = datetime.now(UTC)
    for one in questions:
        moment = datetime.combine(one.asked, time(12), UTC) if one.asked else now
        weighed = service.look(reader.read(one.text, moment)).weighed
        if weighed.signals is None:
            continue
        kind = "answer" if one.answerable else "far"
        yield Case(one.id, kind, weighed.signals), weighed.sure


def _alike(_: Case) -> float:
    return 1.0


def _shares(shown: np.ndarray, said: np.ndarray) -> Shares:
    return Shares(float(np.mean(shown[said])), float(np.mean(shown[~said])))
