"""What is counted: the dead or the hurt, women or children, in the town or in the province."""

import re
from functools import cache

from retrieval.composing.values.words import Words
from retrieval.times.folding import fold

_GROUPS = (
    ("dead", "hurt", "missing", "held"),
    ("women", "men", "children"),
    ("begins", "ends"),
    ("town", "region"),
)
_STRICT = 2
"""Of the first so many groups, a word on one side alone sets two values apart already."""

Scope = tuple[str | None, ...]
"""The word of each group that holds for a value, None where none does."""


def scope_at(folded: str, start: int, end: int, words: Words) -> Scope:
    """The scope of what stands at ``folded[start:end]`` of a folded sentence.

    A word of its part of the sentence counts, between commas and words like "and"; of the lot of
    those counted else the last one before, or the next.
    """
    first, last = _part(folded, start, end, words)
    here = folded[first:start] + " " * (end - start) + folded[end:last]
    found = [_nearest(group, here, start - first, words) for group in _GROUPS]
    if found[0] is None:
        before = _places(_GROUPS[0], folded[:first], words)
        after = _places(_GROUPS[0], folded[last:], words)
        found[0] = before[-1][1] if before else after[0][1] if after else None
    return tuple(found)


def scope_of(folded: str, words: Words) -> Scope:
    """The scope that a question names: the first word of each group in it."""
    places = (_places(group, folded, words) for group in _GROUPS)
    return tuple(each[0][1] if each else None for each in places)


def same_scope(one: Scope, other: Scope, asked: Scope) -> bool:
    """Whether two values may be of the same thing, and of the one that is asked for."""
    for place, (left, right, wanted) in enumerate(zip(one, other, asked, strict=True)):
        if place < _STRICT:
            if left != right or (left != wanted and (wanted is not None or place > 0)):
                return False
        elif len({left, right, wanted} - {None}) > 1:
            return False
    return True


def part_around(folded: str, start: int, end: int, words: Words) -> str:
    """The part of a sentence that holds ``folded[start:end]``."""
    return folded[slice(*_part(folded, start, end, words))]


def _part(folded: str, start: int, end: int, words: Words) -> tuple[int, int]:
    breaks = [match.span() for match in _breaks(words).finditer(folded)]
    first = max((stop for _, stop in breaks if stop <= start), default=0)
    last = min((begin for begin, _ in breaks if begin >= end), default=len(folded))
    return first, last


def _nearest(group: tuple[str, ...], part: str, at: int, words: Words) -> str | None:
    places = _places(group, part, words)
    return min(places, key=lambda one: abs(one[0] - at))[1] if places else None


def _places(group: tuple[str, ...], folded: str, words: Words) -> list[tuple[int, str]]:
    return sorted((match.start(), name) for name in group for match in words.all_of(name, folded))


@cache
def _breaks(words: Words) -> re.Pattern[str]:
    joint = fold(words.wording.joint)
    between = rf"|\s(?:{joint})\s" if words.wording.spaced else f"|{joint}"
    prefixed = r"|\sو(?=\w)" if words.wording.code == "ar" else ""
    return re.compile(rf"[،、;；：，()（）。]|[,:](?!\d){between}{prefixed}|\s-\s")
