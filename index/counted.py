"""What is counted over the whole corpus, and asked for with every question: once a revision."""

from collections.abc import Callable
from typing import Any, TypeVar

from index.corpus_store import CorpusStore
from index.limits import Limits
from index.stored import CorpusSummary

T = TypeVar("T")
_KEPT = 500


class Counted:
    """Counts of a :class:`CorpusStore`, kept until it is written to; threads may share one."""

    def __init__(self, store: CorpusStore) -> None:
        self._store = store
        self._of: tuple[int, dict[object, Any]] = (-1, {})

    def summary(self) -> CorpusSummary:
        """See :meth:`CorpusStore.summary`."""
        return self._once("summary", self._store.summary)

    def articles(self, limits: Limits) -> int:
        """See :meth:`CorpusStore.count_articles`."""
        return self._once(limits, lambda: self._store.count_articles(limits))

    def outlets(self) -> tuple[tuple[str | None, int], ...]:
        """See :meth:`CorpusStore.outlets`."""
        return self._once("outlets", self._store.outlets)

    def bylines(self) -> tuple[str, ...]:
        """See :meth:`CorpusStore.bylines`."""
        return self._once("bylines", self._store.bylines)

    def _once(self, asked: object, count: Callable[[], T]) -> T:
        revision, kept = self._of
        if revision != self._store.revision:
            # Read before counting: what is written meanwhile is counted too soon, never too late.
            revision, kept = self._of = self._store.revision, {}
        if asked not in kept:
            if len(kept) >= _KEPT:
                kept.clear()
            kept[asked] = count()
        value: T = kept[asked]
        return value
