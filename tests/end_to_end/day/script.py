"""Reads ``conversations.txt``: who talks where, and what they do one after the other."""

from dataclasses import dataclass
from pathlib import Path

SCRIPT = Path(__file__).with_name("conversations.txt")


@dataclass(frozen=True, slots=True)
class Act:
    """One thing a reader does: a verb, and what it is done to."""

    verb: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Script:
    """What one reader does. ``group`` names the group it is done in; None is a private chat."""

    number: int
    group: str | None
    acts: tuple[Act, ...]


def scripts() -> tuple[Script, ...]:
    """All conversations of the day, numbered by their lines."""
    lines = SCRIPT.read_text(encoding="utf-8").splitlines()
    told = [line for line in lines if line.strip() and not line.startswith("#")]
    return tuple(_script(number, line) for number, line in enumerate(told))


def _script(number: int, line: str) -> Script:
    place, _, acts = line.partition(":")
    words = [tuple(act.split()) for act in acts.split(",")]
    group = None if place.strip() == "private" else place.strip()
    return Script(number, group, tuple(Act(one[0], one[1:]) for one in words))
