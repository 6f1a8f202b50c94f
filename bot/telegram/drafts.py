"""A line that stands in for an answer while it takes long, in private chats."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from telegram import Message
from telegram.constants import ChatType
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.telegram.sending import place_of
from bot.words.saying import say

logger = logging.getLogger(__name__)

AFTER_S = 0.7
"""How long an answer may take before a draft is shown."""
_LATE_S = 0.5
"""How long an answer waits for a draft that is on its way, so that it does not come after it."""


@asynccontextmanager
async def draft_when_slow(bot: ExtBot[Any], message: Message, number: int) -> AsyncIterator[None]:
    """While the block lasts, show that a message is being answered, if it lasts for long.

    Nothing goes out after the block, and what becomes of a draft is no matter to the answer.
    """
    if message.chat.type != ChatType.PRIVATE:
        yield
        return
    under_way = asyncio.Event()
    task = asyncio.create_task(_show(bot, message, number, under_way))
    try:
        yield
    finally:
        if under_way.is_set():
            await asyncio.wait((task,), timeout=_LATE_S)
        task.cancel()
        await asyncio.wait((task,))


async def _show(bot: ExtBot[Any], message: Message, number: int, under_way: asyncio.Event) -> None:
    await asyncio.sleep(AFTER_S)
    under_way.set()
    place = place_of(message)
    try:
        # Telegram wants a number that is not zero; one that repeats changes the draft in place.
        await bot.send_message_draft(
            place.chat_id, number or 1, say("reading-articles"), message_thread_id=place.topic
        )
    except TelegramError as error:
        logger.debug("a draft was not shown: %s", error)
