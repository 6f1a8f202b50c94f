"""Shows the evaluation how the service works: its stages one by one, with the service's parts."""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TypeVar

import numpy as np

from index.encoder.protocol import Encoder
from index.limits import Limits
from index.search_index import SearchIndex
from retrieval.candidates import Candidates
from retrieval.collapsing import at_most_two_an_article
from retrieval.evaluation.ranker import DEPTH, Stage, Trace
from retrieval.fusing import Scores, best_first
from retrieval.outcomes import Hit, Outcome
from retrieval.query import Query
from retrieval.searching import PassageSearch, search_limits
from retrieval.service import QuestionService
from retrieval.understanding import QuestionReader

_Made = TypeVar("_Made")
_NOON = datetime.min.replace(hour=12, tzinfo=UTC).timetz()


class ServiceRanker:
    """A :class:`Ranker` over the service and the parts that it answers with."""

    def __init__(
        self,
        service: QuestionService,
        index: SearchIndex,
        encoder: Encoder,
        reader: QuestionReader,
        search: PassageSearch,
    ) -> None:
        self._service = service
        self._index = index
        self._encoder = encoder
        self._reader = reader
        self._search = search

    def ask(self, question: str, asked: date) -> Outcome:
        return self._service.ask(question, datetime.combine(asked, _NOON))

    def trace(self, question: str, asked: date) -> Trace:
        moment = datetime.combine(asked, _NOON)
        query, reading_ms = _timed(lambda: self._reader.read(question, moment))
        vectors, encoding_ms = _timed(lambda: self._encoder.encode_queries([query.searched]))
        vector = vectors[0]
        untimed = Limits(not_after=search_limits(query).not_after)
        _, words_ms = _timed(lambda: self._index.keyword(query.searched, DEPTH, untimed))
        _, dense_ms = _timed(lambda: self._index.dense(vector, DEPTH, untimed))
        found, found_ms = _timed(lambda: self._search.candidates(query, vector, untimed))
        fused, fuse_ms = _timed(lambda: self._search.fused(found))
        (gathered, order), time_ms = _timed(lambda: self._in_time(query, vector))
        hits, hits_ms = _timed(lambda: self._search.hits(gathered, order))
        told, told_ms = _timed(lambda: self._search.told_once(hits))
        spoken, spoken_ms = _timed(lambda: self._search.best_passages_first(told, vector))
        final = at_most_two_an_article(spoken)
        stages = [
            Stage("BM25", self._first(found, found.bm25), words_ms),
            Stage("dense", self._first(found, found.cosines), dense_ms),
            Stage("fused", self._first(found, fused), found_ms + fuse_ms),
            Stage("+ time", tuple(hits[:DEPTH]), time_ms + hits_ms),
            Stage("+ stories", tuple(at_most_two_an_article(told)[:DEPTH]), told_ms),
            Stage("+ sentences", tuple(final[:DEPTH]), spoken_ms),
        ]
        if self._search.has_reranker:
            again, again_ms = _timed(lambda: self._search.reranked(query, final))
            stages.append(Stage("+ reranker", tuple(again[:DEPTH]), again_ms))
        return Trace(tuple(stages), {"understanding": reading_ms, "encoding": encoding_ms})

    def _in_time(
        self, query: Query, vector: np.ndarray[tuple[int], np.dtype[np.float32]]
    ) -> tuple[Candidates, list[tuple[int, float]]]:
        candidates = self._search.gather(query, vector).candidates
        return candidates, self._search.in_order(query, candidates)

    def _first(self, candidates: Candidates, scores: Scores) -> tuple[Hit, ...]:
        """The first hits by these scores; what has none is left out."""
        order = best_first(candidates, np.nan_to_num(scores, nan=-np.inf))[:DEPTH]
        known = [(int(place), float(scores[place])) for place in order if scores[place] > -np.inf]
        return tuple(self._search.hits(candidates, known))


def _timed(make: Callable[[], _Made]) -> tuple[_Made, float]:
    began = time.perf_counter()
    made = make()
    return made, (time.perf_counter() - began) * 1000.0
