"""``kill -9`` at random moments of answering, with readers at work and connections failing.

They ask, edit what they asked, press buttons and talk in groups. ``SOAK_TRIALS`` in the environment
makes it more kills than ten.
"""

import os
import random
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from bot.state.database import FILE_NAME
from tests.botapi import BotApiServer
from tests.faults.load import Load, Part
from tests.faults.serving import ended, start

KILLS = int(os.environ.get("SOAK_TRIALS", "10")) // 2
SEED = int(os.environ.get("SOAK_SEED", "7"))
WITHIN_S = 120.0
MESSAGES = ("sendMessage", "editMessageText")


def plan_fault(server: BotApiServer, kind: int) -> None:
    """Something for the next messages to meet."""
    for method in MESSAGES:
        match kind:
            case 0:
                server.fail_next(method, 502, "Bad Gateway")
            case 1:
                server.drop_next(method)
            case 2:
                server.drop_answer_next(method)
            case 3:
                server.fail_next(method, 429, "Too Many Requests", retry_after=1)
            case 4:
                server.timeout_next(method)
            case _:
                server.drop_next("getUpdates" if method == MESSAGES[0] else "answerCallbackQuery")


def may_be_double(folder: Path) -> Counter[Part]:
    """What the journal says was sent without knowing whether it had arrived."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as db:
        rows = db.execute(
            "SELECT coalesce(json_extract(payload, '$.message.text'), "
            "json_extract(payload, '$.edited_message.text')), message FROM possible_doubles "
            "JOIN updates ON seq = of_update"
        ).fetchall()
    return Counter((int(text.split()[-1]), message) for text, message in rows)


def stages(folder: Path) -> Counter[str]:
    with closing(sqlite3.connect(folder / FILE_NAME)) as db:
        return Counter(stage for (stage,) in db.execute("SELECT stage FROM updates"))


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_every_question_is_answered_in_order_and_every_double_is_explained(
    tmp_path: Path, mode: str
) -> None:
    server = BotApiServer(webhook_attempts=10_000)
    root = await server.start()
    load, moments = Load(server), random.Random(SEED)
    opening = "getUpdates" if mode == "polling" else "setWebhook"
    for trial in range(KILLS):
        opened, process = len(server.calls(opening)), start(server.token, root, mode, tmp_path)
        load.go_on()
        await server.wait_until(lambda was=opened: len(server.calls(opening)) > was, WITHIN_S)
        plan_fault(server, trial % 6)
        seen, more = len(server.requests), moments.randrange(4, 60)
        await server.wait_until(lambda least=seen + more: len(server.requests) >= least, WITHIN_S)
        process.kill()
        assert await ended(process) == -9

    process = start(server.token, root, mode, tmp_path)
    try:
        await server.wait_until(lambda: load.all_there() and not server.unanswered, WITHIN_S)
    except TimeoutError as error:
        raise AssertionError(load.missing(), server.unanswered) from error
    process.terminate()
    assert await ended(process) == 0, (tmp_path / "bot.log").read_text(encoding="utf-8")
    await server.stop()

    owed, got = load.owed(), Counter(part for parts in load.got() for part in parts)
    doubles, explained = got - Counter(owed), may_be_double(tmp_path)
    print(
        f"{mode}: {KILLS} kills, {len(owed)} messages, {load.edits} edits, {load.presses} presses; "
        f"{doubles.total()} double, {explained.total()} in doubt"
    )
    assert doubles <= explained
    assert load.in_order()
    assert load.astray() == 0
    assert set(stages(tmp_path)) == {"done"}
    assert server.violations == ()
    assert server.lost_updates == ()
