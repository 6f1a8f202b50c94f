"""Tries until Telegram can be reached, and says so."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram.error import BadRequest, NetworkError, RetryAfter

logger = logging.getLogger(__name__)

_LONGEST_WAIT_S = 30.0

Result = TypeVar("Result")


async def until_reached(request: Callable[[], Awaitable[Result]]) -> Result:
    """The result of a request, which is made for as long as Telegram cannot be reached.

    Raises:
        TelegramError: it can be reached, and refuses.
    """
    wait_s = 1.0
    while True:
        try:
            return await request()
        except BadRequest:  # the library takes it for a fault of the network
            raise
        except (NetworkError, RetryAfter) as error:
            logger.warning("Telegram cannot be reached (%s); trying again in %.0f s", error, wait_s)
        await asyncio.sleep(wait_s)
        wait_s = min(1.5 * wait_s, _LONGEST_WAIT_S)
