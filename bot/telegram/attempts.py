"""Has questions answered off the event loop, again where that failed, and at last given up."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import nullcontext
from datetime import datetime
from functools import partial
from typing import Protocol, TypeVar

from bot.conversation import Reply
from bot.state.journal import Journal
from bot.state.kept_answers import KeptAnswer
from retrieval.outcomes import Outcome

logger = logging.getLogger(__name__)

MOST_TRIES = 3
_PAUSE_S = 0.1

Result = TypeVar("Result")


class Replying(Protocol):
    """Replies to a reader's text; blocks while it works."""

    def reply(self, text: str, asked: datetime, chat: int | None, message: int | None) -> Reply:
        """The reply to a message of a chat, which was written at ``asked``; ``message`` is its id.

        An outcome may be kept under it.
        """

    def follow_up(
        self, text: str, asked: datetime, chat: int, message: int | None, answer: int
    ) -> Reply:
        """The reply to a message that itself replies to a message of the bot's, ``answer``."""

    def asked_otherwise(self, kept: KeptAnswer, question: str, now: datetime) -> Outcome:
        """The outcome of a question that took the place of a kept one, whose answer goes."""

    def again_of_any_date(self, kept: KeptAnswer, now: datetime) -> Outcome:
        """The outcome of a kept answer's question without its period."""


class Attempts:
    """Runs a conversation in ``executor``, at most three times for one update.

    An update that was being answered when an earlier process died is a suspect. Suspects are
    answered one at a time, so that an innocent one is not blamed for its neighbour every time, and
    one whose answer was found is a suspect no longer, though it may not have been sent or shown.
    """

    def __init__(self, conversation: Replying, executor: Executor, journal: Journal) -> None:
        self.working = 0
        """How many readers wait for what is being worked on."""
        self._conversation = conversation
        self._executor = executor
        self._journal = journal
        self._one_suspect = asyncio.Lock()

    async def reply(
        self,
        update_id: int,
        text: str,
        asked: datetime,
        chat: int,
        message: int,
        answer: int | None = None,
    ) -> Reply:
        """The reply to the text of an update, which goes on from an ``answer``, if any.

        Raises:
            Exception: what the conversation raised at the last try.
        """
        job = partial(self._conversation.reply, text, asked, chat, message)
        if answer is not None:
            job = partial(self._conversation.follow_up, text, asked, chat, message, answer)
        return await self.run(update_id, job)

    async def run(self, update_id: int, job: Callable[[], Result]) -> Result:
        """The result of what an update asks for; ``job`` may block.

        Raises:
            Exception: what the job raised at the last try.
        """
        self.working += 1
        try:
            return await self._run(update_id, job)
        finally:
            self.working -= 1

    async def _run(self, update_id: int, job: Callable[[], Result]) -> Result:
        earlier = self._journal.taken_up.get(update_id)
        tries = earlier.tries if earlier else 0
        async with self._one_suspect if tries else nullcontext():
            while True:
                try:
                    return await asyncio.get_running_loop().run_in_executor(
                        self._executor, self._try, update_id, job, earlier is not None
                    )
                except Exception as error:  # whatever it is, it may pass
                    tries += 1
                    if tries >= MOST_TRIES:
                        raise
                    logger.warning(
                        "update %d: try %d of %d failed (%s)",
                        *(update_id, tries, MOST_TRIES, type(error).__name__),
                    )
                await asyncio.sleep(_PAUSE_S * tries)

    def _try(self, update_id: int, job: Callable[[], Result], was_open: bool) -> Result:
        self._journal.begin(update_id)  # only now, so that those who wait are no suspects
        result = job()
        if was_open:
            self._journal.survived(update_id)  # what ends the process from here on is not the job
        return result
