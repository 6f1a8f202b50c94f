"""What goes wrong because a test wants it to."""

from __future__ import annotations

from tests.botapi.faults import Break
from tests.botapi.limits import RateLimits
from tests.botapi.refusals import ApiError
from tests.botapi.world import World


class Mishaps:
    """The part of the server that fails."""

    _world: World

    def fail_next(
        self,
        method: str,
        status: int,
        description: str,
        retry_after: int | None = None,
        times: int = 1,
    ) -> None:
        """Refuse the next requests to the method with this status and wording."""
        self._world.faults.plan(method, ApiError(status, description, retry_after), times)

    def drop_next(self, method: str, times: int = 1) -> None:
        """Close the connection on the next requests to the method; nothing is done."""
        self._world.faults.plan(method, Break.DROP, times)

    def drop_answer_next(self, method: str, times: int = 1) -> None:
        """Carry out the next requests to the method and close the connection unanswered."""
        self._world.faults.plan(method, Break.DELIVER_THEN_DROP, times)

    def timeout_next(self, method: str, times: int = 1) -> None:
        """Carry out the next requests to the method and never answer them."""
        self._world.faults.plan(method, Break.DELIVER_THEN_TIMEOUT, times)

    def forget_faults(self) -> None:
        """All is well again."""
        self._world.faults.clear()

    def set_limits(self, limits: RateLimits) -> None:
        """Other rate limits from now on."""
        self._world.flood.limits = limits

    def expire_queries(self) -> None:
        """Too late to answer any press or inline query made so far."""
        self._world.answering.presses.expire()
        self._world.answering.inlines.expire()
