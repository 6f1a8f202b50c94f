"""Measures searching as a corpus grows: ``python -m tests.benchmarks.million VECTORS``.

``VECTORS`` is a data folder in which real articles were indexed, or an .npy file of the vectors of
their passages, shape (rows, dimension). Each is repeated with Gaussian noise to a mean cosine of .9
to itself, and so are the queries; texts and questions are as ``tests/benchmarks/invented_news.py``
says. Exact neighbours are found by a full search in single precision. Sizes may be named after the
vectors; ``--picture FOLDER`` draws the cost against the size.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median

import faiss
import numpy as np
from numpy.typing import NDArray

from index.corpus_store import CorpusStore
from index.embedded_index import EmbeddedIndex
from index.limits import NO_LIMITS, Limits
from index.search_index import Scored
from tests.benchmarks.invented_news import (
    A_ARTICLE,
    Matrix,
    article_id,
    day_of,
    noisy,
    questions,
    write,
)
from tests.benchmarks.million_picture import Cost, draw

SIZES = (10_000, 100_000, 1_000_000)
QUERIES = 200
MONTH = Limits(first=date(2023, 3, 1), last=date(2023, 3, 31))
LIMITS = {"all": NO_LIMITS, "a month": MONTH}


def timed(name: str, search: Callable[[int], Scored], more: str = "") -> tuple[list[Scored], float]:
    """Print the times of ``QUERIES`` searches; what they found, and the 95th of a hundred."""
    found, times = [], []
    for number in range(QUERIES):
        began = time.perf_counter()
        found.append(search(number))
        times.append(1e3 * (time.perf_counter() - began))
    p95 = float(np.percentile(times, 95))
    print(f"  {name:15} p50 {median(times):6.2f} p95 {p95:6.2f} ms", end="", flush=True)
    return found, p95


def recall(found: list[Scored], exact: NDArray[np.int64]) -> float:
    """The share of the ten nearest that was found."""
    pairs = zip(found, exact, strict=True)
    return float(np.mean([len({i for i, _ in some} & set(all_)) / 10 for some, all_ in pairs]))


def nearest(vectors: Matrix, queries: Matrix) -> dict[str, NDArray[np.int64]]:
    """The ids of the ten nearest passages for each query, without and within the month."""
    exact = faiss.IndexFlatIP(vectors.shape[1])
    exact.add(vectors)
    days = [day_of(number) for number in range(len(vectors) // A_ARTICLE)]
    inside = [MONTH.first <= day <= MONTH.last for day in days]
    month = np.flatnonzero(np.repeat(inside, A_ARTICLE))
    within = np.argsort(-(queries @ vectors[month].T), axis=1)[:, :10]
    return {"all": exact.search(queries, 10)[1] + 1, "a month": month[within] + 1}  # ids from one


def answer(folder: str) -> None:
    """Open the index in a process that has nothing else, search, and print what it took (Linux)."""
    queries = np.load(Path(folder) / "queries.npy")
    began = time.perf_counter()
    index = EmbeddedIndex(Path(folder), "bench", queries.shape[1])
    opened_s = time.perf_counter() - began
    for query, text in zip(queries, questions(QUERIES), strict=True):
        for limits in LIMITS.values():
            index.dense(query, 10, limits)
            index.keyword(text, 10, limits)
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    kib = {
        name: int(rest.split()[0])
        for name, _, rest in (line.partition(":") for line in status)
        if name in ("VmRSS", "RssAnon")
    }
    print(json.dumps({"opened_s": opened_s} | kib))


def in_a_fresh_process(folder: Path, queries: Matrix) -> dict[str, float]:
    """What :func:`answer` measures."""
    np.save(folder / "queries.npy", queries)
    code = f"from tests.benchmarks.million import answer; answer({str(folder)!r})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def measure(folder: Path, size: int, base: Matrix) -> Cost:
    """Print what one size comes to."""
    size -= size % A_ARTICLE
    vectors, queries = noisy(base, size), noisy(base, QUERIES)
    texts = questions(QUERIES)
    began = time.perf_counter()
    store = CorpusStore(folder)
    following = write(store, 0, vectors)
    written = time.perf_counter()
    index = EmbeddedIndex(folder, "bench", base.shape[1])
    index.save()
    index.close()
    built = time.perf_counter()
    right = nearest(vectors, queries)
    del vectors
    fresh_process = in_a_fresh_process(folder, queries)
    print(
        f"{size:,} passages: written in {written - began:.0f} s, built in {built - written:.0f} s, "
        f"opened in {fresh_process['opened_s']:.2f} s; resident {fresh_process['VmRSS'] / 1e3:,.0f}"
        f" MB, of which {fresh_process['RssAnon'] / 1e3:,.0f} MB are not files"
    )
    index = EmbeddedIndex(folder, "bench", base.shape[1])
    p95_ms = {}
    for name, limits in LIMITS.items():
        found, p95_ms[f"dense, {name}"] = timed(
            f"dense, {name}", lambda i, limits=limits: index.dense(queries[i], 10, limits)
        )
        print(f", recall@10 {recall(found, right[name]):.4f}")
        _, p95_ms[f"words, {name}"] = timed(
            f"words, {name}", lambda i, limits=limits: index.keyword(texts[i], 10, limits)
        )
        print()
    change(store, index, following, noisy(base, 1_000 * A_ARTICLE))
    index.close()
    store.close()
    return Cost(size, p95_ms, fresh_process["VmRSS"] / 1e3)


def change(store: CorpusStore, index: EmbeddedIndex, following: int, fresh: Matrix) -> None:
    """Print how long articles take to be seen by both searches, and to be gone from them."""
    end = write(store, following, fresh)
    count = end - following

    def first_after(what: str) -> int:
        began = time.perf_counter()
        ((passage_id, _),) = index.dense(fresh[-1], 1)
        index.keyword("w1", 1)
        print(f"  {count:,} articles {what} after {time.perf_counter() - began:.2f} s")
        return passage_id

    added = first_after("more are found")
    with store.transaction() as writing:
        for number in range(following, end):
            writing.remove_article(article_id(number))
        writing.sweep()
    assert first_after("are gone") < added - len(fresh) + 1


def vectors_in(path: Path) -> Matrix:
    """The vectors of the passages in a data folder, or those of an .npy file."""
    if path.is_dir():
        store = CorpusStore(path)
        return store.sample_vectors(store.summary().passages)
    return np.load(path).astype(np.float32)


def main() -> None:
    """Measure every size, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--picture", type=Path, metavar="FOLDER")
    asked = parser.parse_args()
    base = vectors_in(asked.vectors)
    base /= np.linalg.norm(base, axis=1, keepdims=True)
    print(f"{len(base):,} real vectors of {base.shape[1]} dimensions")
    costs = []
    for size in asked.sizes:
        with tempfile.TemporaryDirectory() as folder:
            costs.append(measure(Path(folder), size, base))
    if asked.picture:
        print(draw(costs, asked.picture))


if __name__ == "__main__":
    main()
