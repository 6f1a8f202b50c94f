"""What retrieval asks of an index."""

from collections.abc import Collection, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.articles import Article, Passage
from index.limits import NO_LIMITS, Limits
from index.stored import Copy, CorpusSummary

Scored = list[tuple[int, float]]
"""Passage ids with their scores, best first."""


class SearchIndex(Protocol):
    """What retrieval asks of an index. Passage ids are never used twice."""

    @property
    def revision(self) -> int:
        """The number of write transactions whose result is being searched."""

    def dense(self, vector: NDArray[np.float32], count: int, limits: Limits = NO_LIMITS) -> Scored:
        """The passages nearest to a query vector of shape (dimension,), by cosine."""

    def keyword(self, text: str, count: int, limits: Limits = NO_LIMITS) -> Scored:
        """The passages that best match the words of a text, by BM25."""

    def passages(self, passage_ids: Sequence[int]) -> dict[int, Passage]:
        """The passages of these ids; one that has gone since is left out."""

    def sentence_vectors(
        self, passages: Sequence[tuple[Passage, Article]]
    ) -> list[NDArray[np.float32]]:
        """For each passage the vectors of its sentences, shape (sentences, dimension).

        Empty, of shape (0, dimension), where the passage has gone since.
        """

    def articles(self, article_ids: Sequence[str]) -> dict[str, Article]:
        """The articles of these ids; one that has gone since is left out."""

    def stories(self, article_ids: Collection[str]) -> dict[str, str]:
        """The story of each of these articles: the same for copies of one another."""

    def copies(self, article_id: str) -> tuple[Copy, ...]:
        """The other articles of an article's story, the earliest first."""

    def summary(self) -> CorpusSummary:
        """The size and reach of the corpus."""

    def passages_of(self, article_ids: Collection[str]) -> list[int]:
        """The ids of all passages of these articles."""

    def days(self, passage_ids: Sequence[int]) -> list[int]:
        """The publication days of passages that a search found; 0 is undated or gone since."""

    def count_articles(self, limits: Limits) -> int:
        """How many articles there are within limits, their words left out of account."""

    def outlets(self) -> tuple[tuple[str | None, int], ...]:
        """Each outlet with its number of articles, the largest first."""

    def bylines(self) -> tuple[str, ...]:
        """Every byline there is, once each."""

    def articles_by(self, bylines: Collection[str]) -> frozenset[str]:
        """The ids of the articles that have one of these bylines."""
