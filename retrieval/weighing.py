"""Weighs the sentences of the passages found: how well each answers, and how sure that makes."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from index.encoder.protocol import Vectors
from index.search_index import SearchIndex
from retrieval.close_reading.protocol import Place, Reading, ReadsClosely
from retrieval.evidence import Evidence, gather_evidence
from retrieval.gating import confidence
from retrieval.lens import Lens
from retrieval.outcomes import Hit
from retrieval.question_words import QuestionWords
from retrieval.signals import Signals, read_signals
from retrieval.thresholds import Thresholds

_PASSAGES_READ = 5
_PASSAGES_READ_CLOSELY = 10
"""By similarity alone more passages bring more that looks like an answer than more answers."""
_TOO_SURE = 5.0


@dataclass(frozen=True, slots=True)
class Weighed:
    """Sentences, best first, what they look like, and from 0 to 1 how sure it is that they answer.

    ``signals`` is None where there are no sentences.
    """

    evidence: list[Evidence]
    signals: Signals | None
    sure: float


NOTHING = Weighed([], None, 0.0)


class Weigher:
    """May be shared by threads.

    ``background`` holds the vectors of sentences on anything, shape (sentences, dimension).
    """

    def __init__(
        self,
        index: SearchIndex,
        background: Vectors,
        lens: Lens | None,
        thresholds: Thresholds,
        close_reader: ReadsClosely | None = None,
    ) -> None:
        self._index = index
        self._background = background
        self._lens = lens
        self._thresholds = thresholds
        self._close_reader = close_reader

    def weigh(
        self, question: str, vector: NDArray[np.float32], hits: Sequence[Hit], passages: int
    ) -> Weighed:
        """Weigh the best of ``hits`` for a question whose vector is given.

        ``passages`` is the number of passages that were searched.
        """
        read = hits[: _PASSAGES_READ_CLOSELY if self._close_reader else _PASSAGES_READ]
        asked = QuestionWords(question)
        evidence = gather_evidence(
            self._index, read, asked, vector, self._lens, self._thresholds.scoring
        )
        if not evidence:
            return NOTHING
        if self._close_reader is not None:
            readings = self._close_reader.read(question, evidence)
            evidence = with_readings(evidence, readings, self._thresholds.scoring.gain)
        signals = read_signals(asked, evidence, read, self._background @ vector, passages)
        return Weighed(evidence, signals, confidence(signals, self._thresholds))


def with_readings(
    evidence: Sequence[Evidence], readings: Mapping[Place, Reading], weight: float
) -> list[Evidence]:
    """The evidence with what the close reader made of it, in its new order.

    A sentence's score rises by up to ``weight`` with the probability that it answers, by log odds
    that are taken for less than the model gives them: it is too sure of itself.
    """
    read = []
    for one in evidence:
        reading = readings.get((one.hit.article.id, one.start))
        if reading is None:
            read.append(one)
            continue
        score = one.score + weight * _probability(reading.gain / _TOO_SURE)
        read.append(replace(one, score=score, answering=reading.answering, gain=reading.gain))
    return sorted(read, key=lambda one: -one.score)


def _probability(log_odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, log_odds))))
