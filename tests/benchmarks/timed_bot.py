"""The bot as ``dateline run`` starts it, its state elsewhere; it tells when it worked on what."""

import time
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path

from bot.composition import open_desk
from bot.conversation import Conversation, Reply
from bot.limiter.windows import Limits
from bot.serving import run_bot
from bot.settings import Settings
from bot.settings_groups import AccessSettings, TelegramSettings
from bot.state.database import Database


@dataclass(frozen=True, slots=True)
class Timing:
    """When a chat's question began to be worked on and when the reply was there, in seconds on the
    monotonic clock, which all processes of a machine share."""

    began: float
    ended: float


class Timed:
    """A conversation whose replies are timed."""

    def __init__(self, conversation: Conversation) -> None:
        self.timings: dict[int, Timing] = {}
        self._conversation = conversation

    def reply(self, text: str, asked: datetime, chat: int, message: int | None) -> Reply:
        """The reply to a question."""
        began = time.monotonic()
        reply = self._conversation.reply(text, asked, chat, message)
        self.timings[chat] = Timing(began, time.monotonic())
        return reply


def settings_of(data_dir: Path, workers: int | None, *, close_reader: bool) -> Settings:
    """The settings of such a bot; the default number of workers where that is None."""
    return Settings(
        _env_file=None,
        data_dir=data_dir,
        access=AccessSettings(questions_a_minute=0, questions_a_day=0),
        health_listen="off",
        close_reader=close_reader,
        **({"workers": workers} if workers else {}),
    )


def serve(
    theirs: Connection, token: str, root: str, settings: Settings, state_dir: Path, limits: Limits
) -> None:
    """Serve until told to end, then send the timings."""
    telegram = TelegramSettings(token=token, base_url=root)
    settings = settings.model_copy(update={"telegram": telegram})
    desk = open_desk(settings)
    with Database(state_dir) as state:
        timed = Timed(desk.kept_conversation(state, settings.keep_days))
        run_bot(
            *(settings, timed, state, desk.index, desk.revision, desk.articles, desk.examples),
            limits=limits,
        )
    theirs.send(timed.timings)
