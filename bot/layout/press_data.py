"""What stands behind a button below an answer, in the 64 bytes that Telegram carries."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.state.feedback import Verdict

PATTERN = re.compile(
    r"(?P<act>[sdva]):(?P<key>[\w-]{10}):(?P<page>[1-9])(?P<full>f?)(?::(?P<verdict>[a-z_]+))?"
)
"""All of it, from the first character to the last."""


class Act(StrEnum):
    """What a button asks for."""

    SHOW = "s"
    """Another page, or the same with or without its passages."""
    ASK_WHY = "d"
    """The answer is not good; the reader may say why."""
    JUDGE = "v"
    ANY_DATE = "a"


@dataclass(frozen=True, slots=True)
class View:
    """What of an answer is shown: page 1 is the answer, ``full`` with the passages quoted from."""

    page: int = 1
    full: bool = False


@dataclass(frozen=True, slots=True)
class Press:
    """A button of the answer of a key, below ``view``; ``verdict`` belongs to JUDGE."""

    act: Act
    key: str
    view: View = View()
    verdict: Verdict | None = None

    def data(self) -> str:
        """The press in the form that :func:`press_of` reads."""
        page = f"{self.act.value}:{self.key}:{self.view.page}{'f' if self.view.full else ''}"
        return f"{page}:{self.verdict.value}" if self.verdict else page


def press_of(data: str | None) -> Press | None:
    """The press that a button carries; None for what is none of ours."""
    read = PATTERN.fullmatch(data or "")
    if read is None:
        return None
    verdict, act = read["verdict"], Act(read["act"])
    if (verdict is not None) != (act is Act.JUDGE) or (verdict and verdict not in set(Verdict)):
        return None
    view = View(int(read["page"]), bool(read["full"]))
    return Press(act, read["key"], view, Verdict(verdict) if verdict else None)
