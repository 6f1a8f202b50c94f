"""Reads the times of a question, in whichever of the languages of the interface it is."""

from collections.abc import Iterator
from datetime import datetime
from functools import cache

from retrieval.query import NO_TIMES, Times
from retrieval.times.folding import fold
from retrieval.times.grammar import Language
from retrieval.times.languages import WRITINGS
from retrieval.times.patterns import Patterns, compile_language
from retrieval.times.periods import named_periods


def read_times(question: str, asked: datetime, week_starts: int = 0) -> Times:
    """What ``question`` says of time, counted from the day of ``asked`` where it was asked.

    ``week_starts`` is the first day of a calendar week, 0 for Monday to 6 for Sunday. Any text is
    read; where it names no time, or none that is sure, the period is None.
    """
    folded = fold(question)
    languages = tuple(_languages_of(question))
    if not languages:
        return NO_TIMES
    read = [
        named_periods(question, folded, patterns, asked.date(), week_starts)
        for patterns in languages
    ]
    borne_out = [len(patterns.common.findall(folded)) for patterns in languages]
    likely = [
        (named.letters, common, named.width, -place)
        for place, (named, common) in enumerate(zip(read, borne_out, strict=True))
        if 2 * common + 1 >= max(borne_out)
    ]
    named = read[-max(likely)[-1]]
    latest = any(each.latest.search(folded) for each in languages)
    return Times(named.period, latest)


def _languages_of(question: str) -> Iterator[Patterns]:
    return (
        patterns_of(language)
        for letters, languages in WRITINGS
        if letters.search(question)
        for language in languages
    )


@cache
def patterns_of(language: Language) -> Patterns:
    """The expressions of one language, compiled when first asked for and kept."""
    # Compiled when first needed: a reader of one writing need not wait for the others.
    return compile_language(language)
