"""Questions in eight languages find the right passage among English articles.

All people, places and firms are invented. The questions were written before they were first asked
and have not been changed since.
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from index.articles import Passage
from index.corpus_store import CorpusStore
from index.embedded_index import EmbeddedIndex
from index.encoder.protocol import Encoder
from index.indexing import Indexer
from index.readers.folders import read_articles
from tests.retrieval.searcher import Searcher

pytestmark = pytest.mark.model

HERE = Path(__file__).parent
LANGUAGES = {"ru", "uk", "de", "fr", "es", "pt", "zh", "ar"}
ASKED = date(2032, 1, 1)
FIRST = 4
ENOUGH = 0.85
PASSAGE_WORDS = 130

Search = Callable[[str], list[Passage]]
"""The passages found for a question, best first."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question and a string that the passage which answers it contains."""

    language: str
    text: str
    url: str
    holds: str


@dataclass(frozen=True, slots=True)
class Asked:
    """At which rank the right passage came, from 1; None where it is not among the first four."""

    question: Question
    rank: int | None


def read_questions() -> list[Question]:
    """All questions, in the order of the file."""
    with (HERE / "questions.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Question(r["language"], r["question"], r["url"], r["holds"]) for r in rows]


def search_of(index: EmbeddedIndex, encoder: Encoder, folder: Path) -> Search:
    """The search that is measured: the one place that knows how a question is searched."""
    searcher = Searcher(index, encoder, folder)

    def search(question: str) -> list[Passage]:
        return [hit.passage for hit in searcher.search(question, ASKED)[1]]

    return search


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory, e5: Encoder) -> Iterator[EmbeddedIndex]:
    folder = tmp_path_factory.mktemp("cross_language")
    store = CorpusStore(folder)
    report = Indexer(store, e5, PASSAGE_WORDS).index(read_articles([HERE / "articles.jsonl"], {}))
    store.close()
    assert (report.new, report.copies, report.skipped) == (36, 0, [])
    opened = EmbeddedIndex(folder, e5.fingerprint, e5.dimension)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def asked(
    index: EmbeddedIndex, e5: Encoder, tmp_path_factory: pytest.TempPathFactory
) -> list[Asked]:
    search = search_of(index, e5, tmp_path_factory.mktemp("background"))
    return [ask(question, search(question.text)[:FIRST], index) for question in read_questions()]


def ask(question: Question, found: list[Passage], index: EmbeddedIndex) -> Asked:
    """Hold what was found against what was to be found."""
    articles = index.articles([passage.article_id for passage in found])
    ranks = (
        rank
        for rank, passage in enumerate(found, start=1)
        if articles[passage.article_id].url == question.url and question.holds in passage.text
    )
    return Asked(question, next(ranks, None))


def by_language(asked: list[Asked]) -> str:
    """The share found and the share found first, a line for each language."""
    lines = []
    for language in sorted(LANGUAGES):
        ranks = [one.rank for one in asked if one.question.language == language]
        found, first = sum(rank is not None for rank in ranks), ranks.count(1)
        lines.append(f"{language}: {found} of {len(ranks)} in the first {FIRST}, {first} first")
    return "\n".join(lines)


def test_every_language_has_its_questions_and_every_article_two() -> None:
    questions = read_questions()

    assert Counter(one.language for one in questions) == dict.fromkeys(LANGUAGES, 9)
    assert set(Counter(one.url for one in questions).values()) == {2}


def test_every_question_can_be_answered_from_one_passage(index: EmbeddedIndex) -> None:
    ids = [passage_id for passage_id, _ in index.keyword("the", 1000)]
    texts: dict[str | None, list[str]] = {}
    for passage in index.passages(ids).values():
        (article,) = index.articles([passage.article_id]).values()
        texts.setdefault(article.url, []).append(passage.text)

    lost = [q for q in read_questions() if not any(q.holds in text for text in texts[q.url])]
    assert not lost


def test_the_right_passage_is_among_the_first_four(asked: list[Asked]) -> None:
    missed = [one.question for one in asked if one.rank is None]
    report = by_language(asked)
    print(report)  # shown by `pytest -rP`
    failures = "\n".join(f"{one.language}  {one.text}  ({one.url}: {one.holds})" for one in missed)

    assert len(asked) - len(missed) >= ENOUGH * len(asked), f"\n{report}\n{failures}"
