"""Adds up the parts of a number said in words: which part joins those before it, and how."""

import math
from dataclasses import dataclass

from retrieval.numbers.words import Part, is_power_of_ten

_THOUSAND = 1000
_UNITS_FIRST = ("ar", "de")
_TENS = range(10, 100, 10)


@dataclass(frozen=True, slots=True)
class Sum:
    """Parts added up: whole thousands and millions in ``total``, what follows in ``section``.

    ``least`` is the scale of the last of them: what follows must be less.
    """

    total: float = 0.0
    section: float = 0.0
    least: float = math.inf

    @property
    def value(self) -> float:
        """The number so far."""
        return self.total + self.section


def joined(so_far: Sum, part: Part, linked: bool, language: str) -> Sum | None:
    """The sum with one more part; None where the part does not go on with the same number.

    ``linked``: an "and" or a hyphen joins it to those before it, or they are one word.
    """
    if not part.multiplies:
        if part.one and so_far != Sum() and not (part.joins and linked):
            return None
        return _added(so_far, part.value, linked, language)
    if part.value < _THOUSAND:
        return _multiplied(so_far, part.value)
    return _scaled(so_far, part.value)


def _added(so_far: Sum, value: float, linked: bool, language: str) -> Sum | None:
    section, end = so_far.section, so_far.section % 100
    if not section or value < last_place(section):
        fits = True
    elif language == "fr" and end == 4 and value == 20:
        value, fits = 76, True  # quatre-vingt
    elif language == "fr":
        fits = end in (60, 80) and 10 <= value < 20
    else:  # five and twenty; in Arabic five ten, too
        units_first = language in _UNITS_FIRST and (linked or (language == "ar" and value == 10))
        fits = units_first and 1 <= end < 10 and value in _TENS
    return Sum(so_far.total, section + value, so_far.least) if fits else None


def _multiplied(so_far: Sum, value: float) -> Sum | None:
    section = so_far.section
    if not section and not is_power_of_ten(value):
        return None  # a dozen, but no dozen by itself
    return Sum(so_far.total, max(section, 1.0) * value, so_far.least)


def _scaled(so_far: Sum, value: float) -> Sum | None:
    total, section = so_far.total, so_far.section
    if not total:
        return Sum(max(section, 1.0) * value, 0.0, value)
    if value > so_far.least:
        return Sum((total + section) * value, 0.0, value)  # mil quinientos millones
    if value < so_far.least and section:
        return Sum(total + section * value, 0.0, value)
    return None


def last_place(value: float) -> float:
    """The worth of the last figure of a whole number that is not zero: 100 for 1500."""
    place, number = 1.0, int(value)
    while number and number % 10 == 0:
        number, place = number // 10, place * 10
    return place
