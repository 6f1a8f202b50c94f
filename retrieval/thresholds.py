"""The one place of every number that decides whether, and how much, is answered."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How the evidence that one encoder gives is read; fitted, and kept in ``thresholds.json``.

    Attributes:
        weights: of the fields of :class:`retrieval.signals.Signals`, in their order.
        intercept: added to their weighted sum; the logistic function of it is the confidence.
        answer_at: from this confidence on the question is answered.
        closest_at: from this one on, at most ``answer_at``, the closest that was found is shown and
            said to be that; below it the question is refused.
        words_weight: how much the words a sentence shares with the question count beside cosine.
        quote_within: a further sentence is quoted when its score is at most this below the best.
        most_quotes: sentences in an answer, at most.
    """

    weights: tuple[float, ...]
    intercept: float
    answer_at: float
    closest_at: float
    words_weight: float
    quote_within: float
    most_quotes: int = 3

    def __post_init__(self) -> None:
        if self.closest_at > self.answer_at:
            raise ValueError(f"closest_at {self.closest_at} is above answer_at {self.answer_at}")


def thresholds_for(encoder_name: str) -> Thresholds:
    """The thresholds of an encoder; models of the e5 family share e5's, others MiniLM's."""
    family = "e5" if "e5" in encoder_name.lower() else "minilm"
    numbers = _fitted()[family]
    return Thresholds(
        weights=tuple(numbers["weights"]),
        intercept=numbers["intercept"],
        answer_at=numbers["answer_at"],
        closest_at=numbers["closest_at"],
        words_weight=numbers["words_weight"],
        quote_within=numbers["quote_within"],
    )


@cache
def _fitted() -> dict[str, Any]:
    text = files("retrieval").joinpath("thresholds.json").read_text(encoding="utf-8")
    return dict(json.loads(text)["encoders"])
