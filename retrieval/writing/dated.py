"""The months and days of the week that a text names; days and years in digits are figures."""

import re
from functools import cache

from retrieval.times.folding import fold
from retrieval.times.grammar import Language
from retrieval.times.languages import WRITINGS


def days_named(text: str, language: str) -> frozenset[str]:
    """Each as its kind and place ("month 5"), where ``language`` writes them in letters."""
    folded = fold(text)
    return frozenset(name for name, pattern in _patterns(language) if pattern.search(folded))


@cache
def _patterns(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    tables = [one for _, languages in WRITINGS for one in languages if one.code == code]
    return tuple(
        (f"{kind} {place}", re.compile(rf"(?<!\w)(?:{_folded(words)})(?!\w)"))
        for table in tables
        for kind, all_words in _named(table)
        for place, words in enumerate(all_words, start=1)
    )


def _named(table: Language) -> tuple[tuple[str, tuple[str, ...]], ...]:
    # Chinese writes both with a number.
    if table.code == "zh":
        return ()
    return ("month", tuple(table.months)), ("weekday", tuple(table.weekdays))


def _folded(words: str) -> str:
    return words if words.isascii() else fold(words)
