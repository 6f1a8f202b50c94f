"""The small words of one language by which a question leans on the one before it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Words = frozenset[str]
Neighbours = Mapping[str, Words]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Words of one language, or of two that share a script, in lower case.

    ``openers`` begin a question that goes on ("and", "what about"), ``closers`` end one.
    ``back`` point to what was said before; ``bound`` do unless the question itself names it first
    ("did farmers get their money"); ``persons`` are those of both that mean somebody.
    ``not_before``, ``not_after``, ``only_after``: the neighbours without, or only with, which such
    a word points back ("this week", "is there", "about that").
    ``hollow`` predicates take an "it" that means nothing where one of ``clauses`` follows ("is it
    true that"). ``general`` words fit any event and name none ("how many people died").
    ``articles`` make the noun after them one already known, unless ``indefinite``; ``prefix`` is
    one written with its noun; ``capitals`` tell names.
    ``news`` ask for whatever there is; ``amounts`` ask how many. ``function`` are the other words
    without content. ``empty`` is the union of all but ``general``.
    """

    questions: Words
    openers: tuple[tuple[str, ...], ...]
    back: Words
    bound: Words = frozenset()
    persons: Words = frozenset()
    closers: Words = frozenset()
    not_before: Neighbours = field(default_factory=dict)
    not_after: Neighbours = field(default_factory=dict)
    only_after: Neighbours = field(default_factory=dict)
    hollow: Words = frozenset()
    clauses: Words = frozenset()
    articles: Words = frozenset()
    indefinite: Words = frozenset()
    prefix: str = ""
    prepositions: Words = frozenset()
    auxiliaries: Words = frozenset()
    time_starts: Words = frozenset()
    general: Words = frozenset()
    amounts: Words = frozenset()
    news: Words = frozenset()
    function: Words = frozenset()
    capitals: bool = True
    empty: Words = field(init=False)

    def __post_init__(self) -> None:
        joined = frozenset(word for opener in self.openers for word in opener)
        parts = (self.questions, self.back, self.bound, self.closers, self.articles)
        more = (self.prepositions, self.auxiliaries, self.clauses, self.function)
        object.__setattr__(self, "empty", joined.union(*parts, *more))


def words(text: str) -> Words:
    """The words of ``text``, parted by spaces."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of ``text``, parted by commas, the longest first."""
    return tuple(sorted((tuple(one.split()) for one in text.split(",")), key=len, reverse=True))
