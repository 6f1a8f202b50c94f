"""Lets chats be served in parallel while each chat keeps its order."""

import asyncio
from collections.abc import Awaitable
from typing import Any

from telegram import Update
from telegram.ext import BaseUpdateProcessor

_NO_LIMIT = 1_000_000


class ChatOrder(BaseUpdateProcessor):
    """Runs updates of one chat one after the other, those of other chats beside them.

    At most ``most_at_once`` run; one that waits for another of its chat takes nobody's place.
    """

    def __init__(self, most_at_once: int) -> None:
        super().__init__(_NO_LIMIT)  # the library's limit would count those that wait, too
        self._places = asyncio.Semaphore(most_at_once)
        self._locks: dict[int, asyncio.Lock] = {}
        self._waiting: dict[int, int] = {}

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Wait for the chat's turn, then handle ``update``."""
        chat = update.effective_chat if isinstance(update, Update) else None
        if chat is None:
            await self.handle(update, coroutine)
            return
        lock = self._locks.setdefault(chat.id, asyncio.Lock())
        self._waiting[chat.id] = self._waiting.get(chat.id, 0) + 1
        try:
            async with lock, self._places:
                await self.handle(update, coroutine)
        finally:
            self._waiting[chat.id] -= 1
            if not self._waiting[chat.id]:
                del self._waiting[chat.id], self._locks[chat.id]

    async def handle(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Handle an update whose turn has come."""
        await coroutine

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to release."""
