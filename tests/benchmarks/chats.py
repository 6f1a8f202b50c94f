"""Two hundred chats that ask at once, through a Bot API server, with the real models.

``python -m tests.benchmarks.chats DATA_DIR`` prints how long each waits for its answer: under
Telegram's limits, and without its thirty messages a second, which shows the bot's own. The state
is kept in a folder that goes away; the data folder is opened as ``dateline run`` does, which makes
models that are not there. Run it on an otherwise idle machine.
"""

import argparse
import asyncio
import logging
import multiprocessing
import os
import platform
import sqlite3
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from bot.limiter.windows import Limits, Window
from bot.settings import Settings
from index.database import FILE_NAME
from tests.benchmarks.timed_bot import Timing, serve, settings_of
from tests.botapi import TELEGRAM_LIMITS, BotApiServer, RateLimits

CHATS = 200
_TIMEOUT_S = 300.0
_HEAD = "workers,close reader,limit,p50,p95,longest,queued,models,sending,refused,signs".split(",")
_UNLIMITED = Window(1_000_000, 1.0)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How long each chat waited for its last message, in seconds, and where the time went.

    ``queued`` is from the question to its first try, ``worked`` what the models took, ``sent`` from
    the answer to its arrival.
    """

    waited: tuple[float, ...]
    queued: tuple[float, ...]
    worked: tuple[float, ...]
    sent: tuple[float, ...]
    refused: int
    typing: int
    drafts: int


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data_dir", type=Path)
    parser.add_argument("--workers", type=int, nargs="*", default=[1, None])
    parser.add_argument("--chats", type=int, default=CHATS)
    given = parser.parse_args()
    questions = questions_of(given.data_dir, given.chats)
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}; ",
        end="",
    )
    print(f"{given.chats} chats at once")
    print(f"| {' | '.join(_HEAD)} |")
    print(f"|{' --- |' * len(_HEAD)}")
    for workers, reader in [*((one, True) for one in given.workers), (None, False)]:
        settings = settings_of(given.data_dir, workers, close_reader=reader)
        for capped in (True, False):
            outcome = asyncio.run(_measured(settings, questions, capped=capped))
            print(_row(outcome, settings, capped=capped), flush=True)


def questions_of(data_dir: Path, count: int) -> list[str]:
    """Questions about articles spread over the corpus: each asks after a headline."""
    address = f"file:{data_dir / FILE_NAME}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as db:
        titles = [title for (title,) in db.execute("SELECT title FROM articles ORDER BY id")]
    step = max(1, len(titles) // count)
    return [f"What about {' '.join(title.split())}?"[:300] for title in titles[::step][:count]]


async def _measured(settings: Settings, questions: Sequence[str], *, capped: bool) -> Outcome:
    limits = Limits() if capped else Limits(overall=_UNLIMITED)
    server = BotApiServer(
        limits=TELEGRAM_LIMITS if capped else RateLimits(None, TELEGRAM_LIMITS.chat)
    )
    root = await server.start()
    readers = [server.user(2000 + number) for number in range(len(questions))]
    ours, theirs = multiprocessing.Pipe()
    with tempfile.TemporaryDirectory() as state:
        child = multiprocessing.get_context("spawn").Process(
            target=serve, args=(theirs, server.token, root, settings, Path(state), limits)
        )
        child.start()
        try:
            await server.wait_until(lambda: server.calls("getUpdates"), _TIMEOUT_S)
            began = time.monotonic()
            for reader, question in zip(readers, questions, strict=True):
                server.say(question, reader)
            arrived = await _arrivals(server, [reader.id for reader in readers])
        finally:
            child.terminate()
            timings = await asyncio.to_thread(_received, ours)
            await asyncio.to_thread(child.join)
    refused = len(server.refusals)
    outcome = _outcome(began, arrived, timings, refused, server)
    await server.stop()
    return outcome


async def _arrivals(server: BotApiServer, chats: Sequence[int]) -> dict[int, float]:
    """When each chat's last message was there."""
    seen, arrived = 0, dict.fromkeys(chats, 0.0)

    def all_there() -> bool:
        nonlocal seen
        sent = server.requests[seen:]
        seen += len(sent)
        now = time.monotonic()
        for request in sent:
            if request.method == "sendMessage":
                arrived[int(str(request.params["chat_id"]))] = now
        return all(server.messages(chat) for chat in chats if arrived[chat]) and all(
            arrived.values()
        )

    await server.wait_until(all_there, _TIMEOUT_S)
    return arrived


def _received(ours: Connection) -> dict[int, Timing]:
    received: dict[int, Timing] = ours.recv()
    return received


def _outcome(
    began: float,
    arrived: dict[int, float],
    timings: dict[int, Timing],
    refused: int,
    server: BotApiServer,
) -> Outcome:
    return Outcome(
        tuple(sorted(when - began for when in arrived.values())),
        tuple(sorted(timings[chat].began - began for chat in arrived)),
        tuple(sorted(timings[chat].ended - timings[chat].began for chat in arrived)),
        tuple(sorted(arrived[chat] - timings[chat].ended for chat in arrived)),
        refused,
        len(server.calls("sendChatAction")),
        len(server.calls("sendMessageDraft")),
    )


def _row(outcome: Outcome, settings: Settings, *, capped: bool) -> str:
    cells = [
        str(settings.workers),
        "yes" if settings.close_reader else "no",
        "30/s" if capped else "none",
        *(f"{_share(outcome.waited, share):.2f} s" for share in (0.5, 0.95, 1.0)),
        *(
            f"{_share(times, 0.5):.2f}, {_share(times, 0.95):.2f} s"
            for times in (outcome.queued, outcome.worked, outcome.sent)
        ),
        str(outcome.refused),
        f"{outcome.typing} typing, {outcome.drafts} drafts",
    ]
    return f"| {' | '.join(cells)} |"


def _share(times: Sequence[float], share: float) -> float:
    return times[min(len(times) - 1, int(len(times) * share))]


if __name__ == "__main__":
    logging.disable(logging.INFO)
    main()
