"""A sentence chosen to be quoted."""

from dataclasses import dataclass

from index.sentences import Span
from retrieval.evidence import Evidence
from retrieval.outcomes import Bracket


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence of an answer.

    ``answering`` and ``brackets`` are those of :class:`retrieval.outcomes.Citation`. ``brought``:
    it does not answer, but names who or what the next one speaks of, or who says it.
    """

    evidence: Evidence
    answering: tuple[Span, ...] = ()
    brackets: tuple[Bracket, ...] = ()
    brought: bool = False


def quote_of(one: Evidence) -> Quote:
    """A sentence quoted as it is, with the words that answer where they are known."""
    return Quote(one, (one.answering,) if one.answering else ())
