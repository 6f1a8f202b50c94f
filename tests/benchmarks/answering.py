"""Start-up, answer times and memory on this machine: ``make bench``.

Every figure comes from the real command on the seed corpus, the median of several runs and the
slowest of them. Run it on an otherwise idle machine.
"""

import asyncio
import os
import platform
import pty
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bot.composition import open_desk, open_index_room
from bot.settings import Settings
from index.readers.folders import read_articles
from tests.botapi import BotApiServer

ROOT = Path(__file__).parents[2]
QUESTIONS = (
    "What did Xi assure Putin of?",
    "How much was trade between China and Russia worth last year?",
    "Which two cities does the new bridge link?",
    "В чём Си заверил Путина?",
    "Who won the World Cup?",
)
_COMMAND = [sys.executable, "-m", "bot"]


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(data_dir=Path(folder))
        began = time.perf_counter()
        room = open_index_room(settings)
        room.indexer.index(read_articles([ROOT / "seeds"], {}))
        room.finish()
        first = time.perf_counter() - began
        ours = "DATELINE_"
        environment = {name: value for name, value in os.environ.items() if ours not in name}
        environment["DATELINE_DATA_DIR"] = folder
        print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
        print(f"model converted, seeds indexed, first time  {first:6.1f} s")
        _report("dateline --help", "s", 5, lambda: _timed([*_COMMAND, "--help"], environment))
        ask = [*_COMMAND, "ask", QUESTIONS[0]]
        _report("dateline ask, cold", "s", 5, lambda: _timed(ask, environment))
        _report("installed tree to first prompt", "s", 3, lambda: _to_prompt(environment))
        _answer_times(settings)
        print(f"{'the bot, after 25 answers':43} {asyncio.run(_bot_memory(environment)):6.0f} MB")


def _answer_times(settings: Settings) -> None:
    desk = open_desk(settings)
    now = datetime.now(UTC)
    taken = sorted(desk.service.ask(QUESTIONS[i % 5], now).took_ms for i in range(200))
    middle, slow = taken[len(taken) // 2], taken[int(len(taken) * 0.95)]
    print(f"{'dateline ask, warm (200 questions)':43} {middle:6.1f} ms p50, {slow:.1f} ms p95")


def _report(name: str, unit: str, runs: int, measure: Callable[[], float]) -> None:
    taken = [measure() for _ in range(runs)]
    print(f"{name:43} {statistics.median(taken):6.2f} {unit} median, {max(taken):.2f} slowest")


def _timed(command: list[str], environment: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, env=environment, cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - began


def _to_prompt(environment: dict[str, str]) -> float:
    """Seconds from `make run` to the prompt, in a terminal of its own."""
    command = f"cd '{ROOT}' && {sys.executable} -m bot index seeds && {sys.executable} -m bot run"
    began = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.execve("/bin/sh", ["sh", "-c", command], environment)
    shown = b""
    while b"You: " not in shown:
        shown += os.read(terminal, 4096)
    taken = time.perf_counter() - began
    os.write(terminal, b"\x04")
    os.waitpid(process, 0)
    os.close(terminal)
    return taken


async def _bot_memory(environment: dict[str, str]) -> float:
    """Resident megabytes of the running bot after it has answered."""
    server = BotApiServer()
    root = await server.start()
    telegram = {"DATELINE_TELEGRAM__TOKEN": server.token, "DATELINE_TELEGRAM__BASE_URL": root}
    bot = await asyncio.create_subprocess_exec(
        *_COMMAND, "run", env={**environment, **telegram}, cwd=ROOT, stderr=subprocess.DEVNULL
    )
    try:
        reader = server.user(1)
        for i in range(25):
            server.say(QUESTIONS[i % 5], reader)
        await server.wait_for_messages(1, 25, timeout_s=60)
        return _resident_mb(bot.pid)
    finally:
        bot.terminate()
        await bot.wait()
        await server.stop()


def _resident_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    (line,) = [line for line in status.splitlines() if line.startswith("VmRSS")]
    return int(line.split()[1]) / 1000


if __name__ == "__main__":
    main()
