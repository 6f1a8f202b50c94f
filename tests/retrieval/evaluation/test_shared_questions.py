"""The questions that come beside the project, where they do: the reading and matching of them."""

from pathlib import Path

import pytest

from index.articles import Article
from index.readers.folders import read_articles
from retrieval.evaluation.matching import contains
from retrieval.evaluation.questions import read_questions

SHARED = Path(__file__).parents[4] / "shared" / "eval"

pytestmark = pytest.mark.skipif(
    not SHARED.is_dir(), reason="needs the evaluation data in ../shared/eval, which is not here"
)


def test_the_questions_are_read_as_they_are_counted() -> None:
    answerable = read_questions([SHARED / "answerable.jsonl"])
    unanswerable = read_questions([SHARED / "unanswerable.jsonl"])
    assert (len(answerable), len(unanswerable)) == (83, 100)
    assert all(one.answerable for one in answerable)
    assert not any(one.answerable for one in unanswerable)


def test_an_article_that_holds_the_answer_is_found_for_every_question() -> None:
    questions = read_questions([SHARED / "answerable.jsonl"])
    gold = {article_id for question in questions for article_id in question.gold}
    articles = {
        item.id: item
        for item in read_articles([SHARED / "corpus.jsonl.gz"], {})
        if isinstance(item, Article) and item.id in gold
    }
    without = [
        question.id
        for question in questions
        if not any(
            contains(articles[one].body, question.answer or "")
            for one in question.gold & articles.keys()
        )
    ]
    assert gold <= articles.keys()
    assert without == []
