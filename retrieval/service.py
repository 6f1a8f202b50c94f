"""One question, from the words as asked to the outcome."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from index.encoder.protocol import Encoder
from index.languages import main_language
from index.limits import NO_LIMITS, Limits
from index.search_index import SearchIndex
from retrieval.composing.citing import answer_text, cite
from retrieval.composing.composing import compose
from retrieval.further import further_hits
from retrieval.guarding import reason_not_to_search
from retrieval.outcomes import (
    Answer,
    Form,
    Headline,
    Hit,
    Outcome,
    Reason,
    Refusal,
    Searched,
)
from retrieval.query import Query, Turn
from retrieval.searching import Found, PassageSearch, search_limits
from retrieval.thresholds import Thresholds
from retrieval.understanding import QuestionReader, whole
from retrieval.weighing import Weighed, Weigher
from retrieval.writing.writer import Writer

_NEAREST = 3
_BETTER_ALONE = 0.3
"""How much surer a question must be by itself to be taken out of its chat."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What a search brought up, and how it was weighed, before deciding what to say.

    ``vector`` is that of the question, and ``passages`` about how many were searched.
    """

    query: Query
    found: Found
    weighed: Weighed
    vector: NDArray[np.float32]
    passages: int


class QuestionService:
    """Answers questions from one index. May be shared by threads.

    ``writer`` phrases answers, where there is one; without it they are quotes.
    """

    def __init__(
        self,
        index: SearchIndex,
        encoder: Encoder,
        reader: QuestionReader,
        search: PassageSearch,
        weigher: Weigher,
        thresholds: Thresholds,
        writer: Writer | None = None,
    ) -> None:
        self._index = index
        self._encoder = encoder
        self._reader = reader
        self._search = search
        self._weigher = weigher
        self._thresholds = thresholds
        self._writer = writer

    def ask(
        self,
        question: str,
        asked: datetime,
        turns: Sequence[Turn] = (),
        *,
        any_date: bool = False,
    ) -> Outcome:
        """Answer ``question`` as of the moment it was asked; later articles are not searched.

        ``turns`` are what the same chat said before, oldest first. With ``any_date`` a period that
        the question names, or goes on with, does not count.
        """
        began = time.perf_counter()
        findings = self.examine(question, asked, turns, any_date=any_date)
        if isinstance(findings, Refusal):
            return findings
        query, weighed = findings.query, findings.weighed
        searched = self.searched(query, findings.found)
        form, chosen = compose(query, weighed.evidence, self._thresholds)
        citations = cite(chosen, self._index.copies)
        if not citations:
            nearest, took = _nearest(findings.found.hits), _ms_since(began)
            return Refusal(query, Reason.WEAK_EVIDENCE, weighed.sure, nearest, searched, took)
        text = answer_text(citations, form)
        closest = weighed.sure < self._thresholds.answer_at
        took = _ms_since(began)
        cited = {one.article.id for one in citations}
        further = further_hits(weighed.evidence, cited, self._thresholds.spread)
        answer = Answer(
            *(query, weighed.sure, text, citations, searched, took, form, closest),
            further=further,
        )
        if self._writer is None or form is not Form.SENTENCES or closest:
            return answer
        return replace(self._writer.write(answer), took_ms=_ms_since(began))

    def examine(
        self,
        question: str,
        asked: datetime,
        turns: Sequence[Turn] = (),
        *,
        any_date: bool = False,
    ) -> Findings | Refusal:
        """Search as :meth:`ask` does: what may answer the question, else why nothing does."""
        began = time.perf_counter()

        def refuse(reason: Reason, sure: float = 0.0, hits: Sequence[Hit] = ()) -> Refusal:
            nearest, took = _nearest(hits), _ms_since(began)
            return Refusal(query, reason, sure, nearest, searched, took)

        question = whole(question)
        query = Query(question, " ".join(question.split()), asked)
        searched = self.searched(query, Found([]))
        if reason := reason_not_to_search(query.searched):
            return refuse(reason)
        query = self._reader.read(question, asked, turns, any_date=any_date)
        searched = self.searched(query, Found([]))
        if reason := self._reason_in(query, searched):
            return refuse(reason)

        findings = self.look(query)
        query, found, weighed = findings.query, findings.found, findings.weighed
        searched = self.searched(query, found)
        if found.outside_period and (searched.first or searched.last):
            return refuse(Reason.NOTHING_IN_PERIOD, hits=found.hits)
        if not found.hits and query.limits != NO_LIMITS:
            return refuse(Reason.NOTHING_WITHIN_LIMITS)
        if query.unknown_language:
            return refuse(Reason.UNKNOWN_LANGUAGE, hits=found.hits)
        if weighed.sure < self._thresholds.closest_at:
            return refuse(Reason.WEAK_EVIDENCE, weighed.sure, found.hits)
        return findings

    def warm_up(self) -> None:
        """Do once what is slow the first time: load the model, the language tables, the files."""
        question = "When and where was it said, according to the paper of last week?"
        self.look(self._reader.read(question, datetime.now(UTC)))
        main_language("A sentence in any language.")

    def look(self, query: Query) -> Findings:
        """Search, and weigh the sentences of the best passages.

        A question that may go on from those before it or stand alone is searched both ways. The
        reading with the better evidence holds; much better it must be to leave an article that
        the chat has just read.
        """
        findings = self._look(query)
        if query.alone is None:
            return findings
        alone = self._look(query.alone)
        stays = any(hit.article.id in query.at_hand for hit in findings.found.hits[:1])
        margin = _BETTER_ALONE if stays else 0.0
        better = alone.weighed.sure > findings.weighed.sure + margin
        return alone if better else findings

    def _look(self, query: Query) -> Findings:
        vector = self._encoder.encode_queries([query.searched])[0]
        found = self._search.find(query, vector)
        passages = self._passages_within(query)
        weighed = self._weigher.weigh(query.searched, vector, found.hits, passages)
        return Findings(query, found, weighed, vector, passages)

    def _passages_within(self, query: Query) -> int:
        """About how many passages were searched: the limits' share of all."""
        all_of_them = self._index.summary()
        share = self._index.count_articles(search_limits(query)) / max(all_of_them.articles, 1)
        return round(all_of_them.passages * share)

    def _reason_in(self, query: Query, searched: Searched) -> Reason | None:
        """Why there is nothing to search for, read off the query."""
        if not query.is_question:
            return Reason.NOT_A_QUESTION
        if query.unread:
            return Reason.UNREAD_OPERATOR
        if reason := reason_not_to_search(query.searched):
            return reason
        if searched.articles:
            return None
        if not self._index.summary().articles:
            return Reason.EMPTY_CORPUS
        by_then = Limits(not_after=search_limits(query).not_after)
        return None if self._index.count_articles(by_then) else Reason.NOTHING_IN_PERIOD

    def searched(self, query: Query, found: Found) -> Searched:
        """What an outcome of ``query`` rests on."""
        limits, corpus = search_limits(query), self._index.summary()
        return Searched(
            limits.first,
            limits.last,
            self._index.count_articles(limits),
            corpus.newest,
            found.outside_period,
            found.phrases_dropped,
            corpus.oldest,
        )


def _nearest(hits: Sequence[Hit]) -> tuple[Headline, ...]:
    articles = {hit.article.id: hit.article for hit in hits}
    return tuple(
        Headline(article.title, article.outlet, article.published, article.url)
        for article in list(articles.values())[:_NEAREST]
    )


def _ms_since(began: float) -> float:
    return (time.perf_counter() - began) * 1000.0
