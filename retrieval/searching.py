"""Finds passages for a query: both searches, fused, favoured by date, one article a story."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from index.limits import Limits
from index.search_index import SearchIndex
from retrieval.best_passages import best_passages_first, of_first_articles
from retrieval.candidates import Candidates, find_candidates
from retrieval.collapsing import at_most_two_an_article, one_article_a_story
from retrieval.favouring import favour_time, in_period, newest_first
from retrieval.fusing import Scores, best_first, fuse
from retrieval.lens import Lens
from retrieval.outcomes import Hit
from retrieval.query import Period, PeriodKind, Query
from retrieval.ranking_weights import RankingWeights
from retrieval.reranking import Reranker, rerank

_HITS = 30


@dataclass(frozen=True, slots=True)
class Found:
    """Hits, best first, and what had to give way to find any.

    ``outside_period`` is True where the question names a period and nothing that was found is of
    it: for one that filters nothing may be answered then, ``hits`` are only what lies nearest.
    ``phrases_dropped`` is True where no passage holds the quoted phrases.
    """

    hits: list[Hit]
    outside_period: bool = False
    phrases_dropped: bool = False


@dataclass(frozen=True, slots=True)
class Gathered:
    """Candidates, and what gave way as in :class:`Found`."""

    candidates: Candidates
    outside_period: bool
    phrases_dropped: bool


class PassageSearch:
    """Searches one index. May be shared by threads."""

    def __init__(
        self,
        index: SearchIndex,
        weights: RankingWeights,
        lens: Lens | None = None,
        reranker: Reranker | None = None,
    ) -> None:
        self._index = index
        self._weights = weights
        self._lens = lens
        self._reranker = reranker

    @property
    def has_reranker(self) -> bool:
        """Whether a model reads the best hits once more."""
        return self._reranker is not None

    def find(self, query: Query, vector: NDArray[np.float32]) -> Found:
        """The passages that speak to ``query``, whose vector is given, best first."""
        gathered = self.gather(query, vector)
        order = self.in_order(query, gathered.candidates)
        hits = self.told_once(self.hits(gathered.candidates, order))
        hits = at_most_two_an_article(self.best_passages_first(hits, vector))
        hits = self.reranked(query, hits)
        outside_period = gathered.outside_period
        period = query.times.period
        if period is not None and period.kind is PeriodKind.EVENT and _is_past(period, query):
            places = [place for place, _ in order]
            days = self._weights.reported_days
            outside_period = not in_period(gathered.candidates, period, days)[places].any()
        return Found(hits, outside_period, gathered.phrases_dropped)

    def gather(self, query: Query, vector: NDArray[np.float32]) -> Gathered:
        """What both searches bring up within all limits, or what gives way."""
        limits = search_limits(query)
        candidates = self.candidates(query, vector, limits)
        phrases_dropped = outside_period = False
        if not len(candidates) and limits.phrases:
            limits, phrases_dropped = replace(limits, phrases=()), True
            candidates = self.candidates(query, vector, limits)
        if not len(candidates) and (limits.first or limits.last):
            limits, outside_period = replace(limits, first=None, last=None), True
            candidates = self.candidates(query, vector, limits)
        return Gathered(candidates, outside_period, phrases_dropped)

    def candidates(self, query: Query, vector: NDArray[np.float32], limits: Limits) -> Candidates:
        """What both searches bring up within ``limits``."""
        count = self._weights.candidates
        return find_candidates(self._index, vector, query.searched, limits, count)

    def fused(self, candidates: Candidates) -> Scores:
        """One score a candidate, time left out of account."""
        return fuse(candidates, self._weights)

    def in_order(self, query: Query, candidates: Candidates) -> list[tuple[int, float]]:
        """The places of the best candidates with their scores, time taken into account."""
        fused = self.fused(candidates)
        scores = favour_time(candidates, fused, query, self._weights)
        if query.at_hand:
            read = np.isin(candidates.ids, self._index.passages_of(query.at_hand))
            scores += np.where(read, self._weights.at_hand, 0.0)
        order = best_first(candidates, scores)[:_HITS].tolist()
        if query.times.latest:
            order = newest_first(candidates, order, fused, self._weights.relevant)
        return [(place, float(scores[place])) for place in order]

    def hits(self, candidates: Candidates, order: Sequence[tuple[int, float]]) -> list[Hit]:
        """Read the passages at these places; one that has gone since is left out."""
        ids = [int(candidates.ids[place]) for place, _ in order]
        passages = self._index.passages(ids)
        articles = self._index.articles(
            list(dict.fromkeys(passage.article_id for passage in passages.values()))
        )
        return [
            Hit(
                passage_id,
                passages[passage_id],
                articles[passages[passage_id].article_id],
                score,
                _known(candidates.cosines[place]),
                _known(candidates.bm25[place]),
            )
            for passage_id, (place, score) in zip(ids, order, strict=True)
            if passage_id in passages and passages[passage_id].article_id in articles
        ]

    def told_once(self, hits: Sequence[Hit]) -> list[Hit]:
        """One article a story."""
        stories = self._index.stories(list({hit.article.id for hit in hits}))
        return one_article_a_story([hit for hit in hits if hit.article.id in stories], stories)

    def best_passages_first(self, hits: Sequence[Hit], vector: NDArray[np.float32]) -> list[Hit]:
        """The passages of each article with the one first whose best sentence answers best."""
        towards = self._lens.towards_answer(vector) if self._lens else vector
        first = of_first_articles(hits)
        sentences = self._index.sentence_vectors([(hit.passage, hit.article) for hit in first])
        best = {
            hit.passage_id: float((vectors @ towards).max())
            for hit, vectors in zip(first, sentences, strict=True)
            if len(vectors)
        }
        return best_passages_first(hits, best, self._weights.sentence)

    def reranked(self, query: Query, hits: list[Hit]) -> list[Hit]:
        """The hits as the reranker orders them, where there is one."""
        return rerank(self._reranker, query.searched, hits) if self._reranker else hits


def search_limits(query: Query) -> Limits:
    """All that a query is limited by, its period included.

    Articles of the day after it was asked count too: elsewhere it is tomorrow already. So do those
    of the day after a day or a weekend that was named: what happened on Wednesday stands in
    Thursday's paper.
    """
    last_day = _day_after(query.asked_on)
    limits = replace(query.limits, not_after=last_day)
    period = query.times.period
    if period is None or period.kind is not PeriodKind.REPORTED:
        return limits
    last = period.last
    if last is not None and (last == query.asked_on or period.is_a_day_or_two):
        last = _day_after(last)
    return replace(limits, first=period.first, last=last)


def _day_after(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)


def _is_past(period: Period, query: Query) -> bool:
    return period.first is None or period.first <= query.asked_on


def _known(score: float) -> float | None:
    return None if np.isnan(score) else float(score)
