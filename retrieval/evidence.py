"""Scores the sentences of the best passages: which of them speak to the question."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.languages import main_language
from index.search_index import SearchIndex
from index.sentences import Span
from retrieval.lens import Lens
from retrieval.outcomes import Hit
from retrieval.question_words import QuestionWords
from retrieval.words import content_words


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence, ``article.body[start:end]`` of the hit's article, against the question.

    ``words_said`` is the share of the question's content words that stand in the sentence, the one
    before it, or the headline; 0 where question and passage differ in language. ``score`` orders.
    ``answering`` are the words that answer, by their offsets in the body, and ``gain`` the log odds
    that they do, where the close reader has read it.
    """

    hit: Hit
    start: int
    end: int
    cosine: float
    words_said: float
    score: float
    answering: Span | None = None
    gain: float | None = None

    @property
    def text(self) -> str:
        """The sentence, verbatim."""
        return self.hit.article.body[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Scoring:
    """What counts beside a sentence's cosine when sentences are put in order.

    Attributes:
        words: added in the share that the sentence holds of the question's words.
        place: taken off for every passage that was found before the sentence's own.
        gain: added in the probability that it answers, as the close reader finds.
    """

    words: float
    place: float
    gain: float


def gather_evidence(
    index: SearchIndex,
    hits: Sequence[Hit],
    question: QuestionWords,
    query_vector: NDArray[np.float32],
    lens: Lens | None,
    scoring: Scoring,
) -> list[Evidence]:
    """Every sentence of ``hits`` once, best first.

    The score is the cosine, as the lens sees it, with what ``scoring`` adds and takes.
    """
    towards_answer = lens.towards_answer(query_vector) if lens else query_vector
    seen: set[tuple[str, int]] = set()
    evidence: list[Evidence] = []
    of_hits = index.sentence_vectors([(hit.passage, hit.article) for hit in hits])
    for place, (hit, vectors) in enumerate(zip(hits, of_hits, strict=True)):
        if not len(vectors):
            continue  # it has gone since it was found
        language = main_language(hit.passage.text)
        asked = question.read_in(language) or frozenset()
        in_title = content_words(hit.article.title, language) if asked else frozenset()
        cosines, seen_cosines = vectors @ query_vector, vectors @ towards_answer
        before: frozenset[str] = frozenset()
        for (start, end), cosine, through_lens in zip(
            hit.passage.sentences, cosines, seen_cosines, strict=True
        ):
            in_sentence = (
                content_words(hit.article.body[start:end], language) if asked else frozenset()
            )
            if (hit.article.id, start) not in seen:
                seen.add((hit.article.id, start))
                said = _share_of(asked, in_title | before | in_sentence)
                score = float(through_lens) + scoring.words * said - scoring.place * place
                evidence.append(Evidence(hit, start, end, float(cosine), said, score))
            before = in_sentence
    return sorted(evidence, key=lambda one: -one.score)


def _share_of(asked: frozenset[str], said: frozenset[str]) -> float:
    return len(asked & said) / len(asked) if asked else 0.0
