"""Questions asked of invented articles, with what the evidence for an answer looked like."""

import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from index.corpus_store import CorpusStore
from index.embedded_index import EmbeddedIndex
from index.encoder.protocol import Encoder, Vectors
from index.indexing import Indexer
from retrieval.calibration.invented import InventedArticle, InventedQuestion
from retrieval.close_reading.protocol import ReadsClosely
from retrieval.composing.choosing import choose_quotes
from retrieval.lens import lens_for
from retrieval.query import Query
from retrieval.ranking_weights import weights_for
from retrieval.searching import PassageSearch
from retrieval.service import QuestionService
from retrieval.signals import Signals
from retrieval.thresholds import Thresholds
from retrieval.understanding import QuestionReader
from retrieval.weighing import Weigher

_ASKED = datetime(2100, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Case:
    """One question and what was found: ``held`` says of each quote if it holds the answer.

    ``kind`` is "answer", "near" or "far": on a matter of which there is no article. ``group`` is
    the same for questions that are alike, which must not be learned from and tested on at once.
    """

    group: str
    kind: str
    signals: Signals
    held: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Asking:
    """The parts that questions are put to."""

    encoder: Encoder
    background: Vectors
    close_reader: ReadsClosely | None
    thresholds: Thresholds

    @contextmanager
    def of(self, articles: Sequence[InventedArticle]) -> Iterator[QuestionService]:
        """A service over a corpus of these articles, which is gone afterwards."""
        name = self.encoder.name
        with TemporaryDirectory() as folder:
            store = CorpusStore(Path(folder))
            Indexer(store, self.encoder, 130).index([one.article for one in articles])
            index = EmbeddedIndex(Path(folder), self.encoder.fingerprint, self.encoder.dimension)
            lens = lens_for(name)
            yield QuestionService(
                index,
                self.encoder,
                QuestionReader(index),
                PassageSearch(index, weights_for(name), lens),
                Weigher(index, self.background, lens, self.thresholds, self.close_reader),
                self.thresholds,
            )
            index.close()
            store.close()

    def case(self, service: QuestionService, group: str, asked: InventedQuestion) -> Case | None:
        """Ask; None where nothing at all was found."""
        weighed = service.look(Query(asked.text, asked.text, _ASKED)).weighed
        if weighed.signals is None:
            return None
        quotes = choose_quotes(weighed.evidence, self.thresholds)
        held = tuple(
            asked.holds is not None and asked.holds in quote.evidence.text for quote in quotes
        )
        return Case(group, asked.kind, weighed.signals, held)


def alone(asking: Asking, articles: Sequence[InventedArticle]) -> Iterator[Case]:
    """Every article a corpus of its own, asked its questions and those of the next article."""
    for own, other in zip(articles, [*articles[1:], articles[0]], strict=True):
        with asking.of([own]) as service:
            for asked in [*own.questions, *_elsewhere(other)]:
                if case := asking.case(service, own.article.title, asked):
                    yield case


def together(asking: Asking, articles: Sequence[InventedArticle]) -> Iterator[Case]:
    """One corpus of all articles but some of those held out.

    A third of those held out is asked about: one half of it is in the corpus, of the other only
    what it answers is asked, which nothing answers now.
    """
    held_out = [one for one in articles if one.held_out]
    random.Random(0).shuffle(held_out)
    of = held_out[: len(held_out) // 3]
    absent = of[::2]
    with asking.of([one for one in articles if one not in absent]) as service:
        for own in of:
            for asked in _elsewhere(own) if own in absent else own.questions:
                if case := asking.case(service, own.article.title, asked):
                    yield case


def _elsewhere(article: InventedArticle) -> list[InventedQuestion]:
    """What an article answers, asked where it is not."""
    return [replace(one, kind="far", holds=None) for one in article.questions if one.holds]
