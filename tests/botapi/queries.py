"""Button presses and inline queries, each to be answered once and in time."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.botapi.refusals import bad_request


@dataclass(frozen=True, slots=True)
class OpenQuery:
    """A query waiting for its answer; `data` is what the button carries or the words typed."""

    id: str
    user_id: int
    data: str


@dataclass(slots=True)
class OpenQueries:
    """The queries that may still be answered, oldest first."""

    _open: dict[str, OpenQuery] = field(default_factory=dict)
    _last_id: int = 7_000_000_000

    def add(self, user_id: int, data: str) -> OpenQuery:
        """A new query under an id of its own."""
        self._last_id += 1
        query = OpenQuery(str(self._last_id), user_id, data)
        self._open[query.id] = query
        return query

    def take(self, query_id: str) -> OpenQuery:
        """The query, which is then closed; refused if unknown, expired or answered before."""
        query = self._open.pop(query_id, None)
        if query is None:
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        return query

    def expire(self) -> None:
        """Too late for all of them."""
        self._open.clear()

    @property
    def waiting(self) -> tuple[OpenQuery, ...]:
        """What has not been answered: the reader still sees the button turning."""
        return tuple(self._open.values())
