"""An encoder without a model, and invented articles for it to read."""

import hashlib
from collections.abc import Sequence
from datetime import date

import numpy as np

from index.articles import Article
from index.corpus_store import CorpusStore
from index.encoder.protocol import Vectors
from index.errors import EncoderError
from index.indexing import Indexer, IndexReport


class FakeEncoder:
    """Texts that share words lie near each other; ``fingerprint`` decides where each word lies."""

    def __init__(self, fingerprint: str = "fake-1", dimension: int = 64) -> None:
        self.name = "fake"
        self.fingerprint = fingerprint
        self.dimension = dimension
        self.window = 128
        self.calls = 0
        self.encoded: list[str] = []
        self.fails_after: int | None = None

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self._encode(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        if self.fails_after is not None and self.calls >= self.fails_after:
            raise EncoderError("the fake encoder was told to fail")
        self.calls += 1
        self.encoded += texts
        return self._encode(texts)

    def count_passage_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) + 2 for text in texts]

    def _encode(self, texts: Sequence[str]) -> Vectors:
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split()[: self.window] or [""]:
                vectors[row] += self._place_of(word.strip(".,:"))
            vectors[row] /= np.linalg.norm(vectors[row])
        return vectors

    def _place_of(self, word: str) -> Vectors:
        digest = hashlib.sha256(f"{self.fingerprint}\n{word}".encode()).digest()
        seed = np.random.default_rng(int.from_bytes(digest[:8], "little"))
        return seed.standard_normal(self.dimension).astype(np.float32)


FERRY = "The ferry Halvard left Brenholm at dawn. It carried forty lorries of salted herring."
COMET = "Astronomers in Quillmoor saw a comet. Its tail was green and faintly forked."
BRIDGE = "The bridge at Ostrava Vale reopened. Masons had replaced eleven granite piers."


def an_article(
    article_id: str,
    body: str = FERRY,
    *,
    title: str = "",
    published: date | None = None,
    outlet: str | None = "brenholm-post.example",
) -> Article:
    """An article of which only what a test is about needs saying."""
    return Article(
        article_id, None, title or f"Headline {article_id}", body, outlet, published=published
    )


def index_articles(
    store: CorpusStore, *articles: Article, encoder: FakeEncoder | None = None
) -> IndexReport:
    """Index ``articles`` into ``store`` as ``dateline index`` does."""
    return Indexer(store, encoder or FakeEncoder(), words=40).index(articles)


def remove_article(store: CorpusStore, article_id: str) -> None:
    """Remove an article in a transaction of its own."""
    with store.transaction() as writing:
        writing.remove_article(article_id)
