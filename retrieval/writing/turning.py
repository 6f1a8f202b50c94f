"""Words that turn what is said round, or leave it open: "not", "denied", "may".

A sentence must keep those of the clause that it repeats, and may bring none of its own.
"""

import re
from collections.abc import Sequence
from functools import cache

from retrieval.times.folding import fold
from retrieval.writing.stems import telling_stems
from retrieval.writing.word_tables import read_table

_CLAUSE = re.compile(r"[,;:—–()\[\]。，；、！？!?.\n«»\"“”،؛]+(?!\d)")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SHARED = 0.5
"""The share of a clause's words from which on a sentence repeats it."""

_HARDLY_TOLD = ("zh", "ar")
"""Where words have prefixes or no ends, so that a clause is taken for repeated sooner."""


def turned(sentence: str, quotes: Sequence[str], language: str) -> tuple[str, ...]:
    """How ``sentence`` differs from ``quotes``: "not lost", "may added" and so on; empty if not."""
    said = telling_stems(sentence, language)
    kinds = _kinds(sentence, language)
    faults: list[str] = []
    for clause in _clauses(quotes):
        lost = _kinds(clause, language) - kinds
        repeated = _repeats(without_turning(clause, language), said) or (
            language in _HARDLY_TOLD and _repeats(said, telling_stems(clause, language))
        )
        faults += [
            f"{kind} lost"
            for kind in sorted(lost)
            if repeated or _next_to(kind, clause, language, after=1, before=0) & said
        ]
    for clause in _clauses([sentence]):
        faults += [
            f"{kind} added"
            for kind in sorted(_kinds(clause, language))
            if not _bears_out(quotes, kind, clause, language)
        ]
    return tuple(dict.fromkeys(faults))


def _bears_out(quotes: Sequence[str], kind: str, clause: str, language: str) -> bool:
    """Whether ``quotes`` turn, in this kind, something of what the clause turns."""
    if language in _HARDLY_TOLD:
        own = without_turning(clause, language)
        return any(
            kind in _kinds(quote, language) and _repeats(own, telling_stems(quote, language))
            for quote in quotes
        )
    near = _next_to(kind, clause, language, after=2, before=0)
    near = near or _next_to(kind, clause, language, after=0, before=2)
    turned_there = frozenset[str]().union(
        *(_next_to(kind, one, language, after=3, before=2) for one in _clauses(quotes))
    )
    return bool(near & turned_there)


def _next_to(kind: str, clause: str, language: str, after: int, before: int) -> frozenset[str]:
    """The telling words next to each that turns: what is "not", "denied" or "may"."""
    pattern = dict(_patterns(language))[kind]
    words = [word[0] for word in _WORD.finditer(clause)]
    told = [without_turning(word, language) for word in words]
    found: set[str] = set()
    for place, word in enumerate(words):
        if language != "zh" and pattern.search(fold(word)):
            following = list(filter(None, told[place + 1 :]))[:after]
            leading = list(filter(None, told[:place]))[-before:] if before else []
            found = found.union(*following, *leading)
    return frozenset(found)


def _repeats(clause: frozenset[str], said: frozenset[str]) -> bool:
    return bool(clause) and len(clause & said) >= _SHARED * len(clause)


def _clauses(texts: Sequence[str]) -> list[str]:
    return [clause for text in texts for clause in _CLAUSE.split(text) if clause.strip()]


def without_turning(clause: str, language: str) -> frozenset[str]:
    """The telling stems of a clause without those of the words that turn it."""
    if language == "zh":
        clause = "".join(" " if _kinds(sign, language) else sign for sign in clause)
    else:
        clause = _WORD.sub(lambda word: "" if _kinds(word[0], language) else word[0], clause)
    return telling_stems(clause, language)


def _kinds(text: str, language: str) -> frozenset[str]:
    folded = fold(text)
    return frozenset(kind for kind, pattern in _patterns(language) if pattern.search(folded))


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (kind, _pattern(words, language))
        for of, kind, words in read_table("turning_words.tsv")
        if of == language
    )


def _pattern(words: Sequence[str], language: str) -> re.Pattern[str]:
    if language == "zh":
        return re.compile("|".join(words))
    forms = (re.escape(word).replace(r"\*", r"\w*") for word in words)
    begins = r"(?<!\w)و?" if language == "ar" else r"(?<!\w)"
    # "n't" ends a word, and "n'" begins one.
    ends = {"n't": r"n't(?!\w)", "n'": r"(?<!\w)n'"}
    return re.compile("|".join(ends.get(form, rf"{begins}{form}(?!\w)") for form in forms))
