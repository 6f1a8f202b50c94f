"""``kill -9`` at random moments of answering, with readers asking and connections failing.

``SOAK_TRIALS`` in the environment makes it more kills than ten.
"""

import os
import random
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.state.database import FILE_NAME
from tests.botapi import BotApiServer, Person
from tests.faults.serving import PARTS, ended, start

KILLS = int(os.environ.get("SOAK_TRIALS", "10")) // 2
SEED = int(os.environ.get("SOAK_SEED", "7"))
ASKED_A_TIME = 12
READERS = 40
WITHIN_S = 300.0
ANSWER = re.compile(r"answer_(\d+)_part_(\d)")

Part = tuple[int, int]
"""Which question a message answers, and its place in the reply."""


class Readers:
    """Ask numbered questions, every fourth one of them long, and see what comes back."""

    def __init__(self, server: BotApiServer) -> None:
        self._server = server
        self._people = [server.user(2000 + number) for number in range(READERS)]
        self._asked = 0

    def ask(self) -> None:
        kind = "question" if self._asked % 4 else "long question"
        self._server.say(f"{kind} {self._asked}", self._of(self._asked))
        self._asked += 1

    def owed(self) -> list[Part]:
        """Every message that must come."""
        return [
            (number, part)
            for number in range(self._asked)
            for part in range(1 if number % 4 else PARTS)
        ]

    def got(self) -> Iterator[list[Part]]:
        """What each has got, in order."""
        for person in self._people:
            texts = [message.text for message in self._server.messages(person.id)]
            yield [(int(n), int(part)) for text in texts for n, part in ANSWER.findall(text)]

    def _of(self, number: int) -> Person:
        return self._people[number % READERS]


def plan_fault(server: BotApiServer, kind: int) -> None:
    """Something for the next messages to meet."""
    match kind:
        case 0:
            server.fail_next("sendMessage", 502, "Bad Gateway")
        case 1:
            server.drop_next("sendMessage")
        case 2:
            server.drop_answer_next("sendMessage")
        case 3:
            server.fail_next("sendMessage", 429, "Too Many Requests", retry_after=1)
        case _:
            server.drop_next("getUpdates")


def may_be_double(folder: Path) -> Counter[Part]:
    """What the journal says was sent without knowing whether it had arrived."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as db:
        rows = db.execute(
            "SELECT json_extract(payload, '$.message.text'), message FROM possible_doubles "
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
    readers, moments = Readers(server), random.Random(SEED)
    opening = "getUpdates" if mode == "polling" else "setWebhook"
    for trial in range(KILLS):
        opened, process = len(server.calls(opening)), start(server.token, root, mode, tmp_path)
        for _ in range(ASKED_A_TIME):
            readers.ask()
        await server.wait_until(lambda was=opened: len(server.calls(opening)) > was, WITHIN_S)
        plan_fault(server, trial % 5)
        seen, more = len(server.requests), moments.randrange(4, 16)
        await server.wait_until(lambda least=seen + more: len(server.requests) >= least, WITHIN_S)
        process.kill()
        assert await ended(process) == -9

    process = start(server.token, root, mode, tmp_path)
    owed = readers.owed()
    await server.wait_until(
        lambda: {part for parts in readers.got() for part in parts} == set(owed), WITHIN_S
    )
    process.terminate()
    assert await ended(process) == 0, (tmp_path / "bot.log").read_text(encoding="utf-8")
    await server.stop()

    got = Counter(part for parts in readers.got() for part in parts)
    doubles = got - Counter(owed)
    explained = may_be_double(tmp_path)
    print(f"{mode}: {len(owed)} messages, {doubles.total()} double, {explained.total()} in doubt")
    assert doubles <= explained
    for parts in readers.got():
        assert list(dict.fromkeys(parts)) == sorted(set(parts))
    assert set(stages(tmp_path)) == {"done"}
    assert server.violations == ()
    assert server.lost_updates == ()
