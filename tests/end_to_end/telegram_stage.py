"""The real bot beside a Bot API server, by polling or by webhook, in the loop of the test."""

import socket
from collections.abc import AsyncIterator, Hashable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.conversation import Reply
from bot.door import Door
from bot.limiter.windows import Limits, Window
from bot.settings import Settings
from bot.settings_groups import TelegramSettings
from bot.telegram_app import App, build_app
from bot.telegram_handlers import Handlers, set_profile
from tests.botapi import BotApiServer, Chat, Message, Person, RateLimits
from tests.botapi.limits import Window as ServersWindow

MODES = ("polling", "webhook")
SECRET = "a-secret_1"
_ANSWER_WITHIN_S = 30.0
TEN_TIMES_AS_FAST = Limits(Window(30, 0.1), Window(3, 0.3), Window(20, 6.0))
"""Telegram's limits, in a tenth of the time."""


class Replying(Protocol):
    """What the handlers ask of a conversation."""

    def reply(self, text: str, asked: datetime, chat: Hashable) -> Reply: ...


@dataclass(slots=True)
class Stage:
    """A server with a bot on it, and one reader; how many of their messages are answered."""

    server: BotApiServer
    reader: Person
    hook: str

    async def told(
        self, *texts: str, user: Person | None = None, chat: Chat | None = None
    ) -> tuple[Message, ...]:
        """Say these one after the other, each once the one before is answered; the answers."""
        user = user or self.reader
        place = chat.id if chat else user.id
        before = len(self.server.messages(place))
        for count, text in enumerate(texts, before + 1):
            self.server.say(text, user, chat)
            await self.server.wait_for_messages(place, count, _ANSWER_WITHIN_S)
        return self.server.messages(place)[before:]

    async def messages(self, count: int, user: Person | None = None) -> tuple[Message, ...]:
        """The bot's messages to a reader, once there are so many."""
        reader = user or self.reader
        return await self.server.wait_for_messages(reader.id, count, _ANSWER_WITHIN_S)


def held_to(limits: Limits) -> RateLimits:
    """A server's own limits that are these."""
    windows = (limits.overall, limits.chat, limits.group)
    return RateLimits(*(ServersWindow(one.count, one.period_s) for one in windows))


def free_port() -> int:
    """A port on loopback that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def on_stage(
    conversation: Replying,
    mode: str = "polling",
    updates: Sequence[str] = ("message",),
    *,
    door: Door | None = None,
    limits: Limits = TEN_TIMES_AS_FAST,
) -> AsyncIterator[Stage]:
    """A bot with this conversation that has set its profile and takes updates.

    The server holds it to the limits that it knows.
    """
    server = BotApiServer(limits=held_to(limits))
    root = await server.start()
    port = free_port()
    telegram = TelegramSettings(
        token=server.token,
        base_url=root,
        mode=mode,
        webhook_url=f"http://127.0.0.1:{port}/hook",
        listen=f"127.0.0.1:{port}",
        secret=SECRET,
    )
    settings = Settings(_env_file=None, telegram=telegram)
    with ThreadPoolExecutor(2) as executor:
        handlers = Handlers(conversation, executor, settings.old_after_days, settings.zone, door)
        app = build_app(settings, handlers, limits)
        async with app:
            await set_profile(app.bot)
            await _take_updates(app, settings, port, list(updates))
            await app.start()
            yield Stage(server, server.user(1001, "Rea"), f"http://127.0.0.1:{port}/hook")
            await app.updater.stop()
            await app.stop()
            await handlers.stop()
    await server.stop()


async def _take_updates(app: App, settings: Settings, port: int, updates: list[str]) -> None:
    assert app.updater is not None
    if settings.telegram.mode == "polling":
        await app.updater.start_polling(allowed_updates=updates)
        return
    await app.updater.start_webhook(
        listen="127.0.0.1",
        port=port,
        url_path="hook",
        webhook_url=settings.telegram.webhook_url,
        secret_token=SECRET,
        allowed_updates=updates,
    )


def assert_clean(server: BotApiServer) -> None:
    """The bot sent nothing that Telegram refuses, drops or mangles, and lost no update."""
    assert server.violations == ()
    assert server.refusals == ()
    assert server.lost_updates == ()


def as_seen(message: Message) -> str:
    """A message as a reviewer reads it: the text, then what is marked in it and where it leads."""
    marks = [
        f"{entity.type}: {entity.of(message.text)!r}" + (f" → {entity.url}" if entity.url else "")
        for entity in message.entities
    ]
    return "\n".join([message.text, "", *marks])
