"""Measures searching as a corpus grows: ``python -m tests.benchmarks.million VECTORS.npy``.

``VECTORS.npy`` holds the vectors of real passages, shape (rows, dimension). Each is repeated with
Gaussian noise to a mean cosine of .9 to itself, and so are the queries. Texts are words drawn by
Zipf's law. Exact neighbours are found by a full search in single precision.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median

import faiss
import numpy as np
from numpy.typing import NDArray

from index.articles import Article, Passage
from index.corpus_store import CorpusStore
from index.corpus_writing import EncodedPassage, StoredArticle
from index.limits import NO_LIMITS, Limits
from index.search_index import EmbeddedIndex, Scored

SIZES = (10_000, 100_000, 1_000_000)
QUERIES, A_ARTICLE, WORDS, VOCABULARY = 200, 14, 120, 50_000
COSINE = 0.9
FIRST, DAYS, STRIDE = date(2020, 1, 1), 5 * 365, 419  # neighbours lie far apart
MONTH = Limits(first=date(2023, 3, 1), last=date(2023, 3, 31))
Matrix = NDArray[np.float32]
RANDOM = np.random.default_rng(0)


def noisy(base: Matrix, rows: int) -> Matrix:
    """Rows of ``base``, drawn with repetition, each turned away from itself."""
    drawn = base[RANDOM.integers(0, len(base), rows)]
    spread = np.sqrt((1 / COSINE**2 - 1) / base.shape[1])
    drawn += RANDOM.standard_normal(drawn.shape, dtype=np.float32) * spread
    return drawn / np.linalg.norm(drawn, axis=1, keepdims=True)


def words(count: int) -> list[str]:
    """Made-up words by Zipf's law."""
    ranks = np.minimum(RANDOM.zipf(1.1, count), VOCABULARY)
    return [f"w{rank}" for rank in ranks]


def articles(first: int, count: int, vectors: Matrix) -> Iterator[tuple[StoredArticle, Matrix]]:
    """Articles with one vector a passage; sentences are left out, no search reads them."""
    for number in range(first, first + count):
        at = (number - first) * A_ARTICLE
        own = vectors[at : at + A_ARTICLE]
        texts = [" ".join(words(WORDS)) for _ in own]
        body = "\n\n".join(texts)
        day = FIRST + timedelta(days=number * STRIDE % DAYS)
        article = Article(f"{number:016x}", None, f"Log {number}", body, "Log", published=day)
        start, passages = 0, []
        for place, text in enumerate(texts):
            passage = Passage(article.id, start, start + len(text), text)
            passages.append(EncodedPassage(passage, f"{number:011}{place:05}".encode(), ()))
            start += len(text) + 2
        yield StoredArticle(article, "", "bench", passages, []), own


def write(store: CorpusStore, first: int, vectors: Matrix) -> int:
    """Write articles of these vectors; the next number."""
    count = len(vectors) // A_ARTICLE
    group = 1_000
    for begin in range(0, count, group):
        some = min(group, count - begin)
        part = vectors[begin * A_ARTICLE : (begin + some) * A_ARTICLE]
        with store.transaction() as writing:
            writing.note({"encoder": "bench", "encoder_name": "bench"})
            for stored, own in articles(first + begin, some, part):
                writing.put_vectors([one.vector_key for one in stored.passages], own)
                writing.put_article(stored)
    return first + count


def timed(search: Callable[[int], Scored]) -> tuple[list[Scored], str]:
    found, times = [], []
    for number in range(QUERIES):
        began = time.perf_counter()
        found.append(search(number))
        times.append(1e3 * (time.perf_counter() - began))
    return found, f"p50 {median(times):5.2f} p95 {np.percentile(times, 95):5.2f} ms"


def recall(found: list[Scored], exact: NDArray[np.int64]) -> float:
    pairs = zip(found, exact, strict=True)
    return float(np.mean([len({i for i, _ in some} & set(all_)) / 10 for some, all_ in pairs]))


def measure(folder: Path, size: int, base: Matrix) -> None:
    """Print what one size comes to."""
    size -= size % A_ARTICLE
    vectors, queries = noisy(base, size), noisy(base, QUERIES)
    texts = [" ".join(words(12)) for _ in range(QUERIES)]
    began = time.perf_counter()
    store = CorpusStore(folder)
    following = write(store, 0, vectors)
    written = time.perf_counter()
    index = EmbeddedIndex(folder, "bench", base.shape[1])
    index.save()
    index.close()
    built = time.perf_counter()
    exact_index = faiss.IndexFlatIP(base.shape[1])
    exact_index.add(vectors)
    exact = exact_index.search(queries, 10)[1] + 1  # passage ids begin at one
    days = np.arange(size) // A_ARTICLE * STRIDE % DAYS
    low, high = ((day - FIRST).days for day in (MONTH.first or FIRST, MONTH.last or FIRST))
    month = np.flatnonzero((days >= low) & (days <= high))
    exact_month = month[np.argsort(-(queries @ vectors[month].T), axis=1)[:, :10]] + 1
    del exact_index, vectors

    resident = _resident()
    opening = time.perf_counter()
    index = EmbeddedIndex(folder, "bench", base.shape[1])
    opened = time.perf_counter() - opening
    resident = _resident() - resident
    print(
        f"{size:,} passages: written {written - began:.0f} s, built {built - written:.0f} s, "
        f"opened {opened:.2f} s, {resident / 1e6:,.0f} MB more resident"
    )
    for name, limits, right in (("all", NO_LIMITS, exact), ("a month", MONTH, exact_month)):
        found, times = timed(lambda i, limits=limits: index.dense(queries[i], 10, limits))
        print(f"  dense, {name:8} {times}, recall@10 {recall(found, right):.4f}")
        _, times = timed(lambda i, limits=limits: index.keyword(texts[i], 10, limits))
        print(f"  words, {name:8} {times}")
    fresh = noisy(base, 1_000 * A_ARTICLE)
    write(store, following, fresh)
    began = time.perf_counter()
    found = index.dense(fresh[-1], 1)
    index.keyword(texts[0], 1)
    print(f"  1,000 articles more visible in {time.perf_counter() - began:.2f} s")
    assert found[0][0] > size
    with store.transaction() as writing:
        for number in range(following, following + 1_000):
            writing.remove_article(f"{number:016x}")
        writing.sweep()
    began = time.perf_counter()
    found = index.dense(fresh[-1], 1)
    index.keyword(texts[0], 1)
    print(f"  the same removed in {time.perf_counter() - began:.2f} s")
    assert found[0][0] <= size
    index.close()
    store.close()


def _resident() -> int:
    """Bytes of memory in use (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize()


def main() -> None:
    """Measure every size, or the one named after the file."""
    base = np.load(sys.argv[1]).astype(np.float32)
    base /= np.linalg.norm(base, axis=1, keepdims=True)
    print(f"{len(base):,} real vectors of {base.shape[1]} dimensions")
    for size in map(int, sys.argv[2:]) if sys.argv[2:] else SIZES:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), size, base)


if __name__ == "__main__":
    main()
