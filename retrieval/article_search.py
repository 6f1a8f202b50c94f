"""Articles that speak to a question, each with an answer from it alone: a list to choose from."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from index.search_index import SearchIndex
from retrieval.composing.choosing import choose_quotes
from retrieval.composing.citing import answer_text, cite
from retrieval.composing.context import with_context
from retrieval.outcomes import Answer, Hit, Refusal
from retrieval.service import Findings, QuestionService
from retrieval.thresholds import Thresholds
from retrieval.weighing import Weigher

_MOST_QUOTES = 2
"""Sentences of one article, not counting what they need to be understood: half of the time that a
page takes goes into finding that."""


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """One article: the sentence of it that speaks best to the question, and an answer from it.

    The citations of ``answer`` are all of this article.
    """

    best: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class FoundArticles:
    """A page of articles, best first, from the corpus as of ``revision``; ``more``: there are."""

    articles: tuple[FoundArticle, ...]
    more: bool
    revision: int


class ArticleSearch:
    """Searches one index, without reading closely: it has to be done while a reader types.

    May be shared by threads. ``service`` and ``weigher`` read by the same ``thresholds``.
    """

    def __init__(
        self,
        index: SearchIndex,
        service: QuestionService,
        weigher: Weigher,
        thresholds: Thresholds,
    ) -> None:
        self._index = index
        self._service = service
        self._weigher = weigher
        self._thresholds = thresholds

    def find(
        self, question: str, asked: datetime, first: int, count: int
    ) -> FoundArticles | Refusal:
        """``count`` articles from place ``first`` on; a refusal where none may answer.

        The articles an answer would be made of come first, then the others that were found.
        An article whose own sentences are not sure to answer is marked ``closest``.
        """
        findings = self._service.examine(question, asked)
        if isinstance(findings, Refusal):
            return findings
        by_article: dict[str, list[Hit]] = {}
        for hit in (*(one.hit for one in findings.weighed.evidence), *findings.found.hits):
            hits = by_article.setdefault(hit.article.id, [])
            if all(hit.passage_id != other.passage_id for other in hits):
                hits.append(hit)
        wanted = list(by_article.values())[first : first + count]
        found = (self._found(findings, hits) for hits in wanted)
        return FoundArticles(
            tuple(one for one in found if one is not None),
            len(by_article) > first + count,
            self._index.revision,
        )

    def _found(self, findings: Findings, hits: Sequence[Hit]) -> FoundArticle | None:
        """None where the article has gone since it was found."""
        began, query = time.perf_counter(), findings.query
        weighed = self._weigher.weigh(query.searched, findings.vector, hits, findings.passages)
        chosen = choose_quotes(weighed.evidence, self._thresholds)[:_MOST_QUOTES]
        citations = cite(with_context(chosen, self._thresholds.most_quotes), self._index.copies)
        if not citations:
            return None
        answer = Answer(
            query,
            weighed.sure,
            answer_text(citations),
            citations,
            self._service.searched(query, findings.found),
            (time.perf_counter() - began) * 1000.0,
            closest=weighed.sure < self._thresholds.answer_at,
        )
        return FoundArticle(weighed.evidence[0].text, answer)
