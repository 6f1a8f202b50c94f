"""Reads numbers in figures, which part thousands and decimals in more than one way."""

import re
from collections.abc import Mapping

from retrieval.numbers.words import WORD, Part

DIGITS = re.compile(r"\d{1,3}(?:[ \u00a0\u202f']\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*")
ORDINAL_ENDING = re.compile(r"(?:st|nd|rd|th|eme|er|º|ª|-?й|-?го|-?м)\b")
_NEXT_WORD = re.compile(rf"[\s\u00a0\u202f-]?(?P<word>{WORD.pattern})")
_NEXT_SIGN = re.compile(r"[\s\u00a0]?[多余餘]?(?P<word>[百千万萬亿億])")
_SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
_SUFFIX = re.compile(r"(?P<suffix>k|mn?|bn|tn)\b")
_MONEY = re.compile(r"(?:[$€£¥₽₴]|eur|usd|gbp)[\s\u00a0]?(?:[\d.,]+\s?-\s?)?$")
_MONEY_REACH = 24
_HUNDRED = 100


def readings(digits: str) -> tuple[tuple[float, ...], float]:
    """What figures may mean, and the worth of the last of them.

    Where a mark may part thousands or decimals ("1.234") there are two readings, the whole number
    first, and the worth is of that.
    """
    digits = re.sub(r"[ \u00a0\u202f']", "", digits)
    marks = re.findall(r"[.,]", digits)
    if not marks:
        return (float(digits),), 1.0
    bare = float(re.sub(r"[.,]", "", digits))
    head, _, tail = re.sub(r"[.,](?=.*[.,])", "", digits).replace(",", ".").partition(".")
    decimal = float(f"{head}.{tail}")
    if len(marks) > 1 and len(set(marks)) == 1:
        return (bare,), 1.0
    if len(marks) == 1 and len(tail) == 3 and 1 <= len(head) <= 3 and head != "0":
        return (bare, decimal), 1.0
    return (decimal,), 10.0 ** -len(tail)


def scale_after(
    folded: str, start: int, end: int, words: Mapping[str, Part], spaced: bool
) -> tuple[float, int]:
    """What the words after the figures ``folded[start:end]`` multiply them by, and their end.

    1.0 where there are none. "m" is a million of money only: elsewhere it is a metre.
    """
    scale = last = 1.0
    whole_end = end
    pattern = _NEXT_WORD if spaced else _NEXT_SIGN
    while (match := pattern.match(folded, whole_end)) and (part := words.get(match["word"])):
        # After figures, "cents" are coins.
        if not part.multiplies or part.value <= last or (spaced and part.value == _HUNDRED):
            break
        scale, last, whole_end = scale * part.value, part.value, match.end()
        if part.shortened and folded.startswith(".", whole_end):
            whole_end += 1
    if scale == 1.0 and (suffix := _SUFFIX.match(folded, end)):
        money = _MONEY.search(folded, max(0, start - _MONEY_REACH), start)
        if money or suffix["suffix"] != "m":
            return _SUFFIXES[suffix["suffix"]], suffix.end()
    return scale, whole_end
