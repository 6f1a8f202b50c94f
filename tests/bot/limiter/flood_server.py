"""Telegram as the limiter meets it: far away, counting, refusing; in virtual time."""

import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from telegram.error import RetryAfter, TelegramError

from bot.limiter.rate_limiter import RateLimiter
from bot.limiter.schedule import Priority
from tests.botapi import TELEGRAM_LIMITS, Chat, RateLimits
from tests.botapi.limits import FloodControl
from tests.botapi.refusals import ApiError


def flood(seconds: float) -> RetryAfter:
    """What the library makes of a 429."""
    return RetryAfter(timedelta(seconds=seconds))


@dataclass(slots=True)
class FloodServer:
    """Counts requests where they arrive, half-way through; ``faults`` come first, by chat."""

    limiter: RateLimiter = field(default_factory=RateLimiter)
    limits: RateLimits = TELEGRAM_LIMITS
    faults: dict[int | None, list[Exception]] = field(default_factory=dict)
    arrived: list[tuple[float, int | None, str]] = field(default_factory=list)
    refused: list[tuple[int | None, int]] = field(default_factory=list)
    _flood: FloodControl = field(init=False)

    def __post_init__(self) -> None:
        self._flood = FloodControl(self.limits, lambda: asyncio.get_running_loop().time())

    async def ask(
        self,
        chat: int | None,
        label: str,
        *,
        endpoint: str = "sendMessage",
        priority: Priority | None = None,
        takes_s: float = 0.1,
    ) -> Any:
        """One request through the limiter."""
        data = {} if chat is None else {"chat_id": chat}

        def callback() -> Coroutine[Any, Any, bool]:
            return self._answer(chat, label, endpoint, takes_s)

        return await self.limiter.process_request(callback, (), {}, endpoint, data, priority)

    def moments(self, chat: int | None = None) -> list[float]:
        """When messages arrived, all or those to one chat."""
        return [at for at, to, _ in self.arrived if chat in (None, to)]

    def labels(self, chat: int | None = None) -> list[str]:
        """What arrived, in its order."""
        return [label for _, to, label in self.arrived if chat in (None, to)]

    async def _answer(self, chat: int | None, label: str, endpoint: str, takes_s: float) -> bool:
        await asyncio.sleep(takes_s / 2)
        try:
            if self.faults.get(chat):
                raise self.faults[chat].pop(0)
            if chat is not None and endpoint != "sendChatAction":
                self._flood.admit(Chat(chat, "private" if chat > 0 else "supergroup", "x"))
            self.arrived.append((asyncio.get_running_loop().time(), chat, label))
        except ApiError as refusal:
            self.refused.append((chat, refusal.retry_after or 0))
            raise flood(refusal.retry_after or 0) from refusal
        finally:
            await asyncio.sleep(takes_s / 2)
        return True


async def outcome_of(asking: Coroutine[Any, Any, Any]) -> object:
    """The result, or the error it ended in."""
    try:
        return await asking
    except TelegramError as error:
        return error
