"""A bot that runs answers from what is indexed meanwhile, and forgets what is removed."""

import asyncio
import json
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.composition import open_desk
from bot.settings import Settings
from index.database import FILE_NAME
from tests.end_to_end.command_line import CommandLine, ended
from tests.end_to_end.telegram_stage import assert_clean, on_stage

pytestmark = pytest.mark.model

QUESTION = "How many lorries did the ferry Halvard carry?"
FERRY = {
    "url": "https://brenholm.example/ferry",
    "title": "Ferry Halvard back at sea",
    "text": "The ferry Halvard carried 40 lorries to Brenholm on its first day back at sea.",
    "published": "2021-05-02",
}
MANY = 200


@pytest.fixture
def data(seed_data: Path, tmp_path: Path) -> Path:
    """An empty data folder, but for the models."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "models").symlink_to((seed_data / "models").resolve())
    return folder


async def test_a_running_bot_takes_in_a_new_article_a_changed_one_and_a_removal(
    dateline: CommandLine, data: Path, tmp_path: Path
) -> None:
    file = tmp_path / "ferry.json"
    other = {"url": "https://brenholm.example/x", "title": "Comet", "text": "A comet was seen."}
    file.write_text(json.dumps(other))

    async def run(*arguments: object) -> None:
        ran = await asyncio.to_thread(dateline, *arguments, "--data-dir", data)
        assert ran.code == 0

    await run("index", file)
    async with on_stage(open_desk(Settings(_env_file=None, data_dir=data)).conversation) as stage:
        (before,) = await stage.told(QUESTION)
        file.write_text(json.dumps([other, FERRY]))
        await run("index", file)
        (new,) = await stage.told(QUESTION)
        file.write_text(json.dumps([other, FERRY | {"text": FERRY["text"].replace("40", "75")}]))
        await run("index", file)
        (changed,) = await stage.told(QUESTION)
        await run("remove", FERRY["url"])
        (after,) = await stage.told(QUESTION)
        assert_clean(stage.server)

    assert "lorries" not in before.text
    assert "carried 40 lorries" in new.text
    assert "carried 75 lorries" in changed.text
    assert "carried 40" not in changed.text
    assert "lorries" not in after.text


@pytest.fixture
def interruptible() -> Iterator[None]:
    """What is started in the background by a shell is not; nor are its own processes, then."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
async def test_a_run_that_is_interrupted_says_so_and_the_next_goes_on(
    dateline: CommandLine, data: Path, tmp_path: Path
) -> None:
    def stored() -> int:
        if not (data / FILE_NAME).exists():
            return 0
        with closing(sqlite3.connect(data / FILE_NAME)) as db:
            return int(db.execute("SELECT count(*) FROM articles").fetchone()[0])

    def wait_for_articles() -> None:
        while running.returncode is None and not stored():
            time.sleep(0.05)

    news = tmp_path / "news.jsonl"
    lines = (
        FERRY | {"url": f"https://brenholm.example/{day}", "text": f"{FERRY['text']} Day {day}."}
        for day in range(MANY)
    )
    news.write_text("\n".join(map(json.dumps, lines)))

    running = await dateline.start("index", news, "--data-dir", data)
    await asyncio.to_thread(wait_for_articles)
    running.send_signal(signal.SIGINT)
    ran = await ended(running)

    assert ran.code == 130
    assert "the same command goes on" in ran.err
    assert "Traceback" not in ran.err
    written = stored()
    assert 0 < written < MANY
    assert dateline("verify", "--data-dir", data).code == 0
    (report,) = dateline("index", news, "--data-dir", data, "--json").objects
    assert report["new"] == MANY - written
    assert report["unchanged"] == written
    assert dateline("verify", "--data-dir", data).code == 0
