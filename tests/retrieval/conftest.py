"""Invented articles, and a search index over them that lives in memory."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date, datetime

import numpy as np
import pytest
from numpy.typing import NDArray

from index.articles import Article, Passage
from index.limits import NO_LIMITS, Limits
from index.search_index import Scored
from index.sentences import split_body
from index.stored import Copy, CorpusSummary


class WordEncoder:
    """Vectors that count words: texts are alike when they share words."""

    name = "words"
    fingerprint = "words"
    dimension = 512
    window = 512

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return self.encode_passages(texts)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.full((len(texts), self.dimension), 1e-3, dtype=np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().replace("?", "").replace(".", "").split():
                vectors[row, sum(map(ord, word)) * 31 % self.dimension] += 1.0
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

    def count_passage_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) + 2 for text in texts]


class MemoryIndex:
    """One passage an article. ``lost`` ids are found by a search and gone when they are read.

    ``story`` gives the story of an article that has copies."""

    def __init__(self, articles: Sequence[Article], encoder: WordEncoder) -> None:
        self._articles = {article.id: article for article in articles}
        self._encoder = encoder
        self._passages = {
            number: Passage(a.id, 0, len(a.body), a.body, tuple(split_body(a.body)))
            for number, a in enumerate(articles, start=1)
        }
        self.lost: set[int] = set()
        self.story: dict[str, str] = {}
        self.revision = 1

    def dense(self, vector: NDArray[np.float32], count: int, limits: Limits = NO_LIMITS) -> Scored:
        scored = [
            (number, float(self._encoder.encode_passages([passage.text])[0] @ vector))
            for number, passage in self._passages.items()
            if self._within(passage, limits)
        ]
        return sorted(scored, key=lambda one: -one[1])[:count]

    def keyword(self, text: str, count: int, limits: Limits = NO_LIMITS) -> Scored:
        words = set(text.lower().rstrip("?").split())
        scored = [
            (number, float(len(words & set(passage.text.lower().split()))))
            for number, passage in self._passages.items()
            if self._within(passage, limits)
        ]
        return sorted((one for one in scored if one[1]), key=lambda one: -one[1])[:count]

    def _within(self, passage: Passage, limits: Limits) -> bool:
        article = self._articles[passage.article_id]
        day, text = article.published_day, f"{article.title} {passage.text}".lower()
        return all(
            (
                limits.not_after is None or day is None or day <= limits.not_after,
                limits.first is None or (day is not None and day >= limits.first),
                limits.last is None or (day is not None and day <= limits.last),
                limits.outlets is None or article.outlet in limits.outlets,
                limits.articles is None or article.id in limits.articles,
                all(phrase.lower() in text for phrase in limits.phrases),
                not any(word.lower() in text for word in limits.without),
            )
        )

    def passages_of(self, article_ids: Collection[str]) -> list[int]:
        return [i for i, passage in self._passages.items() if passage.article_id in article_ids]

    def days(self, passage_ids: Sequence[int]) -> list[int]:
        days = [self._articles[self._passages[i].article_id].published_day for i in passage_ids]
        return [day.toordinal() if day else 0 for day in days]

    def passages(self, passage_ids: Sequence[int]) -> dict[int, Passage]:
        return {i: self._passages[i] for i in passage_ids if i not in self.lost}

    def articles(self, article_ids: Sequence[str]) -> dict[str, Article]:
        return {i: self._articles[i] for i in article_ids}

    def sentence_vectors(
        self, passages: Sequence[tuple[Passage, Article]]
    ) -> list[NDArray[np.float32]]:
        return [
            self._encoder.encode_passages([article.body[s:e] for s, e in passage.sentences])
            for passage, article in passages
        ]

    def stories(self, article_ids: Collection[str]) -> dict[str, str]:
        return {i: self.story.get(i, i) for i in article_ids}

    def copies(self, article_id: str) -> tuple[Copy, ...]:
        story = self.story.get(article_id, article_id)
        return tuple(
            Copy(a.id, a.title, a.outlet, a.published, a.url)
            for a in self._articles.values()
            if self.story.get(a.id, a.id) == story and a.id != article_id
        )

    def summary(self) -> CorpusSummary:
        days = [a.published_day for a in self._articles.values() if a.published_day]
        return CorpusSummary(
            len(self._articles),
            len(self._passages),
            min(days, default=None),
            max(days, default=None),
            len(self._articles) - len(days),
        )

    def count_articles(self, limits: Limits) -> int:
        return sum(self._within(passage, limits) for passage in self._passages.values())

    def outlets(self) -> tuple[tuple[str | None, int], ...]:
        counts = Counter(article.outlet for article in self._articles.values())
        return tuple(counts.most_common())

    def bylines(self) -> tuple[str, ...]:
        return tuple(sorted({a.byline for a in self._articles.values() if a.byline}))

    def articles_by(self, bylines: Collection[str]) -> frozenset[str]:
        return frozenset(a.id for a in self._articles.values() if a.byline in bylines)


def article(name: str, body: str, published: date | datetime | None = date(2026, 3, 1)) -> Article:
    return Article(
        id=name,
        url=f"https://ondra.example/{name}",
        title=name.replace("-", " ").capitalize(),
        body=body,
        outlet="The Ondra Courier",
        published=published,
    )


@pytest.fixture
def encoder() -> WordEncoder:
    return WordEncoder()


@pytest.fixture
def articles() -> list[Article]:
    return [
        article(
            "ferry-returns",
            "The ferry Annika sailed again on Monday. Repairs of the ferry cost 4 million crowns. "
            "Captain Tove Lind said the wait was worth it.",
        ),
        article(
            "harvest-fails",
            "The barley harvest failed in Tarn. Farmers blamed the late frost.",
            published=date(2026, 5, 20),
        ),
        article("old-bridge", "The old bridge at Serrin was pulled down.", published=None),
    ]


@pytest.fixture
def memory_index(articles: list[Article], encoder: WordEncoder) -> MemoryIndex:
    return MemoryIndex(articles, encoder)
