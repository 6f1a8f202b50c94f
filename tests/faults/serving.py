"""A bot in a process of its own, with a quick conversation instead of a model.

The process is forked from one that has loaded everything, so it is there at once.
"""

import asyncio
import logging
import multiprocessing
from multiprocessing.process import BaseProcess
from pathlib import Path

from bot.serving import run_bot
from bot.state.database import Database
from tests.end_to_end.telegram_stage import EVERYBODY, settings_of
from tests.faults.reports import Reports, Telling

ANSWER_WITHIN_S = 0.5
"""Short, so that a request whose answer never comes is made again before the next kill."""
_FORKING = multiprocessing.get_context("forkserver")
_FORKING.set_forkserver_preload(["tests.faults.serving"])


def serve(token: str, root: str, mode: str, folder: Path) -> None:
    """What ``dateline run`` does."""
    logging.basicConfig(filename=folder / "bot.log", level="INFO", force=True)
    with Database(folder) as state:
        settings = settings_of(token, root, mode, access=EVERYBODY)
        run_bot(
            *(settings, Telling(state), state, Reports(), lambda: 1),
            answer_within_s=ANSWER_WITHIN_S,
        )


def start(token: str, root: str, mode: str, folder: Path) -> BaseProcess:
    """Start a bot whose state is kept in ``folder``."""
    process = _FORKING.Process(target=serve, args=(token, root, mode, folder), daemon=True)
    process.start()
    return process


async def ended(process: BaseProcess, within_s: float = 60.0) -> int | None:
    """How a process has ended, without holding up the event loop; one that goes on is killed."""
    await asyncio.to_thread(process.join, within_s)
    if process.exitcode is None:
        process.kill()
        await asyncio.to_thread(process.join)
    return process.exitcode
