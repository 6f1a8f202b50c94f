"""Reads numbers said in words: of languages that part their words, and of Chinese."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from retrieval.numbers.adding import Sum, joined
from retrieval.numbers.words import WORD, Part, number_words

HAN = re.compile(
    r"(?:(?!百分之)[零〇一二两兩三四五六七八九十百千万萬亿億])+(?:[多余餘][万萬亿億]+)?"
)
"""A Chinese number in words; after 百分之 it is a share, which is no part of it."""
_LINK = re.compile(r"[\s\u00a0-]+(?:(?P<and>and|und|et|y|e|и|і|та|й|و)[\s\u00a0-]+)?")
_MYRIAD = 10_000


@dataclass(frozen=True, slots=True)
class Spelt:
    """The ``value`` of words that end at ``end``; ``ordinal`` where they tell a place."""

    value: float
    end: int
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    """The parts of a number that one word holds; ``linked`` to the word before it."""

    parts: tuple[Part, ...]
    linked: bool
    end: int


def spelt_at(folded: str, first: re.Match[str], language: str) -> Spelt | None:
    """The number whose first word is ``first``; None where no number begins with it."""
    if not _parts(first[0], language):
        return None  # as nearly every word
    so_far, end, counts, ordinal = Sum(), first.end(), False, False
    for word in _words_from(folded, first, language):
        after = _with(so_far, word, language)
        if after is None:
            break
        so_far, end = after, word.end
        counts = counts or not all(part.one for part in word.parts)
        ordinal = ordinal or word.parts[-1].ordinal
        if ordinal and language != "ar":  # where the fourteenth is "the fourth ten"
            break
    return Spelt(so_far.value, end, ordinal) if counts else None


def is_number_word(word: str, language: str) -> bool:
    """Whether a folded word stands for a number, by itself or joined from several."""
    return not all(part.one for part in _parts(word, language))


def chinese_number(run: str) -> float:
    """The value of a number in Chinese signs: 三千二百万 is 32000000, 二〇三一 is 2031."""
    words = number_words("zh")
    parts = [words[sign] for sign in run if sign in words]
    if not any(part.multiplies for part in parts):
        return float("".join(f"{part.value:.0f}" for part in parts))
    so_far, digit = Sum(), 0.0
    for part in parts:
        if not part.multiplies:
            digit = part.value
            continue
        if part.value < _MYRIAD:
            so_far = replace(so_far, section=so_far.section + max(digit, 1.0) * part.value)
        else:
            so_far = replace(so_far, section=so_far.section + digit)
            so_far = joined(so_far, part, False, "zh") or so_far
        digit = 0.0
    return so_far.value + digit


def _words_from(folded: str, first: re.Match[str], language: str) -> Iterator[_Word]:
    here: re.Match[str] | None = first
    linked = False
    while here and (parts := _parts(here[0], language)):
        with_and = language == "ar" and here[0] not in number_words(language)
        yield _Word(parts, linked or with_and, here.end())
        gap = _LINK.match(folded, here.end())
        here = WORD.match(folded, gap.end()) if gap else None
        linked = bool(gap and (gap["and"] or "-" in gap[0]))


def _with(so_far: Sum, word: _Word, language: str) -> Sum | None:
    after: Sum | None = so_far
    for place, part in enumerate(word.parts):
        after = joined(after, part, word.linked or place > 0, language) if after else None
    return after


def _parts(word: str, language: str) -> tuple[Part, ...]:
    words = number_words(language)
    if word in words:
        return (words[word],)
    if language == "ar" and word[0] == "و" and word[1:] in words:
        return (words[word[1:]],)
    return _compound(word) if language == "de" else ()


def _compound(word: str) -> tuple[Part, ...]:
    """The parts of a German number written as one word; none where it is another word."""
    words = number_words("de")
    parts: list[Part] = []
    while word:
        word = word.removeprefix("und") if parts else word
        part = max((one for one in words if word.startswith(one)), key=len, default="")
        if not part:
            return ()
        parts.append(words[part])
        word = word.removeprefix(part)
    return tuple(parts)
