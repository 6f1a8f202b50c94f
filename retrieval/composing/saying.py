"""What two sentences say in common, told by their words alone.

Words are compared without case and accents, by their beginnings: "Tarn" and "Tarns" are one.
A run of Chinese characters counts as its pairs.
"""

import re
from collections.abc import Collection

from retrieval.evidence import Evidence
from retrieval.times.folding import fold

_WORD = re.compile(r"\d[\d.,]*\d|\d+|[^\W\d_]+")
_CHINESE = re.compile("[\u3400-\u9fff]")
_CASED = re.compile(r"[^\W\d_]")
_STEM, _CYRILLIC_STEM = 5, 4
_ALIKE = 0.7
_NEW = 0.34
"""The share of its words that must be new in a sentence without capitals or a model's reading."""


def words_of(text: str) -> frozenset[str]:
    """The words of a text, folded and cut to their beginnings."""
    found: set[str] = set()
    for match in _WORD.finditer(text):
        word = fold(match[0])
        if _CHINESE.search(word):
            found.update(word[at : at + 2] for at in range(max(len(word) - 1, 1)))
        else:
            found.add(_cut(word))
    return frozenset(found)


def says_the_same(one: str, other: str) -> bool:
    """Whether two sentences share most of their words (Jaccard), names and numbers included."""
    left, right = words_of(one), words_of(other)
    if names_and_numbers(one) != names_and_numbers(other):
        return left == right
    return len(left & right) >= _ALIKE * len(left | right)


def names_and_numbers(text: str) -> frozenset[str]:
    """The words with a capital, but for the first of the text, and the numbers."""
    found: set[str] = set()
    for place, match in enumerate(_WORD.finditer(text)):
        word = match[0]
        if word[0].isdigit():
            found.add(word)
        elif place and word[0].isupper():
            found.add(_cut(fold(word)))
    return frozenset(found)


def brings_another(one: Evidence, said: Collection[str]) -> bool:
    """Whether a sentence names something that the texts ``said`` do not.

    It is told by the words that answer, where they are known; else by names and numbers; in a
    writing without capitals by a good share of new words.
    """
    known = frozenset(word for text in said for word in words_of(text))
    body = one.hit.article.body
    answering = words_of(body[slice(*one.answering)]) if one.answering else frozenset()
    if answering:
        return bool(answering - known)
    if _has_capitals(one.text):
        # A name that opens another sentence is not seen as one there, but its words are.
        return bool(names_and_numbers(one.text) - known)
    words = words_of(one.text)
    return bool(words) and len(words - known) >= _NEW * len(words)


def _cut(word: str) -> str:
    if word[0].isdigit():
        return word
    return word[: _CYRILLIC_STEM if "а" <= word[0] <= "ӿ" else _STEM]


def _has_capitals(text: str) -> bool:
    letters = _CASED.findall(text)
    return any(letter.lower() != letter.upper() for letter in letters)
