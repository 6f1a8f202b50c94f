"""Reads the numbers of a sentence, in figures and in words, each as the range it stands for.

"1,487" is itself; "1,500" may be rounded, by half of its last place that is not zero, a tenth of it
at most; "about 1,500" is a tenth more or less; "at least 14" goes up, and "up to" down, by 30%.
"""

import re
from dataclasses import dataclass
from functools import cache

from retrieval.composing.values.units import unit_beside
from retrieval.composing.values.words import Words
from retrieval.times.folding import fold

_FIGURES = (
    r"(?<![a-z\d.,:/#№])(?<![\d\w]-)"
    r"(?P<figures>\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?)"
    r"(?!\d|[:/]\d|[.,]\d|(?:st|nd|rd|th|eme|er|º|ª|-?й|-?го|-?м)\b)"
)
_RANGE = r"(?:\s?-\s?(?P<upper>\d+(?:[.,]\d+)*)(?![\d:/]))?"
_CHINESE_DIGITS = dict(zip("零一二三四五六七八九两兩", (*range(10), 2, 2), strict=True))
_CHINESE_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4}
_CHINESE_SCALES |= {"亿": 10**8, "億": 10**8}
_CHINESE = re.compile(r"(?<![第周期])[零一二三四五六七八九十百千万萬亿億两兩]+(?![月号日年线])")
_DIGIT = re.compile("[零一二三四五六七八九十两兩]")
_MORE = "[多余餘]?"
_SUFFIXES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
_SUFFIX = re.compile(r"(?P<suffix>k|mn?|bn|tn)\b")
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
    folded = fold(text)
    found = [_in_figures(match, folded, words) for match in _figures(words).finditer(folded)]
    if words.wording.spaced:
        spelt = _spelt(words).finditer(folded)
        found += [_of(_sum(match[0], words), match.span(), 0.0, folded, words) for match in spelt]
    else:
        spelt = _CHINESE.finditer(folded)
        found += [
            _of(_chinese(m[0]), m.span(), 0.0, folded, words) for m in spelt if _DIGIT.search(m[0])
        ]
    taken: list[Amount] = []
    for one in sorted(found, key=lambda one: one.start):
        if one.value != 1.0 and (not taken or one.start >= taken[-1].end):
            taken.append(one)
    return taken


def _in_figures(match: re.Match[str], folded: str, words: Words) -> Amount:
    value, place = _number(match["figures"], words.wording.decimal)
    end, scale = match.end(), 1.0
    if match["scale"]:
        scale = _scale(match["scale"], words)
    elif (suffix := _SUFFIX.match(folded, end)) and unit_beside(folded, match.start(), end) != "km":
        sign = unit_beside(folded, match.start(), match.start())
        if sign or suffix["suffix"] != "m":
            scale, end = _SUFFIXES[suffix["suffix"]], suffix.end()
    if scale == 1.0 and place >= 1.0:
        place = _last_place(value)
    amount = _of(value * scale, (match.start(), end), place * scale / 2, folded, words)
    if match["upper"]:
        upper = _number(match["upper"], words.wording.decimal)[0] * scale
        if upper > amount.value:
            return Amount(amount.value, amount.value, upper, match.start(), end, amount.unit)
    return amount


def _of(value: float, span: tuple[int, int], half: float, folded: str, words: Words) -> Amount:
    start, end = span
    if not half:
        half = _last_place(value) / 2
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
    return Amount(value, low, high, start, end, unit_beside(folded, start, end))


def _stands_last(name: str, before: str, words: Words) -> bool:
    rest = (before[match.end() :] for match in words.all_of(name, before))
    return any(
        len(gap.split()) <= 1 and len(gap) < 6 and not re.search(r"[\d,;]", gap) for gap in rest
    )


def _number(figures: str, decimal: str) -> tuple[float, float]:
    """The value of figures, and the worth of their last place."""
    figures = re.sub(r"[' \u00a0\u202f]", "", figures)
    signs = [sign for sign in figures if sign in ".,"]
    if len(signs) == 1:
        whole, rest = figures.split(signs[0])
        if len(rest) != 3 or (signs[0] == decimal and len(whole) < 2 and whole == "0"):
            return float(f"{whole}.{rest}"), 10.0 ** -len(rest)
        return float(whole + rest), 1.0
    if len(set(signs)) == 2:
        whole, rest = figures.rsplit(signs[-1], 1)
        return float(f"{re.sub('[.,]', '', whole)}.{rest}"), 10.0 ** -len(rest)
    return float(re.sub("[.,]", "", figures)), 1.0


def _last_place(value: float) -> float:
    """The worth of the last figure that is not zero: 100 for 1500, 1 for 1487."""
    place, number = 1.0, int(value)
    while number and number % 10 == 0:
        number, place = number // 10, place * 10
    return place


@cache
def _figures(words: Words) -> re.Pattern[str]:
    scales = "|".join(alternatives for _, alternatives in words.scales)
    after = r"(?!\w)" if words.wording.spaced else ""
    gap = r"[\s\u00a0-]?" if words.wording.spaced else ""
    return re.compile(rf"{_FIGURES}{_RANGE}(?:{gap}{_MORE}(?P<scale>{scales}){after})?")


@cache
def _spelt(words: Words) -> re.Pattern[str]:
    word = "|".join(alternatives for _, alternatives in (*words.numbers, *words.scales))
    link = rf"(?:[\s-]+(?:(?:{fold(words.wording.joint)})\s+)?|\s+و)"
    return re.compile(rf"(?<![\w-])(?:{word})(?:{link}(?:{word})(?!\w))*(?!\w)")


def _sum(spelt: str, words: Words) -> float:
    """ "two hundred and five thousand" as 205000: parts add, scales multiply."""
    total = part = 0.0
    for value, is_scale in _parts(spelt, words):
        if not is_scale:
            part += value
        elif value == 100:
            part = (part or 1.0) * value
        else:
            total, part = total + (part or 1.0) * value, 0.0
    return total + part


def _parts(spelt: str, words: Words) -> list[tuple[float, bool]]:
    both = [(v, a, False) for v, a in words.numbers] + [(v, a, True) for v, a in words.scales]
    found: list[tuple[int, int, float, bool]] = []
    for value, alternatives, is_scale in both:
        for match in re.finditer(rf"(?<![^\W_و])(?:{alternatives})(?!\w)", spelt):
            found.append((match.start(), -match.end(), value, is_scale))
    parts, end = [], 0
    for start, minus_end, value, is_scale in sorted(found):
        if start >= end:
            parts.append((value, is_scale))
            end = -minus_end
    return parts


def _scale(word: str, words: Words) -> float:
    return next((v for v, alternatives in words.scales if re.fullmatch(alternatives, word)), 1.0)


def _chinese(spelt: str) -> float:
    """ "三千二百万" as 32000000."""
    total = section = digit = 0
    for sign in spelt:
        if sign in _CHINESE_DIGITS:
            digit = _CHINESE_DIGITS[sign]
        elif (scale := _CHINESE_SCALES[sign]) >= 10**4:
            total, section, digit = (total + section + digit or 1) * scale, 0, 0
        else:
            section, digit = section + (digit or 1) * scale, 0
    return float(total + section + digit)
