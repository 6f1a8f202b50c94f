"""Articles go into the corpus: only what is new or changed is cut, encoded and written."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from index.articles import Article, Skip
from index.corpus_store import CorpusStore
from index.encoder.protocol import Encoder
from index.errors import InputError
from index.preparing import Group, Preparer
from index.readings import Readings

_ARTICLES_A_TRANSACTION = 64
_CHARACTERS_A_TRANSACTION = 150_000
"""What a stop in the middle may cost: some seconds of encoding."""


@dataclass(slots=True)
class IndexReport:
    """What one run of indexing did.

    ``copies`` counts those of the new and updated articles that are copies of another article.
    ``encoded`` counts texts that went through the encoder: passages and their sentences, but none
    that had been encoded before."""

    read: int = 0
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    passages: int = 0
    encoded: int = 0
    skipped: list[Skip] = field(default_factory=list)
    copies: int = 0
    removed: int = 0


Progress = Callable[[IndexReport], None]


class Indexer:
    """Writes articles into ``store`` as passages of ``words`` words, encoded by ``encoder``."""

    def __init__(self, store: CorpusStore, encoder: Encoder, words: int) -> None:
        self._store = store
        self._encoder = encoder
        self._words = words

    def index(
        self,
        articles: Iterable[Article | Skip],
        progress: Progress = lambda _: None,
        prune: Sequence[Path] = (),
    ) -> IndexReport:
        """Index ``articles``; each group of them becomes visible in one transaction.

        Of the articles read before from the files and folders ``prune``, those that are gone are
        removed.

        Raises:
            InputError: there is something to prune, but no article was read: more likely a folder
                that is not mounted than a corpus that is to be emptied.
        """
        readings = Readings()
        report = self._take_in(articles, readings, progress)
        readings.settle(self._store)
        if prune:
            if report.read == len(report.skipped):
                raise InputError(
                    f"no article was found in {', '.join(map(str, prune))}, so none was removed "
                    "either; check the paths, or use `dateline remove`"
                )
            report.removed = readings.prune(self._store, prune)
        return report

    def reencode(self, progress: Progress = lambda _: None) -> IndexReport:
        """Cut and encode every stored article anew, for an encoder that has changed.

        The old passages go first: until all is encoded an article may not be found yet, but none is
        ever found by a vector of the old encoder. Stopped half-way, the next run goes on.
        """
        if self._store.meta("encoder") != self._encoder.fingerprint:
            with self._store.transaction() as writing:
                writing.remove_all_passages()
                writing.note(self._encoder_note())
        return self._take_in(self._store.articles(), Readings(), progress)

    def _take_in(
        self, articles: Iterable[Article | Skip], readings: Readings, progress: Progress
    ) -> IndexReport:
        """Read and cut the next group while the encoder, which takes longest, is at this one."""
        report = IndexReport()
        preparer = Preparer(self._store, self._encoder, self._words, readings)
        groups = _groups(articles)

        def prepare_next() -> Group | None:
            items = next(groups, None)
            return preparer.prepare(items) if items else None

        with ThreadPoolExecutor(1, thread_name_prefix="prepare") as beside:
            coming = beside.submit(prepare_next)
            while group := coming.result():
                coming = beside.submit(prepare_next)
                self._write(group, report)
                progress(report)
        return report

    def _write(self, group: Group, report: IndexReport) -> None:
        if group.changed or group.readings:
            known = self._store.vectors(list(group.texts))
            missing = [key for key in group.texts if key not in known]
            vectors = self._encoder.encode_passages([group.texts[key] for key in missing])
            with self._store.transaction() as writing:
                writing.note(self._encoder_note())
                writing.put_vectors(missing, vectors)
                for stored in group.changed.values():
                    report.copies += writing.put_article(stored)
                for reading, seen in group.readings:
                    writing.put_reading(reading, seen)
                if group.updated:
                    writing.sweep()
            report.passages += sum(len(stored.passages) for stored in group.changed.values())
            report.encoded += len(missing)
        report.read += group.read
        report.new += group.new
        report.updated += group.updated
        report.unchanged += group.unchanged
        report.skipped += group.skipped

    def _encoder_note(self) -> dict[str, str]:
        return {"encoder": self._encoder.fingerprint, "encoder_name": self._encoder.name}


def _groups(articles: Iterable[Article | Skip]) -> Iterator[list[Article | Skip]]:
    group: list[Article | Skip] = []
    characters = 0
    for item in articles:
        group.append(item)
        characters += len(item.body) if isinstance(item, Article) else 0
        if len(group) == _ARTICLES_A_TRANSACTION or characters >= _CHARACTERS_A_TRANSACTION:
            yield group
            group, characters = [], 0
    if group:
        yield group
