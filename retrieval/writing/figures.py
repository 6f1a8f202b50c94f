"""The numbers of a text, in digits or in words, so that they can be compared.

"4,000,000", "4 million" and "four million" are one. Where a point or comma may part thousands or
decimals ("1.234"), both readings are kept, and two numbers agree where a reading of theirs does.
"""

import re
from dataclasses import dataclass, field
from functools import cache

from retrieval.times.folding import fold
from retrieval.writing.word_tables import WORD, read_table

_DIGITS = re.compile(r"\d{1,3}(?:[ \u00a0\u202f']\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*")
_ARABIC_MARKS = str.maketrans("٫٬٪", ".,%")
_PERCENT_WORDS = re.compile(
    r"[\s\u00a0\u202f-]*(?:per ?cent(?!age)|prozent|pour ?cent|por ?cien(?:to)?|por ?cento|"
    r"процент\w*|відсот\w*|(?:في|ب)\s?ال?م[ائ]*[يئ]?[هت]|بالم\w*)(?!\w)"
)
_PERCENT = re.compile(r"[\s\u00a0\u202f-]*%")
_CHINESE_PERCENT = re.compile(r"百分之([零〇一二两三四五六七八九十百千万点\d.]+)")
_HAN_NUMBER = re.compile(r"[零〇一二两兩三四五六七八九十百千万萬亿億]+")
_JOINED = re.compile(r"[\s\u00a0-]+(?:(?:and|und|et|y|e|и|та|й)\s+)?")
_SCALE = 1000


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it may be read; ``percent`` where it is a share of a hundred.

    ``start`` is about where it stands in its text.
    """

    readings: frozenset[float]
    percent: bool = False
    start: int = field(default=0, compare=False)

    def agrees(self, other: "Figure") -> bool:
        """Whether both can be the same number of the same kind."""
        return self.percent == other.percent and bool(self.readings & other.readings)


def figures_in(text: str, language: str) -> tuple[Figure, ...]:
    """The numbers of ``text`` in order, its words for numbers read in ``language``."""
    folded = _CHINESE_PERCENT.sub(r"\1%", fold(text).translate(_ARABIC_MARKS))
    folded = _PERCENT_WORDS.sub("%", folded)
    words = _values(language)
    found: list[Figure] = []
    taken = 0
    for match in _pattern(language).finditer(folded):
        if match.start() < taken:
            continue
        if match[0][0].isdecimal():
            readings, taken = _scaled(_readings(match[0]), folded, match.end(), words)
        elif language == "zh":
            if match[0] == "一":
                continue  # as often "a" as "one"
            readings, taken = frozenset([_chinese(match[0], words)]), match.end()
        else:
            values, taken = _run(folded, match, words, language)
            if not values:
                continue
            readings = frozenset([_sum(values)])
        found.append(Figure(readings, bool(_PERCENT.match(folded, taken)), match.start()))
    return tuple(found)


def is_number_word(word: str, language: str) -> bool:
    """Whether a word stands for a number in ``language``, by itself or joined from several."""
    return bool(_word_values(fold(word), _values(language), language))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    # A run of Chinese is not a word: the numbers are looked for within it.
    words = _HAN_NUMBER if language == "zh" else WORD
    return re.compile(f"{_DIGITS.pattern}|{words.pattern}")


def _readings(digits: str) -> frozenset[float]:
    digits = re.sub(r"[ \u00a0\u202f']", "", digits)
    marks = re.findall(r"[.,]", digits)
    if not marks:
        return frozenset([float(digits)])
    bare = float(re.sub(r"[.,]", "", digits))
    head, _, tail = re.sub(r"[.,](?=.*[.,])", "", digits).replace(",", ".").partition(".")
    decimal = float(f"{head}.{tail}")
    if len(marks) > 1 and len(set(marks)) == 1:
        return frozenset([bare])
    if len(marks) == 1 and len(tail) == 3 and 1 <= len(head) <= 3 and head != "0":
        return frozenset([bare, decimal])
    return frozenset([decimal])


def _scaled(
    readings: frozenset[float], text: str, end: int, words: dict[str, float]
) -> tuple[frozenset[float], int]:
    """``readings`` times the word for thousands or millions that follows them, if one does."""
    after = re.compile(rf"[\s\u00a0\u202f-]*({WORD.pattern})").match(text, end)
    if after is None:
        return readings, end
    word = after[1]
    if word[0] in "万萬亿億":
        return frozenset(round(one * words[word[0]], 6) for one in readings), after.start(1) + 1
    scale = words.get(word, 0)
    if scale < _SCALE:
        return readings, end
    return frozenset(round(one * scale, 6) for one in readings), after.end()


def _run(
    text: str, match: re.Match[str], words: dict[str, float], language: str
) -> tuple[list[float], int]:
    """The values of the words for numbers that stand together from ``match`` on, and their end."""
    values: list[float] = []
    end = match.end()
    here: re.Match[str] | None = match
    while here is not None and (value := _word_values(here[0], words, language)):
        values += value
        end = here.end()
        gap = _JOINED.match(text, end)
        here = WORD.match(text, gap.end()) if gap else None
    return values, end


def _word_values(word: str, words: dict[str, float], language: str) -> list[float]:
    if word in words:
        return [words[word]]
    if language == "ar" and word[0] == "و" and word[1:] in words:
        return [words[word[1:]]]
    return _compound(word, words) if language == "de" else []


def _compound(word: str, words: dict[str, float]) -> list[float]:
    """The parts of a German number written as one word; none where it is another word."""
    parts = {**words, "ein": 1.0}
    values: list[float] = []
    while word:
        word = word.removeprefix("und") if values else word
        part = max((one for one in parts if word.startswith(one)), key=len, default="")
        if not part:
            return []
        values.append(parts[part])
        word = word.removeprefix(part)
    return values if values != [1.0] else []


def _sum(values: list[float]) -> float:
    total = current = 0.0
    for value in values:
        if value >= _SCALE:
            total, current = total + max(current, 1.0) * value, 0.0
        elif value == 100:
            current = max(current, 1.0) * 100
        elif value == 20 and current % 100 == 4:
            current += 76  # quatre-vingt
        else:
            current += value
    return total + current


def _chinese(run: str, words: dict[str, float]) -> float:
    values = [words.get(sign, 1.0) for sign in run]
    if all(value < 10 for value in values):
        return float("".join(str(int(value)) for value in values))
    total = section = digit = 0.0
    for value in values:
        if value >= 10_000:
            total, section, digit = (total + max(section + digit, 1.0)) * value, 0.0, 0.0
        elif value >= 10:
            section, digit = section + max(digit, 1.0) * value, 0.0
        else:
            digit = value
    return total + section + digit


@cache
def _values(language: str) -> dict[str, float]:
    return {
        word: float(value)
        for of, value, words in read_table("number_words.tsv")
        if of == language
        for word in words
    }
