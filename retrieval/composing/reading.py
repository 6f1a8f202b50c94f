"""What is read off one sentence about who speaks in it and what it refers back to."""

from dataclasses import dataclass

from index.sentences import Span
from retrieval.composing.wording.wording import Kind


@dataclass(frozen=True, slots=True)
class Reference:
    """A word that stands for someone or something named elsewhere.

    A name may be put after it at ``body[:at]``. ``silent``: there is no pronoun, only the form of
    the verb; ``owns``: it is a possessive. ``word`` is the noun of a reference like "the company",
    in lower case.
    """

    at: int
    kind: Kind
    silent: bool = False
    word: str = ""
    owns: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """Someone or something named in a sentence.

    ``person`` is None where it cannot be told; ``sure``: a title, a verb of saying or the like
    shows it. ``acts``: it is the subject. ``sex`` is he, she or None.
    """

    name: str
    start: int
    end: int
    person: bool | None
    sure: bool
    acts: bool
    sex: Kind | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence, ``body[start:end]``.

    ``spoken`` are its parts within quotation marks that are somebody's words, ``narrated``: there
    are letters outside of them. ``opening`` is the reference that it opens with. ``speaker``: a
    verb of saying has a named subject here; ``speaks_as``: its subject refers back instead.
    ``people``: there are, or in a script without capitals may be, persons without a name.
    ``carries_on``: only reported speech is worded so; ``stance``: the next sentence most likely
    goes on in the voice of this one. ``tells``: it says, or a statement, an interview or the like
    is spoken of. ``described``: the kinds of sources that have no name but more than an article ("a
    spokeswoman for the ministry"). ``points``: it opens with a word for what was said just before.
    ``first_person``: outside of quotation marks it says "I" or "we". ``opens_with_noun``: it opens
    with an article and a noun, which the next sentence may go on with as "it". ``closing`` is
    the pronoun that is the subject of a later clause ("…, and she was asked about it"). ``asks``:
    its verb of saying asks, so that somebody else answers; ``had_said``: that verb
    is itself in a form of reported speech ("engineers had found").
    """

    start: int
    end: int
    spoken: tuple[Span, ...]
    narrated: bool
    mentions: tuple[Mention, ...]
    opening: Reference | None
    speaker: bool
    speaks_as: Reference | None
    people: bool
    announces: bool
    carries_on: bool
    stance: bool
    tells: bool
    described: frozenset[Kind]
    points: bool
    first_person: bool
    opens_with_noun: bool = False
    closing: Reference | None = None
    asks: bool = False
    had_said: bool = False

    @property
    def says(self) -> bool:
        """Whether a verb of saying has a subject here."""
        return self.speaker or self.speaks_as is not None

    @property
    def all_spoken(self) -> bool:
        """Whether nothing stands outside of quotation marks."""
        return bool(self.spoken) and not self.narrated
