"""The one place of every number that decides whether, and how much, is answered."""

import json
import logging
from dataclasses import asdict, dataclass, fields
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from retrieval.evidence import Scoring
from retrieval.signals import Signals

logger = logging.getLogger(__name__)

OWN_FILE = "confidence.json"
"""In a data folder: what `dateline calibrate` fitted to its corpus."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How the evidence is read; fitted, and kept in ``confidence.json``.

    Attributes:
        weights: of the fields of :class:`retrieval.signals.Signals`, in their order.
        intercept: added to their weighted sum; the logistic function of it is the confidence.
        answer_at: from this confidence on the question is answered.
        closest_at: from this one on, at most ``answer_at``, the closest that was found is shown and
            said to be that; below it the question is refused.
        scoring: how sentences are put in order.
        spread: by how much a sentence must score less to be e times less likely to answer.
        a_word: how likely a further sentence must be the one that answers, for each of its words:
            long ones must earn the reader's time. More makes answers shorter, and fewer of them
            right.
        most_quotes: sentences in an answer, at most.
    """

    weights: tuple[float, ...]
    intercept: float
    answer_at: float
    closest_at: float
    scoring: Scoring
    spread: float
    a_word: float = 0.005
    most_quotes: int = 3

    def __post_init__(self) -> None:
        if self.closest_at > self.answer_at:
            raise ValueError(f"closest_at {self.closest_at} is above answer_at {self.answer_at}")
        if len(self.weights) != len(fields(Signals)):
            raise ValueError(f"{len(self.weights)} weights for {len(fields(Signals))} signals")


def kind_of(encoder_name: str, read_closely: bool) -> str:
    """Which thresholds are to be used: models of the e5 family share e5's, others MiniLM's."""
    family = "e5" if "e5" in encoder_name.lower() else "minilm"
    return f"{family}, read closely" if read_closely else family


def thresholds_for(kind: str, data_dir: Path | None = None) -> Thresholds:
    """The thresholds of ``kind``: those fitted to the corpus of ``data_dir``, or shipped."""
    own = data_dir and data_dir / OWN_FILE
    if own and own.exists():
        try:
            fitted = json.loads(own.read_text(encoding="utf-8"))
            if kind in fitted:
                return from_json(fitted[kind])
            logger.warning("%s: is of another encoder; run `dateline calibrate` again", own)
        except (OSError, ValueError, KeyError, TypeError) as error:
            logger.warning("%s: cannot be used (%s); the numbers that ship are", own, error)
    return from_json(_shipped()[kind])


def from_json(numbers: dict[str, Any]) -> Thresholds:
    """Thresholds from an entry of ``confidence.json``.

    Raises:
        KeyError, TypeError, ValueError: it is none.
    """
    return Thresholds(
        weights=tuple(float(numbers["weights"][one.name]) for one in fields(Signals)),
        intercept=float(numbers["intercept"]),
        answer_at=float(numbers["answer_at"]),
        closest_at=float(numbers["closest_at"]),
        scoring=Scoring(
            **{one.name: float(numbers["scoring"][one.name]) for one in fields(Scoring)}
        ),
        spread=float(numbers["spread"]),
        a_word=float(numbers["a_word"]),
    )


def as_json(thresholds: Thresholds) -> dict[str, Any]:
    """The entry of ``confidence.json`` that ``from_json`` reads, rounded to be read by people."""
    names = [one.name for one in fields(Signals)]
    return {
        "weights": {
            name: round(weight, 3) for name, weight in zip(names, thresholds.weights, strict=True)
        },
        "intercept": round(thresholds.intercept, 3),
        "answer_at": round(thresholds.answer_at, 3),
        "closest_at": round(thresholds.closest_at, 3),
        "scoring": asdict(thresholds.scoring),
        "spread": thresholds.spread,
        "a_word": thresholds.a_word,
    }


@cache
def _shipped() -> dict[str, Any]:
    text = files("retrieval").joinpath(OWN_FILE).read_text(encoding="utf-8")
    return dict(json.loads(text)["fitted"])
