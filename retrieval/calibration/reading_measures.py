"""How well the close reader reads articles that it has not learned from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from sklearn.metrics import roc_auc_score

from retrieval.calibration.reading_samples import (
    Sample,
    TokenizedArticle,
    sample_of,
    windows_of,
)
from retrieval.close_reading.spans import best_runs

_AT_ONCE = 64
Logits = Callable[[Sequence[Sample]], torch.Tensor]


@dataclass(frozen=True, slots=True)
class Read:
    """The best that a whole article offers for one question.

    ``sentence_right`` and ``words_right``: it stands in a sentence, and at words, that answer.
    """

    kind: str
    gain: float
    sentence_right: bool
    words_right: bool


@dataclass(frozen=True, slots=True)
class ReadingFigures:
    """Shares over all questions; ``both_right`` over the pairs of a question and its near miss.

    ``both_right`` is taken at the threshold that suits these questions best.
    """

    questions: int
    auroc: float
    sentence_right: float
    words_right: float
    pairs: int
    in_order: float
    both_right: float

    def __str__(self) -> str:
        return (
            f"{self.questions} questions: AUROC {self.auroc:.3f}, right sentence "
            f"{self.sentence_right:.3f}, right words {self.words_right:.3f}; {self.pairs} pairs: "
            f"in order {self.in_order:.3f}, both right {self.both_right:.3f}"
        )


def measure(logits: Logits, articles: Sequence[TokenizedArticle]) -> ReadingFigures:
    """Ask every article its own questions, those on other matters left out."""
    reads = [one for article in articles for one in _read(logits, article)]
    said = np.array([one.kind == "answer" for one in reads])
    gains = np.array([one.gain for one in reads])
    answers = [one for one in reads if one.kind == "answer"]
    pairs = np.array(
        [
            (first.gain, second.gain)
            for first, second in pairwise(reads)
            if (first.kind, second.kind) == ("answer", "near")
        ]
    )
    both = max(np.mean((pairs[:, 0] >= at) & (pairs[:, 1] < at)) for at in np.unique(gains))
    return ReadingFigures(
        len(reads),
        float(roc_auc_score(said, gains)),
        float(np.mean([one.sentence_right for one in answers])),
        float(np.mean([one.words_right for one in answers])),
        len(pairs),
        float(np.mean(pairs[:, 0] > pairs[:, 1])),
        float(both),
    )


def _read(logits: Logits, article: TokenizedArticle) -> list[Read]:
    asked = [(question, ids) for question, ids in article.questions if question.kind != "far"]
    windows = windows_of(article)
    samples = [
        sample_of(article, window, ids, question.holds)
        for question, ids in asked
        for window in windows
    ]
    offers: list[Read] = []
    for first in range(0, len(samples), _AT_ONCE):
        some = samples[first : first + _AT_ONCE]
        for sample, scores in zip(some, logits(some).numpy(), strict=True):
            offers.append(_best_of(sample, scores))
    reads = []
    for place, (question, _) in enumerate(asked):
        own = offers[place * len(windows) : (place + 1) * len(windows)]
        best = max(own, key=lambda one: one.gain)
        reads.append(Read(question.kind, best.gain, best.sentence_right, best.words_right))
    return reads


def _best_of(sample: Sample, scores: np.ndarray) -> Read:
    pair = sample.pair
    run = max(best_runs(scores[: len(pair.ids)], pair.sentences), key=lambda one: one.gain)
    in_sentence = any(pair.sentences[first] == run.sentence for first, _ in sample.answers)
    at_words = any(run.first <= last and run.last >= first for first, last in sample.answers)
    return Read("", run.gain, in_sentence, at_words)
