"""A bot in a process of its own, with a quick conversation instead of a model.

The process is forked from one that has loaded everything, so it is there at once.
"""

import asyncio
import logging
import multiprocessing
import time
from datetime import datetime
from multiprocessing.process import BaseProcess
from pathlib import Path

from bot.conversation import Reply, Said
from bot.serving import run_bot
from bot.state.database import Database
from tests.bot.samples import FakeIndex, summary
from tests.end_to_end.telegram_stage import EVERYBODY, settings_of

PARTS = 3
_FORKING = multiprocessing.get_context("forkserver")
_FORKING.set_forkserver_preload(["tests.faults.serving"])


class Echo:
    """Answers ``question 7`` with ``answer_7_part_0``, ``long question 7`` in three messages.

    Each is one word, so that none is cut.
    """

    def reply(self, text: str, asked: datetime, chat: int | None, message: int | None) -> Reply:
        number = int(text.split()[-1])
        time.sleep(number % 5 / 1000)
        if not text.startswith("long"):
            return Said(f"answer_{number}_part_0")
        lines = [f"{'x' * 3000}answer_{number}_part_{part}" for part in range(PARTS)]
        return Said("\n".join(lines))


def serve(token: str, root: str, mode: str, folder: Path) -> None:
    """What ``dateline run`` does."""
    logging.basicConfig(filename=folder / "bot.log", level="INFO", force=True)
    with Database(folder) as state:
        settings = settings_of(token, root, mode, access=EVERYBODY)
        run_bot(settings, Echo(), state, FakeIndex(summary()), lambda: 1)


def start(token: str, root: str, mode: str, folder: Path) -> BaseProcess:
    """Start a bot whose state is kept in ``folder``."""
    process = _FORKING.Process(target=serve, args=(token, root, mode, folder))
    process.start()
    return process


async def ended(process: BaseProcess, within_s: float = 60.0) -> int | None:
    """How a process has ended, without holding up the event loop; one that goes on is killed."""
    await asyncio.to_thread(process.join, within_s)
    if process.exitcode is None:
        process.kill()
        await asyncio.to_thread(process.join)
    return process.exitcode
