"""The real bot beside a Bot API server, by polling or by webhook, in the loop of the test."""

import socket
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.example_shelf import ExampleShelf
from bot.inline.inline_queries import FindsArticles
from bot.limiter.windows import Limits, Window
from bot.operators.admin import Corpus
from bot.serving import UPDATES, Service
from bot.settings import Settings
from bot.settings_groups import AccessSettings, TelegramSettings
from bot.state.database import Database
from bot.telegram.attempts import Replying
from tests.bot.samples import FakeIndex, summary
from tests.botapi import BotApiServer, Chat, Message, Person, RateLimits
from tests.botapi.limits import Window as ServersWindow

MODES = ("polling", "webhook")
SECRET = "a-secret_1"
_ANSWER_WITHIN_S = 30.0
TEN_TIMES_AS_FAST = Limits(Window(30, 0.1), Window(3, 0.3), Window(20, 6.0))
"""Telegram's limits, in a tenth of the time."""
EVERYBODY = AccessSettings(questions_a_minute=0, questions_a_day=0)
"""Whoever asks, however often."""


@dataclass(slots=True)
class Stage:
    """A server with a bot on it, one reader, and what the bot keeps."""

    server: BotApiServer
    reader: Person
    hook: str
    state: Database

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
    conversation: Replying | Callable[[Database], Replying],
    mode: str = "polling",
    updates: Sequence[str] = UPDATES,
    *,
    folder: Path | None = None,
    server: BotApiServer | None = None,
    answer_within_s: float = 20.0,
    corpus: Corpus | None = None,
    access: AccessSettings = EVERYBODY,
    limits: Limits = TEN_TIMES_AS_FAST,
    articles: FindsArticles | None = None,
    examples: ExampleShelf | None = None,
) -> AsyncIterator[Stage]:
    """A bot with this conversation that has set its profile and takes updates.

    The conversation may be made from its state, which is kept in ``folder``, or else nowhere for
    long. A ``server`` that is given goes on; one that is not holds the bot to the limits that it
    knows.
    """
    stays = server is not None
    server = server or BotApiServer(limits=held_to(limits))
    root = server.root or await server.start()
    corpus = corpus or FakeIndex(summary())
    with TemporaryDirectory() as passing, Database(folder or Path(passing)) as state:
        settings = settings_of(server.token, root, mode, access=access)
        if callable(conversation):
            conversation = conversation(state)
        with ThreadPoolExecutor(2) as executor:
            service = Service(
                *(settings, conversation, executor, state, corpus, lambda: 1),
                *(answer_within_s, limits, articles, examples),
            )
            async with service.running(updates):
                reader = server.user(1001, "Rea")
                yield Stage(server, reader, settings.telegram.webhook_url or "", state)
    if not stays:
        await server.stop()


def settings_of(token: str, root: str, mode: str, **more: object) -> Settings:
    """The settings of a bot on loopback, its webhook on a free port."""
    port = free_port()
    telegram = TelegramSettings(
        token=token,
        base_url=root,
        mode=mode,
        webhook_url=f"http://127.0.0.1:{port}/hook",
        listen=f"127.0.0.1:{port}",
        secret=SECRET,
    )
    return Settings(_env_file=None, telegram=telegram, **{"health_listen": "off", **more})


def assert_clean(server: BotApiServer) -> None:
    """The bot sent nothing that Telegram refuses, drops or mangles, and lost no update.

    Whatever it was seen to write, it sent.
    """
    assert server.violations == ()
    assert server.unfinished_drafts == ()
    assert server.refusals == ()
    assert server.lost_updates == ()


def as_seen(message: Message) -> str:
    """A message as a reviewer reads it: the text, then what is marked in it and where it leads."""
    marks = [
        f"{entity.type}: {entity.of(message.text)!r}" + (f" → {entity.url}" if entity.url else "")
        for entity in message.entities
    ]
    return "\n".join([message.text, "", *marks])


def with_buttons(message: Message) -> str:
    """The same with the buttons below it, row after row; what opens an address shows it."""
    rows = message.reply_markup.inline_keyboard if message.reply_markup else []
    shown = [
        " ".join(f"[{one.text}]" + (f"({one.url})" if one.url else "") for one in row)
        for row in rows
    ]
    return "\n".join([as_seen(message), "", *shown])
