"""The words for numbers of each language, read once from the table beside this file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from retrieval.times.folding import fold

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
"""A word of a folded text; one with an apostrophe is whole."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one word says of a number.

    ``multiplies``: it multiplies what stands before it. ``one``: it is as often an article, and
    counts only before a word that multiplies or, where ``joins``, beside other parts. ``ordinal``:
    it tells a place. ``shortened``: it may stand with a point.
    """

    value: float
    multiplies: bool = False
    one: bool = False
    joins: bool = True
    ordinal: bool = False
    shortened: bool = False


def is_power_of_ten(value: float) -> bool:
    """Whether ``value`` is 1, 10, 100 and so on."""
    return f"{value:.0f}".strip("0") == "1"


@cache
def number_words(language: str) -> Mapping[str, Part]:
    """The folded words for numbers of a language (ISO 639-1); none for one of another."""
    found: dict[str, Part] = {}
    table = files("retrieval.numbers").joinpath("number_words.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        of, _, row = line.partition("\t")
        if of != language:
            continue
        mark, words, *ordinals = row.split("\t")
        value = float(mark.strip("×+"))
        for word in words.split():
            found[fold(word).removesuffix(".")] = Part(
                value,
                multiplies=mark.startswith("×"),
                one=mark in ("1×", "1+"),
                joins=mark != "1×",
                shortened=word.endswith("."),
            )
        for word in " ".join(ordinals).split():
            found[fold(word)] = Part(value, ordinal=True)
    return found
