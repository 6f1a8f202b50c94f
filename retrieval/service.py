"""One question, from the words as asked to the outcome."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from index.encoder.protocol import Encoder, Vectors
from index.languages import main_language
from index.limits import NO_LIMITS
from index.search_index import SearchIndex
from retrieval.composing.choosing import choose_quotes, newest_first
from retrieval.composing.citing import answer_text, cite
from retrieval.evidence import Evidence, gather_evidence
from retrieval.gating import confidence
from retrieval.guarding import reason_not_to_search
from retrieval.lens import Lens
from retrieval.outcomes import (
    Answer,
    Citation,
    Headline,
    Hit,
    Outcome,
    Reason,
    Refusal,
    Searched,
)
from retrieval.query import Query, Turn
from retrieval.question_words import QuestionWords
from retrieval.searching import Found, PassageSearch, search_limits
from retrieval.signals import Signals, read_signals
from retrieval.thresholds import Thresholds
from retrieval.understanding import QuestionReader, whole
from retrieval.writing.writer import Writer

_PASSAGES_READ = 5
_NEAREST = 3
_BETTER_ALONE = 0.3
"""How much surer a question must be by itself to be taken out of its chat."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What a search brought up, hits and sentences best first, before deciding what to say.

    ``sure`` is the confidence, from 0 to 1, that the evidence answers ``query``.
    """

    query: Query
    found: Found
    evidence: list[Evidence]
    signals: Signals | None
    sure: float


class QuestionService:
    """Answers questions from one index. May be shared by threads.

    ``background`` holds the vectors of sentences on anything, shape (sentences, dimension).
    ``writer`` phrases answers, where there is one; without it they are quotes.
    """

    def __init__(
        self,
        index: SearchIndex,
        encoder: Encoder,
        reader: QuestionReader,
        search: PassageSearch,
        background: Vectors,
        lens: Lens | None,
        thresholds: Thresholds,
        writer: Writer | None = None,
    ) -> None:
        self._index = index
        self._encoder = encoder
        self._reader = reader
        self._search = search
        self._background = background
        self._lens = lens
        self._thresholds = thresholds
        self._writer = writer

    def ask(self, question: str, asked: datetime, turns: Sequence[Turn] = ()) -> Outcome:
        """Answer ``question`` as of the moment it was asked; later articles are not searched.

        ``turns`` are what the same chat said before, oldest first.
        """
        began = time.perf_counter()

        def refuse(reason: Reason, sure: float = 0.0, hits: Sequence[Hit] = ()) -> Refusal:
            nearest, took = _nearest(hits), _ms_since(began)
            return Refusal(query, reason, sure, nearest, searched, took)

        question = whole(question)
        query = Query(question, " ".join(question.split()), asked)
        searched = self._searched(query, Found([]))
        if reason := reason_not_to_search(query.searched):
            return refuse(reason)
        query = self._reader.read(question, asked, turns)
        searched = self._searched(query, Found([]))
        if reason := self._reason_in(query, searched):
            return refuse(reason)

        findings = self.look(query)
        query, found, sure = findings.query, findings.found, findings.sure
        searched = self._searched(query, found)
        if found.outside_period and (searched.first or searched.last):
            return refuse(Reason.NOTHING_IN_PERIOD, hits=found.hits)
        if not found.hits and query.limits != NO_LIMITS:
            return refuse(Reason.NOTHING_WITHIN_LIMITS)
        if query.unknown_language:
            return refuse(Reason.UNKNOWN_LANGUAGE, hits=found.hits)
        citations: tuple[Citation, ...] = ()
        if sure >= self._thresholds.answer_at:
            chosen = choose_quotes(findings.evidence, self._thresholds)
            if query.times.latest:
                chosen = newest_first(chosen)
            citations = cite(chosen, self._index.copies)
        if not citations:
            return refuse(Reason.WEAK_EVIDENCE, sure, found.hits)
        text = answer_text(citations)
        answer = Answer(query, sure, text, citations, searched, _ms_since(began))
        if self._writer is None:
            return answer
        return replace(self._writer.write(answer), took_ms=_ms_since(began))

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
        return alone if alone.sure > findings.sure + margin else findings

    def _look(self, query: Query) -> Findings:
        vector = self._encoder.encode_queries([query.searched])[0]
        found = self._search.find(query, vector)
        read = found.hits[:_PASSAGES_READ]
        asked = QuestionWords(query.searched)
        evidence = gather_evidence(
            self._index, read, asked, vector, self._lens, self._thresholds.words_weight
        )
        if not evidence:
            return Findings(query, found, [], None, 0.0)
        usual = self._background @ vector
        signals = read_signals(asked, evidence, read, usual, self._passages_within(query))
        return Findings(query, found, evidence, signals, confidence(signals, self._thresholds))

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
        limited = query.limits != NO_LIMITS or searched.first or searched.last
        return None if searched.articles or limited else Reason.EMPTY_CORPUS

    def _searched(self, query: Query, found: Found) -> Searched:
        limits = search_limits(query)
        return Searched(
            limits.first,
            limits.last,
            self._index.count_articles(limits),
            self._index.summary().newest,
            found.outside_period,
            found.phrases_dropped,
        )


def _nearest(hits: Sequence[Hit]) -> tuple[Headline, ...]:
    articles = {hit.article.id: hit.article for hit in hits}
    return tuple(
        Headline(article.title, article.outlet, article.published, article.url)
        for article in list(articles.values())[:_NEAREST]
    )


def _ms_since(began: float) -> float:
    return (time.perf_counter() - began) * 1000.0
