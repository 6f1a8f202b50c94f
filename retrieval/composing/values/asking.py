"""Which value a question asks for: a count, an amount with its unit, an age, or a day."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from index.languages import language_shares
from retrieval.composing.saying import names_and_numbers
from retrieval.composing.values.scopes import Scope, scope_of
from retrieval.composing.values.words import Words, words_for
from retrieval.times.folding import fold


class Kind(StrEnum):
    """What kind of value answers."""

    COUNT = "how many"
    MUCH = "how much"
    AGE = "how old"
    DAY = "when"


_FIELDS = (
    (Kind.AGE, "how_old"),
    (Kind.COUNT, "how_many"),
    (Kind.MUCH, "how_much"),
    (Kind.DAY, "when"),
)
_FIRST_OF = {"ru": ("how_old", "how_much"), "uk": ("how_old", "how_much")}
"""Where the same word asks how many and how much, what tells how much is looked for first."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question for a value, in ``language``; ``names`` are the words with a capital."""

    question: str
    folded: str
    kind: Kind
    language: str
    scope: Scope
    names: frozenset[str]


def value_asked(question: str) -> Asked | None:
    """The value that a question asks for, or None where it asks for none that can be compared."""
    folded = fold(question)
    for language, words in _likely(question):
        order = sorted(_FIELDS, key=lambda one: one[1] not in _FIRST_OF.get(language, ()))
        for kind, field in order:
            if words.has(field, folded):
                names = names_and_numbers(question)
                return Asked(question, folded, kind, language, scope_of(folded, words), names)
    return None


def _likely(question: str) -> Iterator[tuple[str, Words]]:
    """The tables to read a question by, that of its likeliest language first."""
    for language in language_shares(question):
        if words := words_for(language):
            yield language, words
