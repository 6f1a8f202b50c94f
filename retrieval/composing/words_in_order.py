"""The words of a sentence outside of its quotation marks, each with its place."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from index.sentences import Span

_WORD = re.compile(r"[^\W_]+(?:(?:-|['’ʼ](?=[яюєї]))[^\W_]+)*")
_BREAK = re.compile(r"[,;:.!?—–()\x00…]")
_INITIAL = re.compile(r"\w{1,3}")


@dataclass(frozen=True, slots=True)
class Word:
    """``body[start:end]``. ``breaks``: a comma or the like stands before it, or a quotation."""

    text: str
    low: str
    start: int
    end: int
    breaks: bool
    quoted: bool
    """A quotation stands directly before it."""
    joined: bool
    """Only a space, an apostrophe or the point of an abbreviation stands before it."""

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def masked(body: str, start: int, end: int, hidden: Iterable[Span]) -> str:
    """``body[start:end]`` with the hidden spans blotted out, offsets kept."""
    text = list(body[start:end])
    for first, last in hidden:
        for at in range(max(first, start) - start, min(last, end) - start):
            text[at] = "\x00"
    return "".join(text)


def words_in_order(text: str, offset: int) -> list[Word]:
    """The words of ``text``, which stands in the body at ``offset``."""
    found: list[Word] = []
    position = 0
    for match in _WORD.finditer(text):
        between = text[position : match.start()]
        dotted = between.startswith(".") and _is_abbreviation(found[-1].text if found else "")
        joined = bool(found) and (between[1:] if dotted else between) in (" ", "\u00a0", "’", "'")
        breaks = not found or (bool(_BREAK.search(between)) and not joined)
        start, end = offset + match.start(), offset + match.end()
        found.append(
            Word(match[0], match[0].lower(), start, end, breaks, "\x00" in between, joined)
        )
        position = match.end()
    return found


def _is_abbreviation(word: str) -> bool:
    return word[:1].isupper() and (len(word) == 1 or bool(_INITIAL.fullmatch(word)))
