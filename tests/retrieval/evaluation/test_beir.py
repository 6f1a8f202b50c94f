"""Test collections in the form of BEIR."""

import json
from datetime import date
from pathlib import Path

import pytest

from index.articles import Article, Skip
from index.errors import InputError
from index.readers.read_so_far import ReadSoFar
from retrieval.evaluation.beir import (
    id_of_beir,
    is_beir,
    read_beir_articles,
    read_beir_questions,
)

CORPUS = (
    {
        "_id": "d1",
        "title": "The ferry",
        "text": "The ferry Halvard sailed.",
        "metadata": {"url": "https://brenholm.example/ferry", "published": "2021-05-02"},
    },
    {"_id": "D1", "title": "The ferry", "text": "It sailed again.", "metadata": {}},
    {"_id": "d2", "title": "Empty", "text": ""},
)
QUERIES = (
    {"_id": "q1", "text": "What sailed?"},
    {"_id": "q2", "text": "Who knows?"},
    {"_id": "q3", "text": "What sailed twice?"},
)
HEAD = "query-id\tcorpus-id\tscore\n"
TEST = HEAD + "q1\td1\t1\nq1\tD1\t0\nq2\td2\t0\n"


def collection(folder: Path, qrels: str = TEST, name: str = "test.tsv") -> Path:
    (folder / "qrels").mkdir(exist_ok=True)
    for file, records in (("corpus", CORPUS), ("queries", QUERIES)):
        text = "\n".join(json.dumps(record) for record in records)
        (folder / f"{file}.jsonl").write_text(text, encoding="utf-8")
    (folder / "qrels" / name).write_text(qrels, encoding="utf-8")
    return folder


def test_a_folder_is_told_by_its_two_files(tmp_path: Path) -> None:
    assert not is_beir(tmp_path)
    assert is_beir(collection(tmp_path))


def test_articles_keep_their_own_ids_and_take_what_metadata_says(tmp_path: Path) -> None:
    so_far = ReadSoFar()
    first, second, empty = read_beir_articles(collection(tmp_path), {}, so_far)

    assert isinstance(first, Article)
    assert (first.id, first.title) == (id_of_beir("d1"), "The ferry")
    assert (first.url, first.published) == ("https://brenholm.example/ferry", date(2021, 5, 2))
    assert isinstance(second, Article)
    assert second.id == id_of_beir("D1") != first.id
    assert isinstance(empty, Skip)
    assert empty.where.endswith("corpus.jsonl:3")
    assert so_far.share == 1.0


def test_questions_are_those_with_a_relevant_article(tmp_path: Path) -> None:
    (read,) = read_beir_questions(collection(tmp_path))
    assert (read.id, read.text) == ("q1", "What sailed?")
    assert (read.answer, read.asked, read.answerable) == (None, None, True)
    assert read.gold == {id_of_beir("d1")}


def test_only_the_test_part_counts_where_there_is_one(tmp_path: Path) -> None:
    collection(tmp_path, HEAD + "q3\tD1\t2\n", name="train.tsv")
    assert [one.id for one in read_beir_questions(tmp_path)] == ["q3"]
    collection(tmp_path)
    assert [one.id for one in read_beir_questions(tmp_path)] == ["q1"]


@pytest.mark.parametrize(
    ("qrels", "says"),
    [
        (HEAD + "q1\td1\tmuch\n", r"test\.tsv:2: is not query-id, corpus-id and score"),
        (HEAD + "q1 d1 1\n", r"test\.tsv:2"),
        (HEAD + "q9\td1\t1\n", "check the ids"),
    ],
)
def test_bad_qrels_are_told(tmp_path: Path, qrels: str, says: str) -> None:
    with pytest.raises(InputError, match=says):
        read_beir_questions(collection(tmp_path, qrels))


def test_missing_qrels_and_a_document_without_an_id_are_told(tmp_path: Path) -> None:
    collection(tmp_path)
    (tmp_path / "qrels" / "test.tsv").unlink()
    with pytest.raises(InputError, match=r"no \.tsv file"):
        read_beir_questions(tmp_path)
    (tmp_path / "corpus.jsonl").write_text('{"title": "x", "text": "y"}', encoding="utf-8")
    with pytest.raises(InputError, match=r'corpus\.jsonl:1: has no "_id"'):
        list(read_beir_articles(tmp_path, {}, ReadSoFar()))
