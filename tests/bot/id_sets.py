"""Kept ids that are kept in memory only."""


class IdSet:
    """The :class:`bot.state.kept_ids.KeptIds` of tests."""

    def __init__(self, ids: set[int] | None = None) -> None:
        self._ids = frozenset(ids or ())

    def __contains__(self, one: object, /) -> bool:
        return one in self._ids

    def all(self) -> frozenset[int]:
        return self._ids

    def add(self, one: int) -> None:
        self._ids |= {one}

    def discard(self, one: int) -> None:
        self._ids -= {one}
