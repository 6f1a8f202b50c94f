"""Finds examples in a corpus: which articles are looked at, and what is still true of them."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Protocol

from index.articles import Article
from retrieval.examples.choosing import Example, choose_examples
from retrieval.outcomes import Outcome

_NEWEST = 400
"""Articles among which outlets are looked for."""
_MOST_ARTICLES = 24
_OF_AN_OUTLET = 4

AskAt = Callable[[str, datetime], Outcome]


class RecentArticles(Protocol):
    """What examples are made from."""

    def recent(self, most: int, not_after: date) -> Sequence[tuple[str, str | None]]:
        """The id and outlet of the newest articles of a day or before it, undated ones last."""

    def articles(self, article_ids: Sequence[str]) -> dict[str, Article]:
        """The articles of these ids; one that has gone since is left out."""


class ExampleFinder:
    """Makes examples for a corpus; ``ask`` answers a question as of a moment."""

    def __init__(self, corpus: RecentArticles, ask: AskAt) -> None:
        self._corpus = corpus
        self._ask = ask

    def find(self, now: datetime) -> list[Example]:
        """Examples for whoever asks now; takes some seconds."""
        looked_at: list[str] = []
        of_outlet: Counter[str | None] = Counter()
        for article, outlet in self._corpus.recent(_NEWEST, now.date()):
            if of_outlet[outlet] < _OF_AN_OUTLET and len(looked_at) < _MOST_ARTICLES:
                of_outlet[outlet] += 1
                looked_at.append(article)
        articles = self._corpus.articles(looked_at)
        newest_first = [articles[one] for one in looked_at if one in articles]
        return choose_examples(newest_first, lambda question: self._ask(question, now))

    def still_there(self, examples: Sequence[Example]) -> list[Example]:
        """Those whose article is there still."""
        articles = self._corpus.articles([one.article for one in examples])
        return [one for one in examples if one.article in articles]
