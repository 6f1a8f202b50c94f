"""Reads a test collection in the form of BEIR: corpus.jsonl, queries.jsonl and qrels/*.tsv.

The form is that of Thakur et al., "BEIR", NeurIPS 2021 datasets track. Its qrels judge whole
articles; the answers themselves, and the days the questions were asked on, are unknown.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from index.articles import Article, Skip
from index.errors import InputError
from index.readers.read_so_far import ReadSoFar
from index.readers.records import article_of_record
from retrieval.evaluation.questions import Question, lines_of, objects_of, text_of

_CORPUS, _QUERIES, _QRELS = "corpus.jsonl", "queries.jsonl", "qrels"
_TEST = "test.tsv"


def is_beir(path: Path) -> bool:
    """Whether ``path`` is a folder in this form."""
    return all((path / name).is_file() for name in (_CORPUS, _QUERIES))


def corpus_file(folder: Path) -> Path:
    """The file that the articles are in."""
    return folder / _CORPUS


def read_beir_articles(
    folder: Path, outlets: Mapping[str, str], so_far: ReadSoFar
) -> Iterator[Article | Skip]:
    """Every article of the corpus; one without text is a Skip.

    Columns that we read elsewhere (``url``, ``published`` and so on) may stand in "metadata".

    Raises:
        InputError: a line is no object with an "_id".
    """
    path = corpus_file(folder)
    so_far.expect([path])
    for where, record in objects_of(path, so_far):
        beir_id = text_of(record, "_id", where)
        metadata = record.get("metadata")
        fields = dict(metadata) if isinstance(metadata, dict) else {}
        found = article_of_record(
            {**fields, "title": record.get("title"), "text": record.get("text")}, where, outlets
        )
        if isinstance(found, Article):
            yield replace(found, id=id_of_beir(beir_id), read_from=str(path))
        else:
            yield replace(found, file=str(path))
    so_far.done(path)


def read_beir_questions(folder: Path) -> tuple[Question, ...]:
    """The questions that the qrels judge an article relevant for: those of ``qrels/test.tsv``
    where there is one, else those of every file in qrels.

    Raises:
        InputError: a file or a line cannot be used.
    """
    gold = _gold(folder)
    questions: dict[str, Question] = {}
    for where, record in objects_of(folder / _QUERIES):
        query_id = text_of(record, "_id", where)
        if query_id in questions:
            raise InputError(f"{where}: the id {query_id!r} is there twice; remove one")
        if query_id in gold:
            text = text_of(record, "text", where)
            questions[query_id] = Question(
                query_id, text, None, None, answerable=True, gold=frozenset(gold[query_id])
            )
    if not questions:
        raise InputError(
            f"{folder}: no query of {_QUERIES} has a relevant article in {_QRELS}; check the ids"
        )
    return tuple(questions.values())


def id_of_beir(beir_id: str) -> str:
    """The id of an article by its "_id": of two under one address both are kept."""
    return hashlib.sha256(f"beir\n{beir_id}".encode(errors="replace")).hexdigest()[:16]


def _gold(folder: Path) -> dict[str, set[str]]:
    files = sorted((folder / _QRELS).glob("*.tsv"))
    files = [file for file in files if file.name == _TEST] or files
    if not files:
        raise InputError(
            f"{folder / _QRELS}: there is no .tsv file here; a line is query-id, corpus-id and "
            "score, parted by tabs"
        )
    gold: dict[str, set[str]] = defaultdict(set)
    for file in files:
        for place, (where, line) in enumerate(lines_of(file)):
            fields = line.rstrip("\r\n").split("\t")
            if place == 0 and "score" in fields[-1].lower():
                continue  # the names of the columns
            try:
                query_id, article, score = fields
                if float(score) > 0:
                    gold[query_id].add(id_of_beir(article))
            except ValueError as error:
                raise InputError(
                    f"{where}: is not query-id, corpus-id and score, parted by tabs; correct or "
                    "remove the line"
                ) from error
    return gold
