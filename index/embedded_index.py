"""The whole index behind one face: SQLite as the truth, FAISS and tantivy derived from it."""

import logging
import threading
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.articles import Article, Passage
from index.corpus_store import CorpusStore
from index.counted import Counted
from index.dense import DenseIndex
from index.errors import IndexStoreError, WrongEncoderError
from index.keyword import KeywordIndex
from index.limits import NO_LIMITS, Limits
from index.one_writer import one_writer
from index.search_index import Scored
from index.stored import Copy, CorpusSummary
from index.vector_keys import vector_key

logger = logging.getLogger(__name__)


class EmbeddedIndex:
    """The :class:`SearchIndex` in a folder. Every search first takes in what was committed since.

    May be shared by threads; searches take turns, which at some milliseconds each costs nothing.
    A search raises WrongEncoderError once another encoder has taken the folder over.
    """

    def __init__(self, folder: Path, fingerprint: str, dimension: int) -> None:
        self.store = CorpusStore(folder)
        check_encoder(self.store, fingerprint)
        self._counted = Counted(self.store)
        self._fingerprint = fingerprint
        self._lock = threading.Lock()
        self._folder, self._dimension = folder, dimension
        self._open_derived()

    @property
    def revision(self) -> int:
        return self._dense.revision

    def save(self) -> None:
        """Keep the FAISS file; without it the next start rebuilds it from SQLite."""
        with self._lock:
            self._follow()
            self._dense.save(self.store)

    def reopen(self) -> None:
        """Open FAISS and tantivy anew from disk; what does not read is made again from SQLite.

        Raises:
            DatelineError: they cannot be opened; what was open is searched on.
        """
        with self._lock:
            check_encoder(self.store, self._fingerprint)
            self._open_derived()

    def close(self) -> None:
        """Close the SQLite file."""
        self.store.close()

    def dense(self, vector: NDArray[np.float32], count: int, limits: Limits = NO_LIMITS) -> Scored:
        with self._lock:
            self._follow()
            allowed = self._dense.allowed(limits, self.store, self._keyword.holding)
            return self._dense.search(vector, count, allowed)

    def keyword(self, text: str, count: int, limits: Limits = NO_LIMITS) -> Scored:
        with self._lock:
            self._follow()
            return self._keyword.search(text, count, limits)

    def passages(self, passage_ids: Sequence[int]) -> dict[int, Passage]:
        return self.store.passages(passage_ids)

    def sentence_vectors(
        self, passages: Sequence[tuple[Passage, Article]]
    ) -> list[NDArray[np.float32]]:
        keys = [
            [
                vector_key(self._fingerprint, article.body[start:end])
                for start, end in passage.sentences
            ]
            for passage, article in passages
        ]
        known = self.store.vectors(list({key for own in keys for key in own}))
        none = np.empty((0, self._dimension), dtype=np.float32)
        return [
            np.stack([known[key] for key in own]).astype(np.float32)
            if own and all(key in known for key in own)
            else none
            for own in keys
        ]

    def articles(self, article_ids: Sequence[str]) -> dict[str, Article]:
        return {article.id: article for article in self.store.articles(article_ids)}

    def stories(self, article_ids: Collection[str]) -> dict[str, str]:
        return self.store.stories(article_ids)

    def copies(self, article_id: str) -> tuple[Copy, ...]:
        return self.store.copies(article_id)

    def summary(self) -> CorpusSummary:
        return self._counted.summary()

    def passages_of(self, article_ids: Collection[str]) -> list[int]:
        return self.store.passages_of(article_ids)

    def days(self, passage_ids: Sequence[int]) -> list[int]:
        with self._lock:
            return self._dense.days(passage_ids)

    def count_articles(self, limits: Limits) -> int:
        return self._counted.articles(limits)

    def outlets(self) -> tuple[tuple[str | None, int], ...]:
        return self._counted.outlets()

    def bylines(self) -> tuple[str, ...]:
        return self._counted.bylines()

    def articles_by(self, bylines: Collection[str]) -> frozenset[str]:
        return self.store.articles_by(bylines)

    def recent(self, most: int, not_after: date) -> tuple[tuple[str, str | None], ...]:
        """The id and outlet of the newest articles of a day or before it, undated ones last."""
        return self.store.recent(most, not_after)

    def _open_derived(self) -> None:
        corpus = self.store.identity
        dense = DenseIndex(self._folder, self._dimension, corpus, self._fingerprint)
        keyword = KeywordIndex(self._folder, corpus)
        rebuilt = dense.open(self.store)
        keyword.open(self.store)
        self._corpus, self._dense, self._keyword = corpus, dense, keyword
        if rebuilt:
            self._keep_if_alone()

    def _keep_if_alone(self) -> None:
        """Spare the next start the work, unless a process is at it that will do so anyway."""
        try:
            with one_writer(self._folder, wait_s=0.0):
                self._dense.save(self.store)
        except IndexStoreError as error:
            logger.info("not kept for the next start: %s", error)

    def _follow(self) -> None:
        if self.store.identity != self._corpus:  # another corpus was restored in its place
            check_encoder(self.store, self._fingerprint)
            self._open_derived()
        if self.store.revision != self._dense.revision:
            check_encoder(self.store, self._fingerprint)  # it may have been encoded anew meanwhile
        self._dense.follow(self.store)
        self._keyword.follow(self.store)


def check_encoder(store: CorpusStore, fingerprint: str) -> None:
    """Refuse an index that another encoder built: its vectors mean something else.

    Raises:
        WrongEncoderError: with the command that builds it anew.
    """
    built_with = store.meta("encoder")
    if built_with is not None and built_with != fingerprint:
        name = store.meta("encoder_name") or "another encoder"
        raise WrongEncoderError(
            f"{store.path}: was built with the encoder {name} ({built_with}), not with the one "
            f"now set ({fingerprint}); set DATELINE_ENCODER__NAME={name} again, or run "
            "`dateline index --reencode` to encode the stored articles anew"
        )
