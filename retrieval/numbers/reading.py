"""Reads the numbers of a text, in figures and in words, as far as they can be known.

"4,000,000", "4 million" and "four million" are one number. What is made of it (whether it counts
anything, how far it may be rounded, when two agree) is for those who compare.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from retrieval.numbers.digits import DIGITS, ORDINAL_ENDING, readings, scale_after
from retrieval.numbers.spelt import HAN, Spelt, chinese_number, spelt_at
from retrieval.numbers.words import WORD, number_words
from retrieval.times.folding import fold

_ARABIC_MARKS = str.maketrans("٫٬٪", ".,%")
_PERCENT_WORDS = re.compile(
    r"[\s\u00a0\u202f-]*(?:per ?cent(?!age)|prozent|pour ?cent|por ?cien(?:to)?|por ?cento|"
    r"процент\w*|відсот\w*|(?:في|ب)\s?ال?م[ائ]*[يئ]?[هت]|بالم\w*)(?!\w)"
)
_PERCENT = re.compile(r"[\s\u00a0\u202f-]*%")
_CHINESE_PERCENT = "百分之"
_AN_ARTICLE = "一"  # as often "a" as "one"


@dataclass(frozen=True, slots=True)
class Number:
    """A number at ``text[start:end]``.

    Attributes:
        readings: what it may be; two where a mark may part thousands or decimals ("1.234"), the
            whole number first.
        scale: what words after figures multiply them by, within the readings; 1.0 without.
        last_place: the worth of the last figure written: 0.1 million of "1.2 million".
        percent: whether it is a share of a hundred; the sign or word is no part of the number.
        ordinal: whether it tells a place in an order.
        spelt: whether it is in words only.
    """

    readings: tuple[float, ...]
    start: int
    end: int
    scale: float = 1.0
    last_place: float = 1.0
    percent: bool = False
    ordinal: bool = False
    spelt: bool = False

    @property
    def value(self) -> float:
        """The reading to take where one is needed."""
        return self.readings[0]


def numbers_in(text: str, language: str) -> tuple[Number, ...]:
    """The numbers of ``text`` in order, its words for numbers read in ``language`` (ISO 639-1).

    Of a language without a table only figures are read. Places are those of ``text``.
    """
    folded = _PERCENT_WORDS.sub(
        lambda words: "%".ljust(len(words[0])), fold(text).translate(_ARABIC_MARKS)
    )
    return tuple(_numbers(folded, language))


def _numbers(folded: str, language: str) -> Iterator[Number]:
    taken = 0
    for match in _pattern(language).finditer(folded):
        if match.start() < taken:
            continue
        if match[0][0].isdecimal():
            number = _in_figures(folded, match, language)
        elif spelt := _in_words(folded, match, language):
            number = Number(
                (spelt.value,),
                match.start(),
                spelt.end,
                percent=_is_percent(folded, match.start(), spelt.end),
                ordinal=spelt.ordinal,
                spelt=True,
            )
        else:
            continue
        taken = number.end
        yield number


def _in_figures(folded: str, match: re.Match[str], language: str) -> Number:
    start, end = match.span()
    values, place = readings(match[0])
    scale, whole_end = scale_after(folded, start, end, number_words(language), language != "zh")
    return Number(
        tuple(round(value * scale, 6) for value in values),
        start,
        whole_end,
        scale,
        place * scale,
        _is_percent(folded, start, whole_end),
        ordinal=bool(ORDINAL_ENDING.match(folded, end)),
    )


def _in_words(folded: str, match: re.Match[str], language: str) -> Spelt | None:
    if language != "zh":
        return spelt_at(folded, match, language)
    return None if match[0] == _AN_ARTICLE else Spelt(chinese_number(match[0]), match.end())


def _is_percent(folded: str, start: int, end: int) -> bool:
    before = folded.endswith(_CHINESE_PERCENT, 0, start)
    return before or bool(_PERCENT.match(folded, end))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    # A run of Chinese is not a word: the numbers are looked for within it.
    words = HAN if language == "zh" else WORD
    return re.compile(f"{DIGITS.pattern}|{words.pattern}")
