"""The examples that /start shows: made in the background, and anew when the corpus changes."""

import asyncio
import logging
import threading
import time
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from datetime import datetime, tzinfo
from typing import Protocol

from retrieval.examples.choosing import Example
from retrieval.examples.finding import AskAt
from retrieval.outcomes import Outcome

logger = logging.getLogger(__name__)

LOOK_EVERY_S = 60.0
MAKE_EVERY_S = 600.0
"""While articles keep coming in, examples are made anew no more often."""
_REST = 4.0
"""How many times as long as a question took is waited before the next one."""
_LOOK_AGAIN_S = 0.2


class Finder(Protocol):
    """What makes examples; see :class:`retrieval.examples.finding.ExampleFinder`."""

    def find(self, now: datetime) -> list[Example]:
        """Examples for whoever asks now; takes some seconds."""

    def still_there(self, examples: Sequence[Example]) -> list[Example]:
        """Those whose article is there still."""


class PuttingOffError(Exception):
    """The program ends: what is under way is not worth finishing."""


class Background:
    """When work that nobody waits for may go on: while no reader is being answered.

    It goes on in a thread of its own, with a pause behind every question. The system's priorities
    are left alone: a thread that is made to wait while it holds the interpreter holds up all.
    """

    def __init__(self) -> None:
        self._ends = threading.Event()
        self._busy: Callable[[], bool] = lambda: False

    def begin(self, busy: Callable[[], bool]) -> ThreadPoolExecutor:
        """The thread; ``busy`` tells whether readers wait."""
        self._ends.clear()
        self._busy = busy
        return ThreadPoolExecutor(1, "examples")

    def end(self) -> None:
        """What is under way ends at its next question."""
        self._ends.set()

    def unhurried(self, ask: AskAt) -> AskAt:
        """``ask`` with a pause behind every question, and only while no reader waits."""

        def asked(question: str, now: datetime) -> Outcome:
            while self._busy() and not self._ends.wait(_LOOK_AGAIN_S):
                pass
            if self._ends.is_set():
                raise PuttingOffError
            began = time.monotonic()
            outcome = ask(question, now)
            self._ends.wait(_REST * (time.monotonic() - began))
            return outcome

        return asked


class ExampleShelf:
    """Keeps examples at hand. ``revision`` is that of the corpus, and may wait for the disk."""

    def __init__(
        self, finder: Finder, background: Background, revision: Callable[[], int], zone: tzinfo
    ) -> None:
        self._finder = finder
        self._background = background
        self._revision = revision
        self._zone = zone
        self._examples: tuple[Example, ...] = ()
        self._of_revision: int | None = None
        self._made_at = -MAKE_EVERY_S

    def questions(self) -> tuple[str, ...]:
        """The questions that are ready; none where there are none yet."""
        return tuple(one.question for one in self._examples)

    @asynccontextmanager
    async def kept_fresh(
        self, busy: Callable[[], bool], every_s: float = LOOK_EVERY_S
    ) -> AsyncIterator[None]:
        """While the block lasts, examples are made; ``busy`` tells whether readers wait."""
        thread = self._background.begin(busy)
        task = asyncio.create_task(self._keep_fresh(thread, every_s))
        try:
            yield
        finally:
            self._background.end()
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
            await asyncio.to_thread(thread.shutdown)

    async def _keep_fresh(self, thread: ThreadPoolExecutor, every_s: float) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                await loop.run_in_executor(thread, self.refresh)
            except PuttingOffError:
                return
            except Exception:  # whatever it is, readers are answered without examples
                logger.exception("no examples could be made; trying again later")
            await asyncio.sleep(every_s)

    def refresh(self) -> None:
        """Make examples where there are none of this revision, unless some were made just now.

        Meanwhile those stand whose article does.
        """
        revision = self._revision()
        if revision == self._of_revision:
            return
        self._examples = tuple(self._finder.still_there(self._examples))
        if time.monotonic() - self._made_at < MAKE_EVERY_S:
            return
        self._made_at = time.monotonic()
        self._examples = tuple(self._finder.find(datetime.now(self._zone)))
        self._of_revision = revision
        logger.info("%d examples for /start are ready", len(self._examples))
