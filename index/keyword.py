"""The keyword index: the words of every passage, kept in step with SQLite."""

import logging
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.corpus_store import CorpusStore
from index.derived_stamp import DerivedStamp, digests_of
from index.limits import NO_LIMITS, Limits
from index.stored import PassageEntry
from index.word_forms import group_of
from index.word_search import WordSearch

logger = logging.getLogger(__name__)

_FORM = "words-3"
_TELLING_CHARACTERS = 300


class KeywordIndex:
    """Headline and text of every passage, by word; follows a :class:`CorpusStore`.

    Not safe for use by two threads at once: :class:`index.embedded_index.EmbeddedIndex` takes
    turns.
    """

    def __init__(self, folder: Path, corpus: str) -> None:
        self._folder = folder / "keyword"
        self._stamp_file = folder / "keyword.json"
        self._corpus = corpus
        self.revision = 0
        self._search: WordSearch

    def open(self, store: CorpusStore) -> None:
        """Take the kept files if their stamp holds, and catch up with ``store``."""
        stamp = DerivedStamp.read(self._stamp_file)
        fits = stamp is not None and stamp.fits(self._corpus, _FORM, store.revision)
        if not (stamp and fits and self._load(stamp)):
            if stamp and stamp.corpus == self._corpus and stamp.recipe != _FORM:
                logger.info("%s: its form has changed; made anew", self._folder)
            elif self._folder.exists() or stamp:
                logger.warning(
                    "%s: missing its stamp, damaged, or of another index; rebuilding", self._folder
                )
            self._start_anew()
        self.follow(store)

    def follow(self, store: CorpusStore) -> bool:
        """Apply what ``store`` has committed since; True when there was something.

        A passage takes the place of one of its id, so that applying a difference twice (after a
        stop between commit and stamp) leaves one copy.
        """
        target = store.revision
        if target == self.revision:
            return False
        stamp = DerivedStamp.read(self._stamp_file)
        if stamp and stamp.fits(self._corpus, _FORM, target) and stamp.revision == target:
            self._search.reload()  # another process has applied the difference
            self.revision = target
            return True
        gone = store.removed_since(self.revision)
        added = _with_groups(store.added_since(self.revision, target))
        try:
            if not self._search.apply(gone, added):
                return False  # another process is applying it now; the next question looks again
            files = digests_of(self._folder, stamp.files if stamp else {})
            DerivedStamp(self._corpus, _FORM, target, files=files).write(self._stamp_file)
        except (ValueError, OSError) as error:
            logger.warning(
                "%s: cannot be written to (%s); searched as it was at revision %d until there is "
                "room",
                self._folder,
                error,
                self.revision,
            )
            return False
        self.revision = target
        return True

    def faults(self, store: CorpusStore) -> Iterator[str]:
        """What is wrong with the kept files, a line each; nothing when there are none to use."""
        stamp = DerivedStamp.read(self._stamp_file)
        if stamp is None or not stamp.fits(self._corpus, _FORM, store.revision):
            return
        if not self._load(stamp):
            yield f"{self._folder}: is damaged; it is made anew at the next start"
            return
        ids = self._search.ids()
        fault = store.faults_of(ids, stamp.revision)
        if fault or len(ids) != len(set(ids)):
            fault = fault or "has passages twice"
            yield f"{self._folder}: {fault}; remove it, it is made anew"

    def search(self, text: str, count: int, limits: Limits = NO_LIMITS) -> list[tuple[int, float]]:
        """The ``count`` best passages for the words of ``text`` as (passage id, BM25).

        A text without words finds the best for the phrases it is limited to.
        """
        return self._search.search(text, count, limits)

    def holding(self, text: str) -> NDArray[np.int64] | None:
        """Ids of the passages that hold ``text``, or their headline does; None: it is no word."""
        return self._search.holding(text)

    def _load(self, stamp: DerivedStamp) -> bool:
        try:
            if not stamp.files_are_as_stamped(self._folder):
                return False
            self._search = WordSearch.read(self._folder)
        except (ValueError, OSError):
            return False
        self.revision = stamp.revision
        return True

    def _start_anew(self) -> None:
        self._stamp_file.unlink(missing_ok=True)
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(parents=True)
        self._search = WordSearch.create(self._folder)
        self.revision = 0


def _with_groups(entries: Iterable[PassageEntry]) -> Iterator[tuple[PassageEntry, str]]:
    """Each passage with the group of its article's language; those of an article come together."""
    article, group = "", ""
    for entry in entries:
        if entry.traits.article_id != article:
            article, group = entry.traits.article_id, group_of(entry.language or _told(entry))
        yield entry, group


def _told(entry: PassageEntry) -> str:
    from index.languages import main_language  # its models load only where something is added

    return main_language(f"{entry.title}\n{entry.text}"[:_TELLING_CHARACTERS])
