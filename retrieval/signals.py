"""What the evidence for an answer looks like, as a few named numbers."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass

import numpy as np
from numpy.typing import NDArray

from index.languages import main_language
from retrieval.chance import raised_by_chance
from retrieval.evidence import Evidence
from retrieval.outcomes import Hit
from retrieval.question_words import QuestionWords
from retrieval.words import content_words


@dataclass(frozen=True, slots=True)
class Signals:
    """The numbers that confidence is computed from.

    Attributes:
        gain: the most that the close reader finds speaking for an answer, in log odds; 0 where
            there is no close reader.
        cosine: of the question with the nearest of the sentences read, less what the best of so
            many passages gains by chance (:func:`retrieval.chance.raised_by_chance`).
        place: of the passage that would be quoted first among those found, 0 for the first.
        usual_cosine: mean cosine of the question with sentences on anything at all. Questions in
            another language than the corpus, or short ones, lie lower throughout.
        words_unread: share of the question's content words in none of the passages read.
        another_language: 1 where question and passage differ in language. Words cannot be compared
            then, and their share is 0.
    """

    gain: float
    cosine: float
    place: float
    usual_cosine: float
    words_unread: float
    another_language: float

    def as_row(self) -> tuple[float, ...]:
        """The numbers in the order of the fields."""
        return astuple(self)


def read_signals(
    question: QuestionWords,
    evidence: Sequence[Evidence],
    hits: Sequence[Hit],
    usual: NDArray[np.float32],
    passages: int,
) -> Signals:
    """Measure the evidence, which must not be empty and is best first.

    ``usual`` holds the question's cosines with the background sentences, shape (sentences,);
    ``passages`` is the number that was searched.
    """
    best = evidence[0]
    language = main_language(best.hit.passage.text)
    asked = question.read_in(language)
    read = " ".join(f"{hit.article.title} {hit.passage.text}" for hit in hits)
    unread = asked - content_words(read, language) if asked else frozenset()
    gains = [one.gain for one in evidence if one.gain is not None]
    return Signals(
        gain=max(gains, default=0.0),
        cosine=max(one.cosine for one in evidence)
        - float(usual.std()) * raised_by_chance(passages),
        place=float(next(place for place, hit in enumerate(hits) if hit is best.hit)),
        usual_cosine=float(usual.mean()),
        words_unread=len(unread) / len(asked) if asked else 0.0,
        another_language=float(asked is None),
    )
