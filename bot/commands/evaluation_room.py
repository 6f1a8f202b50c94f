"""Puts together what an evaluation needs: the corpus, its index, and what answers from it."""

import logging
import shlex
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.commands.progress import showing_progress
from bot.composition import answering_parts
from bot.settings import Settings
from index.articles import Article, Skip
from index.embedded_index import EmbeddedIndex
from index.encoder.protocol import Encoder
from index.errors import InputError
from index.one_writer import one_writer
from index.readers.folders import files_in, read_articles
from index.readers.read_so_far import ReadSoFar
from retrieval.evaluation import beir, kept_index
from retrieval.evaluation.evaluating import AskedOn
from retrieval.evaluation.kept_index import CorpusFigures
from retrieval.evaluation.machine import machine
from retrieval.evaluation.questions import Question, read_questions
from retrieval.evaluation.ranker import Ranker
from retrieval.evaluation.report_view import Made
from retrieval.evaluation.service_ranker import ServiceRanker

logger = logging.getLogger(__name__)

_SKIPS_TOLD = 3


@dataclass(frozen=True, slots=True)
class EvaluationRoom:
    """Questions, and what answers them, opened and warm."""

    settings: Settings
    questions: tuple[Question, ...]
    ranker: Ranker
    corpus: CorpusFigures
    encoder: str

    def asked_on(self, *, withheld: bool, later_days: int) -> AskedOn:
        """When to ask; where no day is known, today, as a reader does."""
        return AskedOn(datetime.now(UTC).date(), withheld, later_days)

    def made(self, asked_on: AskedOn) -> Made:
        """How the figures are made, for the report."""
        return Made(
            shlex.join(["dateline", *sys.argv[1:]]),
            datetime.now(UTC),
            machine(),
            self.encoder,
            asked_on,
            self.corpus,
        )


def questions_on(corpus: Path, files: Sequence[Path]) -> tuple[Question, ...]:
    """The questions to ask of a corpus: those in ``files``, or a BEIR folder's own.

    Raises:
        InputError: a path or a line cannot be used; the message says what to do.
    """
    if not corpus.exists():
        raise InputError(f"{corpus}: no such file or folder; check the path")
    if not beir.is_beir(corpus):
        return read_questions(files)
    if files:
        raise InputError(f"{corpus}: this folder has questions of its own; leave out --questions")
    return beir.read_beir_questions(corpus)


def open_evaluation_room(
    settings: Settings, encoder: Encoder, corpus: Path, questions: tuple[Question, ...]
) -> EvaluationRoom:
    """Index the corpus unless that was done before, and open what answers from it.

    Raises:
        InputError: the corpus cannot be used; the message says what to do.
    """
    folder = _folder(settings, corpus, encoder)
    figures = kept_index.kept(folder) or _indexed(settings, corpus, folder, encoder)
    for skip in figures.skipped[:_SKIPS_TOLD]:
        logger.warning("skipped %s", skip)
    if len(figures.skipped) > _SKIPS_TOLD:
        logger.warning("%d articles were skipped in all", len(figures.skipped))
    index = EmbeddedIndex(folder, encoder.fingerprint, encoder.dimension)
    _warn_of_missing(questions, index)
    ranker = open_ranker(settings, index, encoder)
    return EvaluationRoom(
        settings, questions, ranker, figures, f"{encoder.name} ({encoder.fingerprint})"
    )


def open_ranker(settings: Settings, index: EmbeddedIndex, encoder: Encoder) -> Ranker:
    """The service over this index, warm, as the evaluation sees it."""
    parts = answering_parts(settings, index, encoder)
    parts.service.warm_up()
    return ServiceRanker(parts.service, index, encoder, parts.reader, parts.search)


def _folder(settings: Settings, corpus: Path, encoder: Encoder) -> Path:
    files = [beir.corpus_file(corpus)] if beir.is_beir(corpus) else sorted(files_in(corpus))
    key = kept_index.corpus_key(
        files, encoder.fingerprint, settings.passage_words, settings.outlets
    )
    return settings.data_dir / kept_index.FOLDER / key


def _indexed(settings: Settings, corpus: Path, folder: Path, encoder: Encoder) -> CorpusFigures:
    logger.info("indexing %s, once, into %s", corpus, folder)
    so_far = ReadSoFar()
    with one_writer(folder), showing_progress(lambda _: so_far.share) as progress:
        if (figures := kept_index.kept(folder)) is not None:
            return figures  # another process has completed it meanwhile
        articles = _articles(settings, corpus, so_far)
        return kept_index.build(folder, articles, encoder, settings.passage_words, progress)


def _articles(settings: Settings, corpus: Path, so_far: ReadSoFar) -> Iterator[Article | Skip]:
    if beir.is_beir(corpus):
        return beir.read_beir_articles(corpus, settings.outlets, so_far)
    return read_articles([corpus], settings.outlets, so_far)


def _warn_of_missing(questions: Sequence[Question], index: EmbeddedIndex) -> None:
    gold = {article_id for question in questions for article_id in question.gold}
    missing = gold - index.stories(gold).keys()
    lost = sum(question.answerable and question.gold <= missing for question in questions)
    if missing:
        logger.warning(
            "%d of %d gold articles are not in the corpus; %d questions have none of theirs there "
            "and count as not found",
            *(len(missing), len(gold), lost),
        )
