"""The commands that mean something of their own in a group."""

import re
from dataclasses import dataclass
from typing import TypeAlias

_COMMAND = re.compile(
    r"^/(?P<name>start|help|answering)(?P<bot>@\w+)?(\s+(?P<rest>.*))?$", re.DOTALL | re.IGNORECASE
)
_SWITCHES = {"on": True, "off": False}


@dataclass(frozen=True, slots=True)
class HowToAsk:
    """/start or, at more length, /help."""

    at_length: bool


@dataclass(frozen=True, slots=True)
class Answering:
    """/answering: whether the bot is to answer; None only asks. ``named``: it names the bot."""

    on: bool | None
    named: bool


GroupCommand: TypeAlias = HowToAsk | Answering


def group_command(text: str) -> GroupCommand | None:
    """What a message to the bot asks for; None where that is the conversation's business."""
    found = _COMMAND.match(text.strip())
    if found is None:
        return None
    name = found["name"].lower()
    if name != "answering":
        return HowToAsk(at_length=name == "help")
    return Answering(_SWITCHES.get((found["rest"] or "").strip().lower()), found["bot"] is not None)
