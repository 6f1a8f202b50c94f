"""The one place where the parts are put together."""

import logging
from dataclasses import dataclass
from pathlib import Path

from bot.conversation import Conversation
from bot.example_shelf import Background, ExampleShelf
from bot.settings import Settings
from bot.state.database import Database
from bot.state.kept_answers import KeptAnswers
from bot.state.kept_turns import KeptTurns
from bot.writer_model import open_writer_model
from index.corpus_store import CorpusStore
from index.database import FILE_NAME
from index.embedded_index import EmbeddedIndex, check_encoder
from index.encoder.choice import languages_of
from index.encoder.opening import open_encoder
from index.encoder.protocol import Encoder
from index.errors import InputError
from index.indexing import Indexer
from retrieval.article_search import ArticleSearch
from retrieval.background import background_vectors
from retrieval.close_reading.opening import open_close_reader
from retrieval.close_reading.served import CloseReader
from retrieval.examples.finding import ExampleFinder
from retrieval.lens import lens_for
from retrieval.ranking_weights import weights_for
from retrieval.reranking import Reranker
from retrieval.searching import PassageSearch
from retrieval.service import QuestionService
from retrieval.thresholds import Thresholds, kind_of, thresholds_for
from retrieval.understanding import QuestionReader
from retrieval.weighing import Weigher
from retrieval.writing.writer import Writer

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that answers questions, opened and warm.

    ``conversation`` keeps nothing on disk; ``articles`` lists what inline queries ask for;
    ``writes``: a language model phrases the answers.
    """

    index: EmbeddedIndex
    service: QuestionService
    articles: ArticleSearch
    conversation: Conversation
    writes: bool
    examples: ExampleShelf

    def kept_conversation(self, state: Database, keep_days: int) -> Conversation:
        """A conversation whose last turns and answers are kept in ``state``.

        Answers and messages are kept for ``keep_days``.
        """
        return Conversation(
            self.service,
            self.index,
            KeptTurns(state),
            keep_days,
            KeptAnswers(state),
            writes=self.writes,
            examples=self.examples.questions,
        )

    def revision(self) -> int:
        """The revision of the index on disk.

        Raises:
            DatelineError: it does not read.
        """
        return self.index.store.revision


def open_desk(settings: Settings) -> Desk:
    """Open the index and the encoder and warm them up; takes a second or two.

    Raises:
        DatelineError: the index or the encoder cannot be used; the message says what to do.
    """
    check_index_exists(settings)
    encoder = open_encoder_of(settings)
    index = EmbeddedIndex(settings.data_dir, encoder.fingerprint, encoder.dimension)
    model = open_writer_model(settings.writer)
    writer = Writer(model, encoder) if model else None
    parts = answering_parts(settings, index, encoder, writer)
    parts.service.warm_up()
    articles = article_search(settings, index, encoder, parts)
    conversation = Conversation(parts.service, index, writes=writer is not None)
    examples = _example_shelf(settings, index, parts.quoting)
    return Desk(index, parts.service, articles, conversation, writer is not None, examples)


@dataclass(frozen=True, slots=True)
class AnsweringParts:
    """The service and the parts it answers with; ``kind`` is that of its thresholds.

    ``quoting`` answers likewise, but in quotes whether there is a writer or not.
    """

    reader: QuestionReader
    search: PassageSearch
    service: QuestionService
    quoting: QuestionService
    kind: str
    thresholds: Thresholds


def answering_parts(
    settings: Settings, index: EmbeddedIndex, encoder: Encoder, writer: Writer | None = None
) -> AnsweringParts:
    """Put together what answers from an index; in quotes, unless there is a writer."""
    name = encoder.name
    lens = lens_for(name)
    reader = QuestionReader(index, settings.first_weekday, languages_of(name))
    search = PassageSearch(index, weights_for(name), lens, _reranker(settings))
    background = background_vectors(encoder, models_dir(settings))
    close_reader = _close_reader(settings, encoder)
    kind = kind_of(name, close_reader is not None)
    thresholds = thresholds_for(kind, settings.data_dir)
    weigher = Weigher(index, background, lens, thresholds, close_reader)
    quoting = QuestionService(index, encoder, reader, search, weigher, thresholds)
    service = quoting
    if writer is not None:
        service = QuestionService(index, encoder, reader, search, weigher, thresholds, writer)
    return AnsweringParts(reader, search, service, quoting, kind, thresholds)


def article_search(
    settings: Settings, index: EmbeddedIndex, encoder: Encoder, parts: AnsweringParts
) -> ArticleSearch:
    """Put together what lists articles; without the models that are surer, but slower."""
    name, kind = encoder.name, kind_of(encoder.name, False)
    thresholds = parts.thresholds if kind == parts.kind else thresholds_for(kind)
    lens, background = lens_for(name), background_vectors(encoder, models_dir(settings))
    search = PassageSearch(index, weights_for(name), lens)
    weigher = Weigher(index, background, lens, thresholds)
    service = QuestionService(index, encoder, parts.reader, search, weigher, thresholds)
    return ArticleSearch(index, service, weigher, thresholds)


@dataclass(frozen=True, slots=True)
class IndexRoom:
    """What indexing needs. ``finish`` brings the derived files up to date."""

    settings: Settings
    store: CorpusStore
    encoder: Encoder
    indexer: Indexer

    def finish(self) -> None:
        """Bring FAISS and tantivy up to date, and make ready what a first question needs."""
        index = EmbeddedIndex(
            self.settings.data_dir, self.encoder.fingerprint, self.encoder.dimension
        )
        index.save()
        index.close()
        background_vectors(self.encoder, models_dir(self.settings))


def open_index_room(settings: Settings, *, reencode: bool = False) -> IndexRoom:
    """Open the corpus for writing.

    Raises:
        WrongEncoderError: it was built by another encoder, and ``reencode`` is not asked for.
    """
    encoder = open_encoder_of(settings)
    store = CorpusStore(settings.data_dir)
    if not reencode:
        check_encoder(store, encoder.fingerprint)
    indexer = Indexer(store, encoder, settings.passage_words)
    return IndexRoom(settings, store, encoder, indexer)


def check_index_exists(settings: Settings) -> None:
    """Refuse a data folder that nothing was indexed into: most likely its name is misspelt.

    Raises:
        InputError: with the command that makes an index.
    """
    if not (settings.data_dir / FILE_NAME).exists():
        raise InputError(
            f"{settings.data_dir}: there is no index here; run `dateline index PATH…` with the "
            "same --data-dir first"
        )


def models_dir(settings: Settings) -> Path:
    """Where converted models are kept."""
    return settings.data_dir / "models"


def _example_shelf(
    settings: Settings, index: EmbeddedIndex, quoting: QuestionService
) -> ExampleShelf:
    background = Background()
    finder = ExampleFinder(index, background.unhurried(quoting.ask))
    return ExampleShelf(finder, background, lambda: index.store.revision, settings.zone)


def _close_reader(settings: Settings, encoder: Encoder) -> CloseReader | None:
    return open_close_reader(models_dir(settings), encoder) if settings.close_reader else None


def _reranker(settings: Settings) -> Reranker | None:
    if settings.reranker is None:
        return None
    from index.encoder.sentence_model import CrossEncoderModel  # loads torch

    return CrossEncoderModel(settings.reranker)


def open_encoder_of(settings: Settings) -> Encoder:
    """The encoder that the settings name."""
    return open_encoder(settings.encoder.name, models_dir(settings), settings.encoder.prompts)
