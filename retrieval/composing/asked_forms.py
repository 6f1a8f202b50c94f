"""Tells which form of answer a question asks for: a list, a timeline, or sentences."""

import re
from collections.abc import Iterator
from functools import cache

from retrieval.composing.form_words import FORM_WORDS
from retrieval.outcomes import Form
from retrieval.times.folding import fold

_NO_SPACES = re.compile("[\u4e00-\u9fff]")


def form_asked(question: str) -> Form:
    """TIMELINE for a course of events, LIST for several things of a kind, SENTENCES for the rest.

    It is read off the words alone, in the languages of the interface.
    """
    folded = " ".join(fold(question).split()).lstrip("¿¡ \"'«“„")
    if any(words.timelines.search(folded) for words in _compiled()):
        return Form.TIMELINE
    if any(words.amounts.match(folded) for words in _compiled()):
        return Form.SENTENCES
    if any(words.few.search(folded) for words in _compiled()):
        return Form.SENTENCES
    listing = any(words.lists.search(folded) for words in _compiled())
    return Form.LIST if listing else Form.SENTENCES


class _Compiled:
    """The words of one language as expressions over folded text."""

    def __init__(self, lists: str, timelines: str, amounts: str, few: str) -> None:
        self.lists = _expression(lists)
        self.timelines = _expression(timelines)
        self.amounts = _expression(amounts)
        self.few = _expression(few)


@cache
def _compiled() -> tuple[_Compiled, ...]:
    return tuple(_of_tables())


def _of_tables() -> Iterator[_Compiled]:
    for words in FORM_WORDS:
        yield _Compiled(words.lists, words.timelines, words.amounts, words.few)


def _expression(words: str) -> re.Pattern[str]:
    start = "" if _NO_SPACES.search(words) else r"(?<!\w)"
    return re.compile(f"{start}(?:{words if words.isascii() else fold(words)})")
