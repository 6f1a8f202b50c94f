"""What the evidence for an answer looks like, as a few named numbers."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass

import numpy as np
from numpy.typing import NDArray

from retrieval.evidence import Evidence
from retrieval.languages import main_language, may_be_in
from retrieval.outcomes import Hit
from retrieval.wanted import asks_for_number, holds_number
from retrieval.words import content_words


@dataclass(frozen=True, slots=True)
class Signals:
    """The numbers that confidence is computed from.

    Attributes:
        cosine: the highest of any sentence read with the question.
        usual_cosine: mean cosine of the question with sentences on anything at all. Questions in
            another language than the corpus, or short ones, lie lower throughout.
        spread: standard deviation of those cosines.
        words_unread: share of the question's content words in none of the passages read.
        words_unsaid: share of them that the best sentence and what stands around it do not say.
        another_language: 1 where question and passage differ in language. Words cannot be compared
            then, and both shares are 0.
        number_missing: 1 where the question wants a number and the best sentence has none.
    """

    cosine: float
    usual_cosine: float
    spread: float
    words_unread: float
    words_unsaid: float
    another_language: float
    number_missing: float

    def as_row(self) -> tuple[float, ...]:
        """The numbers in the order of the fields."""
        return astuple(self)


def read_signals(
    question: str,
    evidence: Sequence[Evidence],
    hits: Sequence[Hit],
    usual: NDArray[np.float32],
) -> Signals:
    """Measure the evidence, which must not be empty and is best first.

    ``usual`` holds the question's cosines with the background sentences, shape (sentences,).
    """
    best = evidence[0]
    unread = unsaid = 0.0
    language = main_language(best.hit.passage.text)
    comparable = may_be_in(question, language)
    if comparable:
        asked = content_words(question, language)
        read = " ".join(f"{hit.article.title} {hit.passage.text}" for hit in hits)
        if asked:
            unread = len(asked - content_words(read, language)) / len(asked)
            unsaid = 1.0 - best.words_said
    return Signals(
        cosine=max(one.cosine for one in evidence),
        usual_cosine=float(usual.mean()),
        spread=float(usual.std()),
        words_unread=unread,
        words_unsaid=unsaid,
        another_language=float(not comparable),
        number_missing=float(asks_for_number(question) and not holds_number(best.text)),
    )
