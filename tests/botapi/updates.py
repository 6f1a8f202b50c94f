"""The updates the bot has not taken yet, and the long poll that takes them."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.bot_api_calls import CALLS
from tests.botapi.oracle import judge_update
from tests.botapi.refusals import ApiError, Fields

MAX_BATCH = 100
MAX_POLL_S = 50
_NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
LEAVE_S = 0.05

CONFLICT = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)


@dataclass(frozen=True, slots=True)
class PendingUpdate:
    """One update: its kind is the field of `Update` that is set."""

    update_id: int
    kind: str
    payload: Fields

    def to_api(self) -> Fields:
        """The Bot API `Update` object."""
        return {"update_id": self.update_id, self.kind: self.payload}


@dataclass(slots=True)
class UpdateQueue:
    """Updates in order, each kept until it is acknowledged."""

    pending: list[PendingUpdate] = field(default_factory=list)
    allowed: frozenset[str] | None = None
    _last_id: int = field(default_factory=lambda: secrets.randbelow(10**8) + 1000)
    """As with Telegram, the first number says nothing: no two servers give the same."""
    _waiting: asyncio.Future[None] | None = None

    def push(self, kind: str, payload: Fields) -> int:
        """Add an update and return its id; raises Disagreement if it is not well formed.

        As with Telegram, an update of a kind the bot did not ask for is lost here, not later.
        """
        self._last_id += 1
        update = PendingUpdate(self._last_id, kind, payload)
        judge_update(update.to_api())
        CALLS.told(kind)
        wanted = kind not in _NOT_BY_DEFAULT if self.allowed is None else kind in self.allowed
        if wanted:
            self.pending.append(update)
            self._wake()
        return update.update_id

    def allow(self, kinds: Sequence[str] | None) -> None:
        """Remember `allowed_updates`: None leaves it as it was, an empty list means the default."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def acknowledge(self, offset: int) -> None:
        """Forget what is before `offset`; a negative one keeps only that many at the end."""
        if offset < 0:
            self.pending = self.pending[offset:]
        elif offset > 0:
            self.pending = [u for u in self.pending if u.update_id >= offset]

    async def poll(self, offset: int, limit: int, timeout_s: float) -> list[PendingUpdate]:
        """The next updates, waiting up to `timeout_s` for a first one.

        A poll under way is ended by a later one: it raises 409 Conflict.
        """
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_exception(ApiError(409, CONFLICT))
        self.acknowledge(offset)
        if not self.pending and timeout_s > 0:
            try:
                await asyncio.wait_for(self._arrival(), min(timeout_s, MAX_POLL_S))
            except TimeoutError:
                return []
            except ApiError:
                # A poller that hung up is no rival: leave time for its goodbye to be noticed.
                await asyncio.sleep(LEAVE_S)
                raise
        return self.pending[: min(max(limit, 1), MAX_BATCH)]

    async def first(self) -> PendingUpdate:
        """The oldest update, waiting until there is one."""
        while not self.pending:
            await self._arrival()
        return self.pending[0]

    def _arrival(self) -> asyncio.Future[None]:
        # Made at once, not on the first await: an update pushed in between must find it.
        self._waiting = asyncio.get_running_loop().create_future()
        return self._waiting

    def _wake(self) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)
