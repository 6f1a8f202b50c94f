"""Scores the sentences of the best passages: which of them speak to the question."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.articles import Article
from index.search_index import SearchIndex
from retrieval.languages import main_language, may_be_in
from retrieval.lens import Lens
from retrieval.outcomes import Hit
from retrieval.words import content_words


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence, ``article.body[start:end]`` of the hit's article, against the question.

    ``words_said`` is the share of the question's content words that stand in the sentence, the one
    before it, or the headline; 0 where question and passage differ in language. ``score`` orders.
    """

    hit: Hit
    start: int
    end: int
    cosine: float
    words_said: float
    score: float

    @property
    def text(self) -> str:
        """The sentence, verbatim."""
        return self.hit.article.body[self.start : self.end]


def gather_evidence(
    index: SearchIndex,
    hits: Sequence[Hit],
    question: str,
    query_vector: NDArray[np.float32],
    lens: Lens | None,
    words_weight: float,
) -> list[Evidence]:
    """Every sentence of ``hits`` once, best first.

    The score is the cosine, as the lens sees it, + ``words_weight`` * the words said.
    """
    towards_answer = lens.towards_answer(query_vector) if lens else query_vector
    seen: set[tuple[str, int]] = set()
    evidence: list[Evidence] = []
    for hit in hits:
        language = main_language(hit.passage.text)
        comparable = may_be_in(question, language)
        asked = content_words(question, language) if comparable else frozenset()
        vectors = index.sentence_vectors(hit.passage, hit.article)
        cosines, seen_cosines = vectors @ query_vector, vectors @ towards_answer
        before = ""
        for (start, end), cosine, through_lens in zip(
            hit.passage.sentences, cosines, seen_cosines, strict=True
        ):
            sentence = hit.article.body[start:end]
            if (hit.article.id, start) not in seen:
                seen.add((hit.article.id, start))
                said = _share_said(asked, hit.article, f"{before} {sentence}", language)
                score = float(through_lens) + words_weight * said
                evidence.append(Evidence(hit, start, end, float(cosine), said, score))
            before = sentence
    return sorted(evidence, key=lambda one: -one.score)


def _share_said(asked: frozenset[str], article: Article, context: str, language: str) -> float:
    if not asked:
        return 0.0
    return len(asked & content_words(f"{article.title} {context}", language)) / len(asked)
