"""Tells whoever looks after the bot how it is: ``/healthz`` and ``/readyz``, on loopback."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from typing import TypeVar

from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.settings_names import SettingsError
from bot.state.entries import Counts
from bot.state.journal import Journal
from bot.telegram.listening import listen_on
from index.errors import DatelineError

logger = logging.getLogger(__name__)

POLLED_WITHIN_S = 60.0
_LOOK_WITHIN_S = 4.0

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Condition:
    """How the bot is.

    ``index`` says that the index was verified when it was opened and still reads, ``revision`` is
    its revision on disk. ``last_poll_s`` are the seconds since Telegram last answered a poll, None
    before that and by webhook; ``receiving`` says that updates come in, by either.
    """

    model: bool
    index: bool
    revision: int | None
    receiving: bool
    last_poll_s: float | None
    journal: Counts | None

    @property
    def ready(self) -> bool:
        """Whether a question asked now is answered."""
        return self.model and self.index and self.receiving and self.journal is not None


class Vitals:
    """Looks how the bot is. ``revision`` reads the index on disk, or raises a DatelineError."""

    def __init__(
        self,
        journal: Journal,
        revision: Callable[[], int],
        silence_s: Callable[[], float | None] = lambda: None,
    ) -> None:
        self.by_webhook = False
        """Whether Telegram knows where to send updates."""
        self._journal = journal
        self._revision = revision
        self._silence_s = silence_s

    def look(self) -> Condition:
        """How the bot is now. Waits for the disk. The model was loaded before anything else."""
        silence_s = self._silence_s()
        return Condition(
            model=True,
            index=(revision := _or_none(self._revision)) is not None,
            revision=revision,
            receiving=self.by_webhook or (silence_s is not None and silence_s < POLLED_WITHIN_S),
            last_poll_s=None if silence_s is None else round(silence_s, 1),
            journal=_or_none(self._journal.counts),
        )


class HealthHandler(RequestHandler):
    """Alive: the event loop turns."""

    def get(self) -> None:
        """200, always."""
        self.finish({"alive": True})


class ReadyHandler(RequestHandler):
    """Ready: a question asked now is answered."""

    def initialize(self, vitals: Vitals) -> None:
        """Called by tornado with what :func:`serve_health` was given."""
        self._vitals = vitals

    async def get(self) -> None:
        """200 where it is, else 503, with what there is to know."""
        try:
            async with asyncio.timeout(_LOOK_WITHIN_S):
                condition = await asyncio.to_thread(self._vitals.look)
        except TimeoutError:
            self.set_status(503)
            self.finish({"ready": False, "why": "the disk does not answer"})
            return
        self.set_status(200 if condition.ready else 503)
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps({"ready": condition.ready, **asdict(condition)}))


@asynccontextmanager
async def serve_health(listen: str, vitals: Vitals) -> AsyncIterator[None]:
    """Serve both on ``listen`` (host and port, or ``off``).

    Where one cannot listen there, that is logged: readers are answered all the same.
    """
    application = Application(
        [(r"/healthz", HealthHandler), (r"/readyz", ReadyHandler, {"vitals": vitals})],
        log_function=lambda handler: None,
    )
    server = HTTPServer(application)
    if listen != "off":
        try:
            listen_on(server, listen, "DATELINE_HEALTH_LISTEN")
        except SettingsError as error:
            logger.warning("%s", error)
    try:
        yield
    finally:
        server.stop()
        await server.close_all_connections()


def _or_none(look: Callable[[], Found]) -> Found | None:
    try:
        return look()
    except DatelineError as error:
        logger.error("not ready: %s", error)
        return None
