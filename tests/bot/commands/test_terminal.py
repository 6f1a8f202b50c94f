"""The conversation over standard input, and at a terminal."""

import io
import json
import os
import pty
import select
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.commands.terminal import HOW_TO_GET_A_TOKEN, run_terminal
from bot.conversation import Conversation
from bot.words import texts
from bot.words.refusal_texts import refusal_lines
from tests.bot.samples import FakeIndex, FakeService, refusal, summary

ROOT = Path(__file__).parents[3]
LONGEST_S = 60.0
REFUSED = "\n".join(refusal_lines(refusal()))
SESSION = """
from bot.conversation import Conversation
from bot.commands.terminal import run_terminal
from tests.bot.samples import FakeIndex, FakeService, summary
run_terminal(Conversation(FakeService(), FakeIndex(summary())), 7)
"""


def chat(
    monkeypatch: pytest.MonkeyPatch, lines: bytes, *, as_json: bool = False, encoding: str = "utf-8"
) -> FakeService:
    """Put these lines to a conversation; returns the service, which has kept what it was asked."""
    service = FakeService()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines), encoding=encoding))
    run_terminal(Conversation(service, FakeIndex(summary())), 7, as_json=as_json)
    return service


def asked(service: FakeService) -> list[str]:
    return [question for question, _ in service.asked]


def test_each_line_is_a_question_and_blank_ones_are_passed_over(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    service = chat(monkeypatch, b"Who sank?\n\n  \t\nWho swam?\r\nWho won?")

    assert asked(service) == ["Who sank?", "Who swam?", "Who won?"]
    assert capsys.readouterr().out.count(REFUSED) == 3


def test_replies_stand_apart_without_a_prompt(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    chat(monkeypatch, b"Who sank?\n/privacy\n")

    assert capsys.readouterr().out == f"{REFUSED}\n\n{texts.privacy(None)}\n\n"


def test_questions_are_asked_as_of_today(monkeypatch: pytest.MonkeyPatch) -> None:
    before = datetime.now(UTC)
    ((_, asked),) = chat(monkeypatch, b"Who sank?\n").asked

    assert before <= asked <= datetime.now(UTC)


def test_json_is_one_object_a_line_in_the_readers_own_letters(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    chat(monkeypatch, b"Who sank?\n\n/help\n", as_json=True)

    first, second = capsys.readouterr().out.splitlines()
    assert json.loads(first)["outcome"] == "refusal"
    assert json.loads(second) == {"said": texts.help_text()}
    assert "“Who signed the treaty?”" in second


def test_a_line_in_another_encoding_does_not_end_the_chat(monkeypatch: pytest.MonkeyPatch) -> None:
    service = chat(monkeypatch, b"Wer ging \xfcber Bord?\nWho sank?\n")

    assert asked(service) == ["Wer ging \N{REPLACEMENT CHARACTER}ber Bord?", "Who sank?"]


def test_no_lines_are_no_replies(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(chat(monkeypatch, b"")) == []
    assert capsys.readouterr().out == ""


def test_the_way_to_telegram_names_the_setting() -> None:
    assert "DATELINE_TELEGRAM__TOKEN=" in HOW_TO_GET_A_TOKEN


class Seat:
    """A process with a terminal for its standard input and output, and a person before it."""

    def __init__(self) -> None:
        self.screen = b""
        self._ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-c", SESSION],
            **dict.fromkeys(("stdin", "stdout", "stderr"), theirs),
            cwd=ROOT,
            env={**os.environ, "TERM": "dumb"},
        )
        os.close(theirs)

    def type(self, keys: bytes) -> None:
        os.write(self._ours, keys)

    def see(self, wanted: bytes, times: int) -> None:
        """Look at the screen until it has shown this so many times."""
        while self.screen.count(wanted) < times:
            ready, _, _ = select.select([self._ours], [], [], LONGEST_S)
            assert ready, self.screen
            self.screen += os.read(self._ours, 4096)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._ours)


@pytest.fixture
def seat() -> Iterator[Seat]:
    taken = Seat()
    yield taken
    taken.close()


def test_a_person_at_a_terminal_is_prompted_until_they_leave(seat: Seat) -> None:
    seat.see(b"You: ", 1)
    seat.type(b"/privacy\n")
    seat.see(b"You: ", 2)
    seat.type(b"\x04")  # the key for end of file

    assert seat.process.wait(LONGEST_S) == 0
    assert b"I remember the last three questions of a chat for an hour" in b" ".join(
        seat.screen.split()
    )


class Typed(io.StringIO):
    """A terminal at which somebody types this, and then the key for end of file."""

    def isatty(self) -> bool:
        return True


class Interrupting(Typed):
    """And then the key that interrupts."""

    def readline(self, size: int = -1, /) -> str:
        line = super().readline(size)
        if not line:
            raise KeyboardInterrupt
        return line


def test_an_interrupt_at_the_prompt_ends_the_chat(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", Interrupting("/privacy\n"))

    run_terminal(Conversation(FakeService(), FakeIndex(summary())), 7)

    out = capsys.readouterr().out
    assert out.count("\nYou: ") == 2
    assert texts.privacy(None) in out


def test_programs_are_not_prompted_even_at_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", Typed("/privacy\n"))

    run_terminal(Conversation(FakeService(), FakeIndex(summary())), 7, as_json=True)

    assert json.loads(capsys.readouterr().out) == {"said": texts.privacy(None)}
