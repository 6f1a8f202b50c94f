"""The server: built here from its parts."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from tests.botapi.answering import Answering
from tests.botapi.directory import Directory
from tests.botapi.dispatch import Dispatcher, handlers
from tests.botapi.editing import Editing
from tests.botapi.faults import Faults
from tests.botapi.hosts import Hosts
from tests.botapi.http import InFlight, make_application
from tests.botapi.intake import Intake
from tests.botapi.limits import FloodControl, RateLimits
from tests.botapi.lookup import Lookup
from tests.botapi.messages import Conversations
from tests.botapi.mishaps import Mishaps
from tests.botapi.outgoing import Outgoing
from tests.botapi.people import Person
from tests.botapi.presses import Presses
from tests.botapi.profile import Profile
from tests.botapi.record import Record
from tests.botapi.sending import Sending
from tests.botapi.updates import UpdateQueue
from tests.botapi.visitors import Visitors
from tests.botapi.watch import Watch
from tests.botapi.webhook import WebhookSender
from tests.botapi.world import World

DEFAULT_TOKEN = "42:TEST-token"


class BotApiServer(Watch, Hosts, Visitors, Presses, Mishaps):
    """A Bot API server on 127.0.0.1 that refuses what Telegram refuses.

    `clock` counts seconds for the rate limits.
    """

    def __init__(
        self,
        token: str = DEFAULT_TOKEN,
        *,
        username: str = "dateline_test_bot",
        limits: RateLimits | None = None,
        clock: Callable[[], float] = time.monotonic,
        allow_http_webhooks: bool = True,
        webhook_attempts: int = 6,
    ) -> None:
        self.token = token
        self.root = ""
        """The root address, once it listens."""
        self.bot = Person(int(token.partition(":")[0]), "Dateline", None, username, is_bot=True)
        self._changed = asyncio.Event()
        self._world = world = _world(
            self.bot, FloodControl(limits or RateLimits(), clock), webhook_attempts
        )
        self.profile = Profile(self.bot.first_name, world.directory)
        table = handlers(
            world.sending,
            world.editing,
            world.answering,
            self.profile,
            Intake(world.queue, world.sender, allow_http_webhooks),
            Lookup(world.directory),
        )
        self._in_flight = InFlight()
        dispatcher = Dispatcher(table, world.faults, world.record, self._ring)
        self._http = HTTPServer(make_application(token, dispatcher, self._in_flight))

    async def start(self, port: int = 0) -> str:
        """Listen, and return the root address; PTB's `base_url` is that plus "/bot"."""
        sockets = bind_sockets(port, "127.0.0.1")
        self._http.add_sockets(sockets)
        self.root = f"http://127.0.0.1:{sockets[0].getsockname()[1]}"
        return self.root

    async def stop(self) -> None:
        """Let go of everyone who waits, and close."""
        self._http.stop()
        await self._world.sender.stop()
        await self._in_flight.cancel()
        await self._http.close_all_connections()


def _world(bot: Person, flood: FloodControl, webhook_attempts: int) -> World:
    """A world in which nobody is yet."""
    record, directory, conversations = Record(), Directory(bot), Conversations()
    outgoing = Outgoing(record, bot.username or "")
    queue = UpdateQueue()
    return World(
        record=record,
        directory=directory,
        conversations=conversations,
        sending=Sending(directory, conversations, flood, outgoing),
        editing=Editing(directory, conversations, flood, outgoing),
        answering=Answering(outgoing),
        queue=queue,
        sender=WebhookSender(queue, webhook_attempts),
        faults=Faults(),
        flood=flood,
    )
