"""What cannot be constructed cannot be sent."""

from datetime import UTC, datetime

import pytest

from index.articles import Article, Passage
from retrieval.outcomes import Answer, Citation, Searched
from retrieval.query import Query


def test_an_answer_without_a_citation_cannot_be() -> None:
    query = Query("Why?", "Why?", datetime(2026, 3, 1, tzinfo=UTC))
    with pytest.raises(ValueError, match="citation"):
        Answer(query, 0.9, "Because.", (), Searched(None, None, 1, None), 1.0)


@pytest.mark.parametrize(
    ("quote", "start", "end"), [("Tha ferry", 0, 9), ("ferry", 0, 5), ("", 3, 3)]
)
def test_a_quote_that_is_not_in_the_article_cannot_be_cited(
    articles: list[Article], quote: str, start: int, end: int
) -> None:
    one = articles[0]
    passage = Passage(one.id, 0, len(one.body), one.body)
    with pytest.raises(ValueError, match="not in article"):
        Citation(1, quote, start, end, passage, one)
