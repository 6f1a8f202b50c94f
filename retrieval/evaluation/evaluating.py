"""Puts every question to a ranker: once to time the answer, once more to see every stage."""

import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from retrieval.evaluation.questions import Question
from retrieval.evaluation.ranker import Ranker, Stage, Trace
from retrieval.evaluation.relevance import is_answered, is_right
from retrieval.outcomes import Hit, Outcome

logger = logging.getLogger(__name__)

_WARMING_UP = ("Who said that it will rain in the north?", "When was the old bridge pulled down?")
_EVERY_S = 10.0


@dataclass(frozen=True, slots=True)
class AskedOn:
    """On which day questions are asked: their own, ``later_days`` after it.

    Those without a day of their own are asked on ``otherwise``, and all where it is ``withheld``.
    """

    otherwise: date
    withheld: bool = False
    later_days: int = 0

    def day_of(self, question: Question) -> date:
        """The day to ask ``question`` on."""
        known = None if self.withheld else question.asked
        return (known or self.otherwise) + timedelta(days=self.later_days)


@dataclass(frozen=True, slots=True)
class Result:
    """One question with its outcome, how long that took, and how it was searched."""

    question: Question
    asked: date
    outcome: Outcome
    ms: float
    trace: Trace

    @property
    def answered(self) -> bool:
        """Whether an answer was given."""
        return is_answered(self.outcome)

    @property
    def right(self) -> bool:
        """Whether an answer was given that holds the known one."""
        return is_right(self.question, self.outcome)


def put_questions(
    ranker: Ranker, questions: Sequence[Question], asked_on: AskedOn
) -> tuple[Result, ...]:
    """Ask all, one at a time, and then trace all: looking at the stages must not cost the clock."""
    for words in _WARMING_UP:
        ranker.ask(words, asked_on.otherwise)
    timed = []
    for question in _told(questions, "asked"):
        began = time.perf_counter()
        outcome = ranker.ask(question.text, asked_on.day_of(question))
        timed.append((outcome, (time.perf_counter() - began) * 1000.0))
    ranker.trace(_WARMING_UP[0], asked_on.otherwise)
    known: dict[int, Hit] = {}
    traces = [
        _sharing(ranker.trace(question.text, asked_on.day_of(question)), known)
        for question in _told(questions, "traced")
    ]
    return tuple(
        Result(question, asked_on.day_of(question), outcome, ms, trace)
        for question, (outcome, ms), trace in zip(questions, timed, traces, strict=True)
    )


def _sharing(trace: Trace, known: dict[int, Hit]) -> Trace:
    """The trace with texts shared among all: thousands of questions would fill the memory."""

    def shared(hit: Hit) -> Hit:
        first = known.setdefault(hit.passage_id, hit)
        return replace(hit, passage=first.passage, article=first.article)

    stages = (Stage(one.name, tuple(map(shared, one.hits)), one.ms) for one in trace.stages)
    return replace(trace, stages=tuple(stages))


def _told(questions: Sequence[Question], what: str) -> Iterator[Question]:
    """The questions, with a line in the log now and then."""
    last = time.monotonic()
    for number, question in enumerate(questions, 1):
        yield question
        if time.monotonic() - last >= _EVERY_S or number == len(questions):
            last = time.monotonic()
            logger.info("%d of %d questions %s", number, len(questions), what)
