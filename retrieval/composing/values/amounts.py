"""Reads the numbers of a sentence that count something, each as the range it stands for.

"1,487" is itself; "1,500" may be rounded, by half of its last place that is not zero, a tenth of it
at most; "about 1,500" is a tenth more or less; "at least 14" goes up, and "up to" down, by 30%.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from math import isfinite

from retrieval.composing.values.units import unit_beside
from retrieval.composing.values.words import Words
from retrieval.numbers import Number, numbers_in
from retrieval.numbers.adding import last_place
from retrieval.times.folding import fold

_OF_A_NAME = re.compile(r"(?:[a-z\d.,:/#№]|\w-)$")
_FIGURES = re.compile(
    r"(?:\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?)(?!\d|[.,:/]\d)"
)
_CHINESE_DIGIT = re.compile("[零一二三四五六七八九十两兩]")
_TO = re.compile(r"\s?-\s?")
_ROUGH, _BOUND = 0.1, 0.3
_LEAD, _TRAIL = 24, 4


@dataclass(frozen=True, slots=True)
class Amount:
    """A number at ``text[start:end]`` that stands for anything from ``low`` to ``high``."""

    value: float
    low: float
    high: float
    start: int
    end: int
    unit: str | None

    def agrees(self, other: "Amount") -> bool:
        """Whether both may mean one number."""
        if self.value == other.value:
            return True
        return max(self.low, other.low) < min(self.high, other.high) or (
            other.low < self.value < other.high or self.low < other.value < self.high
        )


def read_amounts(text: str, words: Words) -> list[Amount]:
    """The numbers of a text in the language of ``words``, in order; no ordinals, no clock times."""
    return [one for one in _amounts(fold(text), text, words) if one.value != 1.0]


def _amounts(folded: str, text: str, words: Words) -> Iterator[Amount]:
    numbers = numbers_in(text, words.wording.code)
    upper: Number | None = None
    for number, after in zip_longest(numbers, numbers[1:]):
        if number is upper or not _counts(number, folded, words):
            continue
        upper = after if after and _reaches(number, after, folded) else None
        amount = _of(_with_upper(number, upper) if upper else number, folded, words)
        if upper and upper.value > amount.value:
            amount = replace(amount, low=amount.value, high=upper.value)
        yield amount


def _counts(number: Number, folded: str, words: Words) -> bool:
    """Whether a number counts something: it is no place in an order, time, date or name."""
    before = folded[max(0, number.start - 2) : number.start]
    if number.ordinal or not isfinite(number.value):
        return False
    if not number.spelt:
        return not _OF_A_NAME.search(before) and bool(_FIGURES.match(folded, number.start))
    if words.wording.spaced:
        return not before.endswith("-") and number.value != 0.0
    dated = before.endswith(tuple("第周期")) or folded.startswith(tuple("月号日年线"), number.end)
    return not dated and bool(_CHINESE_DIGIT.search(folded, number.start, number.end))


def _reaches(number: Number, upper: Number, folded: str) -> bool:
    """Whether two numbers in figures are the ends of a range: "12-17"."""
    if number.spelt or upper.spelt or not _TO.fullmatch(folded, number.end, upper.start):
        return False
    return not folded.startswith((":", "/"), upper.end)


def _with_upper(number: Number, upper: Number) -> Number:
    """The lower end of a range at the place of the whole, in the scale of its upper end."""
    scale = upper.scale if number.scale == 1.0 else 1.0
    return replace(
        number,
        readings=tuple(reading * scale for reading in number.readings),
        end=upper.end,
        last_place=number.last_place * scale,
        percent=upper.percent,
    )


def _of(number: Number, folded: str, words: Words) -> Amount:
    value, start, end = number.value, number.start, number.end
    half = (last_place(value) if number.last_place == 1.0 else number.last_place) / 2
    before, after = folded[max(0, start - _LEAD) : start], folded[end : end + _TRAIL]
    before = re.sub(r"[$€£¥₽₴\s]+$", " ", before)
    slack = min(half if half > 5 or value != int(value) or value >= 1e4 else 0.0, _ROUGH * value)
    low, high = value - slack, value + slack
    if _stands_last("least", before, words) or words.has("least", after):
        low, high = value, value * (1 + _BOUND)
    elif _stands_last("most", before, words):
        low, high = value * (1 - _BOUND), value
    elif _stands_last("about", before, words) or words.has("about", after):
        low, high = value * (1 - _ROUGH), value * (1 + _ROUGH)
    unit = "percent" if number.percent else unit_beside(folded, start, end)
    return Amount(value, low, high, start, end, unit)


def _stands_last(name: str, before: str, words: Words) -> bool:
    rest = (before[match.end() :] for match in words.all_of(name, before))
    return any(
        len(gap.split()) <= 1 and len(gap) < 6 and not re.search(r"[\d,;]", gap) for gap in rest
    )
