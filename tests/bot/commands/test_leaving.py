"""Leaving: the exit code and the whole output stand, whatever waits at the interpreter's end."""

import os
import subprocess
import sys

import pytest

_CRASHES_AT_THE_END = """
import atexit, os, sys
from bot.commands.leaving import leave
atexit.register(os.abort)
sys.stdout.write("a" * 1_000_000)
sys.stderr.write("b")
leave({code})
"""


def _ran(code: int) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _CRASHES_AT_THE_END.format(code=code)],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("code", [0, 1, 2, 130])
def test_all_is_written_and_a_crash_at_the_end_is_not_reached(code: int) -> None:
    ran = _ran(code)

    assert ran.returncode == code
    assert ran.stdout == "a" * 1_000_000
    assert ran.stderr == "b"


def test_a_reader_that_is_gone_changes_nothing() -> None:
    reading, writing = os.pipe()
    os.close(reading)

    ran = subprocess.run(
        [sys.executable, "-c", "from bot.commands.leaving import leave; print('late'); leave(0)"],
        stdout=writing,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": ""},  # what is printed waits for the flush
        check=False,
    )
    os.close(writing)

    assert (ran.returncode, ran.stderr) == (0, b"")
