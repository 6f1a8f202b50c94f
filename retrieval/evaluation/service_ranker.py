"""Shows the evaluation how the service works: its stages one by one, with the service's parts."""

import time
from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from index.encoder.protocol import Encoder
from index.limits import Limits
from index.search_index import Scored, SearchIndex
from retrieval.collapsing import one_article_a_story
from retrieval.evaluation.ranker import DEPTH, Stage, Trace
from retrieval.fusing import fuse
from retrieval.outcomes import Hit, Outcome, Query
from retrieval.service import QuestionService

_Made = TypeVar("_Made")
_CANDIDATES = 50


class ServiceRanker:
    """A :class:`Ranker` over the service and the index and encoder that it answers from."""

    def __init__(self, service: QuestionService, index: SearchIndex, encoder: Encoder) -> None:
        self._service = service
        self._index = index
        self._encoder = encoder

    def ask(self, question: str, asked: date) -> Outcome:
        return self._service.ask(question, asked)

    def trace(self, question: str, asked: date) -> Trace:
        words = " ".join(question.split())
        query = Query(question, words, asked)
        limits = Limits(
            not_after=date.fromordinal(min(asked.toordinal() + 1, date.max.toordinal()))
        )
        vectors, encode_ms = _timed(lambda: self._encoder.encode_queries([words]))
        bm25, bm25_ms = _timed(lambda: self._index.keyword(words, _CANDIDATES, limits))
        dense, dense_ms = _timed(lambda: self._index.dense(vectors[0], _CANDIDATES, limits))
        fused, fuse_ms = _timed(lambda: self._hits(fuse([dense, bm25])[:_CANDIDATES]))
        told, story_ms = _timed(lambda: self._collapsed(fused))
        _, look_ms = _timed(lambda: self._service.look(query))
        searching_ms = encode_ms + bm25_ms + dense_ms + fuse_ms + story_ms
        return Trace(
            (
                Stage("BM25", self._first(bm25), bm25_ms),
                Stage("dense", self._first(dense), dense_ms),
                Stage("fused", tuple(fused[:DEPTH]), fuse_ms),
                Stage("+ stories", tuple(told[:DEPTH]), story_ms),
            ),
            {"encoding": encode_ms, "weighing sentences": max(0.0, look_ms - searching_ms)},
        )

    def _first(self, ranking: Scored) -> tuple[Hit, ...]:
        return tuple(self._hits(ranking[:DEPTH]))

    def _hits(self, ranking: Scored) -> list[Hit]:
        passages = self._index.passages([passage_id for passage_id, _ in ranking])
        articles = self._index.articles(list({one.article_id for one in passages.values()}))
        return [
            Hit(number, passages[number], articles[passages[number].article_id], score, None, None)
            for number, score in ranking
        ]

    def _collapsed(self, hits: Sequence[Hit]) -> list[Hit]:
        return one_article_a_story(hits, self._index.stories({hit.article.id for hit in hits}))


def _timed(make: Callable[[], _Made]) -> tuple[_Made, float]:
    began = time.perf_counter()
    made = make()
    return made, (time.perf_counter() - began) * 1000.0
