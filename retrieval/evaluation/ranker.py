"""What the evaluation asks of the thing it measures."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from retrieval.outcomes import Hit, Outcome

DEPTH = 10
"""How many hits of a stage are looked at."""


@dataclass(frozen=True, slots=True)
class Stage:
    """The first ten hits as they stand after one stage, and how long that stage alone took."""

    name: str
    hits: tuple[Hit, ...]
    ms: float

    def __post_init__(self) -> None:
        if len(self.hits) > DEPTH:
            raise ValueError(f"stage {self.name}: {len(self.hits)} hits, at most {DEPTH} count")


@dataclass(frozen=True, slots=True)
class Trace:
    """How one question was worked on: its stages in order, the last being what is answered from.

    ``other_ms`` holds how long the steps took that rank nothing, such as encoding the question.
    """

    stages: tuple[Stage, ...]
    other_ms: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.stages:
            raise ValueError("a trace has at least one stage")

    @property
    def final(self) -> tuple[Hit, ...]:
        """The hits that the answer is taken from."""
        return self.stages[-1].hits

    def steps_ms(self) -> dict[str, float]:
        """Every step with its time, those that rank nothing last."""
        return {stage.name: stage.ms for stage in self.stages} | dict(self.other_ms)


class Ranker(Protocol):
    """Answers questions, and shows how; every question must go through the same stages."""

    def ask(self, question: str, asked: date) -> Outcome:
        """Answer as a reader would be answered; this is what is timed."""

    def trace(self, question: str, asked: date) -> Trace:
        """Search as ``ask`` does, keeping the ranking of every stage."""
