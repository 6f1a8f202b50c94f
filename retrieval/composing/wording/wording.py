"""What the words of one language tell about speakers and references; filled by its neighbours."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a reference stands for."""

    HE = "he"
    SHE = "she"
    PERSON = "person"
    """A person whose sex the word does not tell."""
    THEY = "they"
    GROUP = "group"
    """A company, an authority, a club: "the company"."""
    TEXT = "text"
    """What was written: "the statement"."""
    IT = "it"
    SOURCE = "source"
    """Whoever says it: "the surgeon", where the word is in no table."""
    THIS = "this"
    """A thing or all that was just said."""


def words(text: str) -> frozenset[str]:
    """The words of a table, by white space; an underscore stands for a space."""
    return frozenset(word.replace("_", " ") for word in text.split())


def kinds(**rows: str) -> dict[str, Kind]:
    """A table from word to kind, a row for each kind by its name in lower case."""
    return {word: Kind(kind) for kind, row in rows.items() for word in words(row)}


@dataclass(frozen=True, slots=True)
class Wording:
    """All words in lower case.

    ``saying``: verbs of saying, in the forms news uses; ``feminine``, ``masculine``: those of them,
    and the titles and nouns before or after a name, that tell a sex. ``stances``: verbs after which
    the next sentence often goes on in the same voice. ``pronouns``: as subject or possessive;
    ``oblique``: after "according to". ``nouns``: what a bare article and noun refer back as.
    ``articles`` are definite, ``demonstratives`` precede a noun or stand alone (``Kind.THIS``).
    ``openers`` may stand before a reference at the beginning, ``between`` between subject and verb.
    ``empty``: for a pronoun, the words after it that show it to mean nothing. ``that`` opens what
    was said; ``null_subject``: the language often leaves the pronoun out. ``according``: phrases
    before a source. ``titles`` stand before a person's name, ``bodies`` are part of the name of an
    organisation; ``places`` are prepositions that come before a place
    rather than a person, ``prepositions`` all those that open an adverbial phrase; ``people`` are
    persons without a name.
    ``clauses`` open a subordinate clause. ``reported``: verb forms that reported speech has, and
    ``reported_endings`` those of longer verbs. ``telling``: words by which somebody's account is
    introduced; ``pointing``: those that open a sentence on what was said just before.
    ``asking``: the verbs of saying whose subject waits for an answer. ``languages``: ISO 639-1
    codes of those it is for. ``time`` are nouns of time and names of days and months.
    """

    saying: frozenset[str]
    pronouns: Mapping[str, Kind]
    nouns: Mapping[str, Kind]
    articles: frozenset[str]
    openers: frozenset[str]
    between: frozenset[str]
    that: frozenset[str]
    according: tuple[str, ...]
    titles: frozenset[str]
    people: frozenset[str]
    time: frozenset[str]
    places: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    demonstratives: frozenset[str] = frozenset()
    clauses: frozenset[str] = frozenset()
    oblique: Mapping[str, Kind] = field(default_factory=dict)
    empty: Mapping[str, frozenset[str]] = field(default_factory=dict)
    stances: frozenset[str] = frozenset()
    passive: frozenset[str] = frozenset()
    feminine: frozenset[str] = frozenset()
    masculine: frozenset[str] = frozenset()
    reported: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    pointing: frozenset[str] = frozenset()
    reported_endings: tuple[str, ...] = ()
    nouns_have_capitals: bool = False
    null_subject: bool = False
    asking: frozenset[str] = frozenset()
    languages: tuple[str, ...] = ("en", "de", "fr", "es", "pt", "ru", "uk")
