"""The index of an evaluated corpus: built once, an ordinary index folder, and kept."""

import hashlib
import json
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from index.articles import Article, Skip
from index.atomic_file import write_whole
from index.corpus_store import CorpusStore
from index.database import FILE_NAME
from index.embedded_index import EmbeddedIndex
from index.encoder.protocol import Encoder
from index.errors import InputError
from index.indexing import Indexer, Progress

FOLDER = "evaluation"
"""Where in the data folder the indexes of evaluated corpora are kept."""
_STAMP = "complete.json"


@dataclass(frozen=True, slots=True)
class CorpusFigures:
    """What a corpus came to when it was indexed.

    ``passages_a_second`` were indexed, encoding included; None where the building was interrupted.
    ``skipped`` says of what could not be read where it stands and why.
    """

    articles: int
    passages: int
    words_a_passage: float
    passages_a_second: float | None
    skipped: tuple[str, ...]


def corpus_key(
    files: Sequence[Path], fingerprint: str, words: int, outlets: Mapping[str, str]
) -> str:
    """Names the index of a corpus: another one for any change in these.

    Raises:
        InputError: a file cannot be read.
    """
    whole = hashlib.sha256(json.dumps([fingerprint, words, sorted(outlets.items())]).encode())
    for file in files:
        try:
            with file.open("rb") as handle:
                whole.update(hashlib.file_digest(handle, "sha256").digest())
        except OSError as error:
            raise InputError(f"{file}: cannot be read ({error.strerror}); check it") from error
    return whole.hexdigest()[:16]


def kept(folder: Path) -> CorpusFigures | None:
    """The figures of the index in ``folder``; None where there is none that was completed."""
    try:
        numbers = json.loads((folder / _STAMP).read_text(encoding="utf-8"))
        figures = CorpusFigures(**{**numbers, "skipped": tuple(numbers["skipped"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return figures if (folder / FILE_NAME).exists() else None


def build(
    folder: Path,
    articles: Iterable[Article | Skip],
    encoder: Encoder,
    words: int,
    progress: Progress,
) -> CorpusFigures:
    """Index ``articles`` into ``folder``; what was encoded before a stop is not encoded again.

    Raises:
        InputError: there is no article.
    """
    store = CorpusStore(folder)
    began = time.perf_counter()
    resumed = store.summary().articles > 0
    report = Indexer(store, encoder, words).index(articles, progress)
    taken_s = time.perf_counter() - began
    summary = store.summary()
    skipped = tuple(f"{skip.where}: {skip.reason}" for skip in report.skipped)
    if not summary.articles:
        raise InputError(f"the corpus holds no article ({'; '.join(skipped[:3]) or 'empty'})")
    lengths = [len(entry.text.split()) for entry in store.added_since(0, store.revision)]
    store.close()
    index = EmbeddedIndex(folder, encoder.fingerprint, encoder.dimension)
    index.save()
    index.close()
    figures = CorpusFigures(
        summary.articles,
        summary.passages,
        round(sum(lengths) / len(lengths), 1),
        None if resumed else round(report.passages / taken_s, 1),
        skipped,
    )
    # Written last: an index without it is one whose building was stopped.
    write_whole(folder / _STAMP, lambda fresh: _write(fresh, figures))
    return figures


def _write(path: Path, figures: CorpusFigures) -> None:
    path.write_text(json.dumps(asdict(figures), ensure_ascii=False), encoding="utf-8")
