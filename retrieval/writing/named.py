"""Names in a sentence that what it cites does not have.

A name is a word with a capital, other than a month or day of the week; one that opens the sentence
counts unless it is a small word. German nouns count too, so a German sentence has to keep to
the nouns of its quote. Chinese and Arabic have no capitals: there, names are words like others.
"""

import re
from collections.abc import Iterator, Sequence

from retrieval.follow_ups.tokens import Token, tokens_of
from retrieval.writing.dated import days_named
from retrieval.writing.stems import all_stems, stems_of, vocabulary_for

_ADJACENT = re.compile(r"[ \u00a0-]|\. ?")


def strange_names(sentence: str, support: Sequence[str], language: str) -> tuple[str, ...]:
    """The names of ``sentence`` that stand in none of ``support``, and neighbours put together.

    Of "Odd Lind" both words may stand there, and yet nobody is called so: names side by side must
    stand in one run of names.
    """
    known = frozenset(stem for text in support for stem in all_stems(text, language))
    runs = [
        [stems_of(token, language) for token in run]
        for text in support
        for run in runs_of_names(text, language)
    ]
    strange: list[str] = []
    for run in runs_of_names(sentence, language):
        own = [stems_of(token, language) for token in run]
        strange += [
            token.text for token, stems in zip(run, own, strict=True) if not known.issuperset(stems)
        ]
        for at in range(len(run) - 1):
            if not any(_in_order(own[at], own[at + 1], other) for other in runs):
                strange.append(f"{run[at].text} {run[at + 1].text}")
    return tuple(strange)


def _in_order(first: tuple[str, ...], second: tuple[str, ...], run: list[tuple[str, ...]]) -> bool:
    return first in run and second in run[run.index(first) + 1 :]


def runs_of_names(text: str, language: str) -> Iterator[list[Token]]:
    """Names side by side, in order."""
    vocabulary = vocabulary_for(language)
    run: list[Token] = []
    for token in tokens_of(text):
        small = token.key in vocabulary.empty or token.key in vocabulary.general
        named = token.capital and not (token.opens and small and not token.text[1:].isupper())
        # "Feb." is a month with its day only. The days have a check of their own.
        named = named and not days_named(text[token.start : token.end + 4], language)
        near = bool(run) and bool(_ADJACENT.fullmatch(text, run[-1].end, token.start))
        if run and not (named and near):
            yield run
            run = []
        if named:
            run.append(token)
    if run:
        yield run
