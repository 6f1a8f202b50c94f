"""Sentences written by hand, true and false of quotes, to try the check on."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from retrieval.writing.cited import CitedArticle


@dataclass(frozen=True, slots=True)
class Claim:
    """``said`` of ``quotes``; ``false`` tells what is wrong with it, None where it is true."""

    quotes: str
    said: str
    false: str | None

    @property
    def cited(self) -> CitedArticle:
        return CitedArticle(1, (self.quotes,), "", "", None)


def claims(name: str) -> Iterator[Claim]:
    """The claims of ``claims_NAME.txt``."""
    quotes = ""
    file = Path(__file__).with_name(f"claims_{name}.txt")
    for line in file.read_text(encoding="utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        match mark:
            case ">":
                quotes = rest
            case "+":
                yield Claim(quotes, rest, None)
            case "-":
                wrong, _, said = rest.partition(": ")
                yield Claim(quotes, said, wrong)
