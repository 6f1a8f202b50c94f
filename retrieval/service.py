"""One question, from the words as asked to the outcome."""

import time
from dataclasses import dataclass
from datetime import date, timedelta

from index.encoder.protocol import Encoder, Vectors
from index.languages import main_language
from index.limits import Limits
from index.search_index import Scored, SearchIndex
from retrieval.collapsing import one_article_a_story
from retrieval.composing import answer_text, choose_quotes, cite
from retrieval.evidence import Evidence, gather_evidence
from retrieval.fusing import fuse
from retrieval.gating import confidence
from retrieval.guarding import reason_not_to_search
from retrieval.lens import Lens
from retrieval.outcomes import (
    Answer,
    Citation,
    Headline,
    Hit,
    Outcome,
    Query,
    Reason,
    Refusal,
    Searched,
)
from retrieval.question_words import QuestionWords
from retrieval.signals import Signals, read_signals
from retrieval.thresholds import Thresholds

_CANDIDATES = 50
_PASSAGES_READ = 5
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Findings:
    """What a search brought up, hits and sentences best first, before deciding what to say."""

    hits: list[Hit]
    evidence: list[Evidence]
    signals: Signals | None


class QuestionService:
    """Answers questions from one index. May be shared by threads.

    ``background`` holds the vectors of sentences on anything, shape (sentences, dimension).
    """

    def __init__(
        self,
        index: SearchIndex,
        encoder: Encoder,
        background: Vectors,
        lens: Lens | None,
        thresholds: Thresholds,
    ) -> None:
        self._index = index
        self._encoder = encoder
        self._background = background
        self._lens = lens
        self._thresholds = thresholds

    def ask(self, question: str, asked_on: date) -> Outcome:
        """Answer ``question`` as of the day it was asked; later articles are not searched."""
        began = time.perf_counter()
        query = Query(question, " ".join(question.split()), asked_on)
        searched = self._searched(query)
        reason = reason_not_to_search(query.searched)
        if reason is None and searched.articles == 0:
            reason = Reason.EMPTY_CORPUS
        if reason is not None:
            return Refusal(query, reason, 0.0, (), searched, _ms_since(began))

        found = self.look(query)
        sure = confidence(found.signals, self._thresholds) if found.signals else 0.0
        citations: tuple[Citation, ...] = ()
        if sure >= self._thresholds.answer_at:
            chosen = choose_quotes(found.evidence, self._thresholds)
            citations = cite(chosen, self._index.copies)
        if not citations:
            return Refusal(
                query, Reason.WEAK_EVIDENCE, sure, _nearest(found.hits), searched, _ms_since(began)
            )
        text = answer_text(citations)
        return Answer(query, sure, text, citations, searched, _ms_since(began))

    def warm_up(self) -> None:
        """Do once what is slow the first time: load the model, the language tables, the files."""
        self.look(Query("", "When and where was it said?", date.max - timedelta(days=2)))
        main_language("A sentence in any language.")

    def look(self, query: Query) -> Findings:
        """Search, and weigh the sentences of the best passages."""
        vector = self._encoder.encode_queries([query.searched])[0]
        limits = Limits(not_after=_last_day(query))
        dense = self._index.dense(vector, _CANDIDATES, limits)
        keyword = self._index.keyword(query.searched, _CANDIDATES, limits)
        hits = self._hits(dense, keyword)
        read = hits[:_PASSAGES_READ]
        asked = QuestionWords(query.searched)
        evidence = gather_evidence(
            self._index, read, asked, vector, self._lens, self._thresholds.words_weight
        )
        if not evidence:
            return Findings(hits, [], None)
        signals = read_signals(asked, evidence, read, self._background @ vector)
        return Findings(hits, evidence, signals)

    def _hits(self, dense: Scored, keyword: Scored) -> list[Hit]:
        fused = fuse([dense, keyword])[:_CANDIDATES]
        cosines, bm25 = dict(dense), dict(keyword)
        passages = self._index.passages([passage_id for passage_id, _ in fused])
        articles = self._index.articles(
            list(dict.fromkeys(passage.article_id for passage in passages.values()))
        )
        hits = [
            Hit(
                passage_id,
                passages[passage_id],
                articles[passages[passage_id].article_id],
                score,
                cosines.get(passage_id),
                bm25.get(passage_id),
            )
            for passage_id, score in fused
            # A passage may go between search and reading; then it is not an answer any more.
            if passage_id in passages and passages[passage_id].article_id in articles
        ]
        stories = self._index.stories(list(articles))
        return one_article_a_story([hit for hit in hits if hit.article.id in stories], stories)

    def _searched(self, query: Query) -> Searched:
        return Searched(
            first=None,
            last=None,
            articles=self._index.count_articles(_last_day(query)),
            newest=self._index.summary().newest,
        )


def _last_day(query: Query) -> date:
    """Articles of the day after count too: elsewhere it is tomorrow already."""
    return query.asked_on + timedelta(days=1)


def _nearest(hits: list[Hit]) -> tuple[Headline, ...]:
    articles = {hit.article.id: hit.article for hit in hits}
    return tuple(
        Headline(article.title, article.outlet, article.published, article.url)
        for article in list(articles.values())[:_NEAREST]
    )


def _ms_since(began: float) -> float:
    return (time.perf_counter() - began) * 1000.0
