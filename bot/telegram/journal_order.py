"""Closes an update in the journal when everything that was to be done about it is done."""

import logging
from collections.abc import Awaitable
from inspect import iscoroutine
from typing import Any

from telegram import Update

from bot.state.opening import StateError
from bot.telegram.chat_order import ChatOrder
from bot.telegram.update_queue import JournalQueue

logger = logging.getLogger(__name__)


class JournalOrder(ChatOrder):
    """A :class:`ChatOrder` that closes what it has handled.

    Once the program is told to end, nothing is begun: what waits stays open for the next process.
    """

    def __init__(self, most_at_once: int, queue: JournalQueue) -> None:
        super().__init__(most_at_once)
        self._queue = queue

    async def handle(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Handle an update to its end and close it, whatever the handlers made of it."""
        if self._queue.stopping.is_set():
            if iscoroutine(coroutine):
                coroutine.close()
            return
        await coroutine
        if isinstance(update, Update) and update.inline_query is None:
            try:
                await self._queue.journal.close(update.update_id)
            except StateError as error:
                logger.error(
                    "update %d is done, but not closed, and may be answered again after a "
                    "restart: %s",
                    *(update.update_id, error),
                )
