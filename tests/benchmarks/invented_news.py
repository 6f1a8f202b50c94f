"""A corpus of any size for the benchmarks: vectors like real ones, words by Zipf's law.

A word of rank r is drawn with a probability in proportion to 1/r, among 200,000 words: so a few are
in nearly every passage, and most in a handful of them. No two have a stem in common. A question
is twelve different words of one passage, as drawn from its running text: about half of them are
as common as "the", "of" and "said", the others narrow it down, and there is a passage to be found.
"""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from index.articles import Article, Passage
from index.corpus_store import CorpusStore
from index.corpus_writing import EncodedPassage, StoredArticle

A_ARTICLE, WORDS, VOCABULARY, A_QUESTION = 14, 120, 200_000, 12
COSINE = 0.9
FIRST, DAYS, STRIDE = date(2020, 1, 1), 5 * 365, 419  # neighbours lie far apart
_ARTICLES_A_GROUP = 1_000
Matrix = NDArray[np.float32]
RANDOM = np.random.default_rng(0)

_UP_TO_RANK = np.cumsum(1 / np.arange(1, VOCABULARY + 1))
_NAMES = np.array([f"w{rank}" for rank in range(VOCABULARY)], dtype=object)


def noisy(base: Matrix, rows: int) -> Matrix:
    """Rows of ``base``, drawn with repetition, each turned away from itself."""
    drawn = base[RANDOM.integers(0, len(base), rows)]
    spread = np.sqrt((1 / COSINE**2 - 1) / base.shape[1])
    drawn += RANDOM.standard_normal(drawn.shape, dtype=np.float32) * spread
    return drawn / np.linalg.norm(drawn, axis=1, keepdims=True)


def texts(count: int) -> list[str]:
    """The texts of ``count`` passages."""
    drawn = np.searchsorted(_UP_TO_RANK, RANDOM.random((count, WORDS)) * _UP_TO_RANK[-1])
    return [" ".join(row) for row in _NAMES[drawn]]


def questions(count: int) -> list[str]:
    """Twelve words each of ``count`` passages' own."""
    own = (sorted(set(text.split())) for text in texts(count))
    return [" ".join(RANDOM.choice(words, A_QUESTION, replace=False)) for words in own]


def day_of(number: int) -> date:
    """The day of the article of this number."""
    return FIRST + timedelta(days=number * STRIDE % DAYS)


def write(store: CorpusStore, first: int, vectors: Matrix) -> int:
    """Write articles numbered from ``first`` of these vectors; the number that follows."""
    last = first + len(vectors) // A_ARTICLE
    for begin in range(first, last, _ARTICLES_A_GROUP):
        numbers = range(begin, min(last, begin + _ARTICLES_A_GROUP))
        at = (begin - first) * A_ARTICLE
        with store.transaction() as writing:
            writing.note({"encoder": "bench", "encoder_name": "bench"})
            for stored, own in _articles(numbers, vectors[at : at + len(numbers) * A_ARTICLE]):
                writing.put_vectors([one.vector_key for one in stored.passages], own)
                writing.put_article(stored)
    return last


def article_id(number: int) -> str:
    """The id of the article of this number."""
    return f"{number:016x}"


def _articles(numbers: range, vectors: Matrix) -> Iterator[tuple[StoredArticle, Matrix]]:
    """Articles with one vector a passage; sentences are left out, no search reads them."""
    all_texts = texts(len(numbers) * A_ARTICLE)
    for place, number in enumerate(numbers):
        own = slice(place * A_ARTICLE, (place + 1) * A_ARTICLE)
        body = "\n\n".join(all_texts[own])
        article = Article(
            article_id(number),
            None,
            f"Log {number}",
            body,
            "Log",
            published=day_of(number),
            language="en",  # which to tell of words without meaning would take as long, and fail
        )
        start, passages = 0, []
        for place_within, text in enumerate(all_texts[own]):
            passage = Passage(article.id, start, start + len(text), text)
            key = f"{number:011}{place_within:05}".encode()
            passages.append(EncodedPassage(passage, key, ()))
            start += len(text) + 2
        yield StoredArticle(article, "", "bench", passages, []), vectors[own]
