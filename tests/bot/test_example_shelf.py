"""Examples are made beside the answers to readers, and anew when the corpus changes."""

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pytest

from bot import example_shelf
from bot.example_shelf import Background, ExampleShelf
from retrieval.examples.choosing import Example
from tests.bot.samples import ASKED, refusal
from tests.bot.waiting import until

ONE, TWO = Example("Who sank?", "a"), Example("Who swam?", "b")


class Finder:
    """Finds what it is told to; keeps how often it was asked, and in which thread."""

    def __init__(self, *examples: Example) -> None:
        self.examples = list(examples)
        self.gone: set[str] = set()
        self.found = 0
        self.thread = ""
        self.fault: Exception | None = None

    def find(self, now: datetime) -> list[Example]:
        assert now.tzinfo is UTC
        self.found += 1
        self.thread = threading.current_thread().name
        if self.fault is not None:
            raise self.fault
        return self.examples

    def still_there(self, examples: Sequence[Example]) -> list[Example]:
        return [one for one in examples if one.article not in self.gone]


class Corpus:
    def __init__(self) -> None:
        self.now = 1

    def revision(self) -> int:
        return self.now


def a_shelf(finder: Finder, corpus: Corpus) -> ExampleShelf:
    return ExampleShelf(finder, Background(), corpus.revision, UTC)


def no_one() -> bool:
    return False


def test_until_some_are_made_there_are_none() -> None:
    shelf = a_shelf(Finder(ONE), Corpus())
    assert shelf.questions() == ()
    shelf.refresh()
    assert shelf.questions() == ("Who sank?",)


def test_they_are_made_once_a_revision(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(example_shelf, "MAKE_EVERY_S", 0.0)
    finder, corpus = Finder(ONE), Corpus()
    shelf = a_shelf(finder, corpus)
    shelf.refresh()
    shelf.refresh()
    assert finder.found == 1

    finder.examples, corpus.now = [TWO], 2
    shelf.refresh()

    assert shelf.questions() == ("Who swam?",)


def test_while_articles_keep_coming_in_those_stand_whose_article_does() -> None:
    finder, corpus = Finder(ONE, TWO), Corpus()
    shelf = a_shelf(finder, corpus)
    shelf.refresh()
    corpus.now, finder.gone = 2, {"a"}

    shelf.refresh()

    assert shelf.questions() == ("Who swam?",)
    assert finder.found == 1


async def test_they_are_made_in_a_thread_of_their_own() -> None:
    finder, corpus = Finder(ONE), Corpus()
    shelf = a_shelf(finder, corpus)

    async with shelf.kept_fresh(no_one, every_s=0.01):
        await until(shelf.questions)
        assert finder.found == 1
        corpus.now, finder.gone = 2, {"a"}
        await until(lambda: not shelf.questions())

    assert finder.thread.startswith("examples")


async def test_a_fault_is_logged_and_readers_go_without(caplog: pytest.LogCaptureFixture) -> None:
    finder = Finder(ONE)
    finder.fault = RuntimeError("no such table")
    shelf = a_shelf(finder, Corpus())

    async with shelf.kept_fresh(no_one, every_s=0.01):
        await until(lambda: caplog.records)

    assert shelf.questions() == ()
    assert caplog.records[0].levelno == logging.ERROR


async def test_while_a_reader_waits_nothing_is_asked() -> None:
    asked, busy = threading.Event(), [True]
    background = Background()

    def ask(question: str, now: datetime) -> object:
        asked.set()
        return refusal()

    with background.begin(lambda: busy[0]) as thread:
        waiting = thread.submit(background.unhurried(ask), "Who sank?", ASKED)
        assert not await asyncio.to_thread(asked.wait, 0.3)
        busy[0] = False
        assert await asyncio.wrap_future(waiting) == refusal()


async def test_behind_every_question_there_is_a_pause() -> None:
    background = Background()

    def ask(question: str, now: datetime) -> object:
        threading.Event().wait(0.05)
        return refusal()

    with background.begin(no_one) as thread:
        began_s = time.monotonic()
        for _ in range(2):
            thread.submit(background.unhurried(ask), "Who sank?", ASKED).result()

    assert time.monotonic() - began_s > 0.5


@pytest.mark.parametrize("busy", [lambda: True, no_one], ids=["waiting", "asking"])
async def test_the_end_of_the_program_waits_for_no_example(busy: Callable[[], bool]) -> None:
    background = Background()
    shelf = ExampleShelf(Slow(background), background, Corpus().revision, UTC)

    async with asyncio.timeout(5.0):
        async with shelf.kept_fresh(busy):
            await asyncio.sleep(0.05)

    assert shelf.questions() == ()


class Slow:
    """Asks without end."""

    def __init__(self, background: Background) -> None:
        self._ask = background.unhurried(lambda question, now: refusal())

    def find(self, now: datetime) -> list[Example]:
        while True:
            self._ask("Who sank?", now)

    def still_there(self, examples: Sequence[Example]) -> list[Example]:
        return []
