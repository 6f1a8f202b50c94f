"""What searches are limited by, for every passage: its day and outlet, as columns of numbers."""

from collections.abc import Callable, Collection, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from index.limits import Limits
from index.stored import PassageTraits

Holding = Callable[[str], NDArray[np.int64] | None]
"""Ids of the passages that hold a text; None where it has no word that could be held."""

_UNDATED = 0  # before every calendar day
_FIRST_ROOM = 1024


class PassageColumns:
    """Rows are addressed by passage id, which are given out in order and never used twice."""

    def __init__(self) -> None:
        self._days = np.zeros(_FIRST_ROOM, dtype=np.int32)
        self._outlets = np.zeros(_FIRST_ROOM, dtype=np.int32)
        self._present = np.zeros(_FIRST_ROOM, dtype=bool)
        self._numbers: dict[str | None, int] = {}
        self._newest = _UNDATED

    def add(self, traits: Sequence[PassageTraits]) -> None:
        """Take in passages."""
        self.fill(
            [one.passage_id for one in traits],
            [one.outlet for one in traits],
            [one.published_day for one in traits],
        )

    def fill(
        self, ids: Sequence[int], outlets: Sequence[str | None], days: Sequence[int | None]
    ) -> None:
        """Take in passages given as columns, one entry a passage in each."""
        if not ids:
            return
        rows = np.array(ids, dtype=np.int64)
        self._make_room(int(rows.max()) + 1)
        self._days[rows] = [day or _UNDATED for day in days]
        numbers = self._numbers
        self._outlets[rows] = [numbers.setdefault(one, len(numbers)) for one in outlets]
        self._present[rows] = True
        self._newest = max(self._newest, int(self._days[rows].max()))

    def days(self, passage_ids: Sequence[int]) -> list[int]:
        """The days of these passages, as Python's date.toordinal; 0 is undated."""
        days: list[int] = self._days[np.array(passage_ids, dtype=np.int64)].tolist()
        return days

    def remove(self, passage_ids: Collection[int]) -> None:
        """Take passages out; ids that are not there are passed over."""
        ids = np.fromiter(passage_ids, np.int64, len(passage_ids))
        self._present[ids[ids < len(self._present)]] = False

    def allowed(
        self,
        limits: Limits,
        passages_of: Callable[[Collection[str]], Collection[int]],
        holding: Holding,
    ) -> NDArray[np.bool_] | None:
        """Whether each id may be found, shape (highest id + 1,), or None where all may.

        ``passages_of`` gives the passage ids of articles, ``holding`` those that hold a text.
        """
        if limits == Limits(not_after=limits.not_after) and self._newest <= _last(limits):
            return None  # what nearly every question comes to
        mask = self._present.copy()
        if limits.not_after is not None:
            mask &= self._days <= limits.not_after.toordinal()
        if limits.first is not None:
            mask &= self._days >= limits.first.toordinal()
        if limits.last is not None:
            mask &= (self._days <= limits.last.toordinal()) & (self._days != _UNDATED)
        if limits.outlets is not None:
            wanted = np.zeros(len(self._numbers) + 1, dtype=bool)
            wanted[[self._numbers[name] for name in limits.outlets & self._numbers.keys()]] = True
            mask &= wanted[self._outlets]
        if limits.articles is not None:
            mask &= self._only(np.fromiter(passages_of(limits.articles), np.int64))
        for phrase in limits.phrases:
            if (there := holding(phrase)) is not None:
                mask &= self._only(there)
        for unwanted in limits.without:
            if (there := holding(unwanted)) is not None:
                mask &= ~self._only(there)
        return None if np.array_equal(mask, self._present) else mask

    def _only(self, ids: NDArray[np.int64]) -> NDArray[np.bool_]:
        mask = np.zeros_like(self._present)
        mask[ids[ids < len(mask)]] = True
        return mask

    def _make_room(self, rows: int) -> None:
        if rows <= len(self._present):
            return
        more = max(rows, 2 * len(self._present)) - len(self._present)
        self._days = np.pad(self._days, (0, more))
        self._outlets = np.pad(self._outlets, (0, more))
        self._present = np.pad(self._present, (0, more))


def _last(limits: Limits) -> int:
    return (limits.not_after or date.max).toordinal()
