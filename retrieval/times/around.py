"""The words right before and after a phrase that bound it: since, until, early, published in."""

from dataclasses import dataclass

from retrieval.times.candidates import Candidate
from retrieval.times.days import Part
from retrieval.times.grammar import Bound
from retrieval.times.patterns import Patterns

_LONGEST_LEAD = 60
_BOUNDS = frozenset(Bound)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with its bounding words; ``start`` and ``end`` take these in."""

    said: Candidate
    start: int
    end: int
    bound: Bound | None = None
    part: Part | None = None
    reported: bool = False


def phrase_of(said: Candidate, folded: str, patterns: Patterns) -> Phrase:
    """``said`` together with the words that stand around it."""
    start, end, bound, part, reported = said.start, said.end, None, None, False
    lead = patterns.lead.search(folded, max(0, start - _LONGEST_LEAD), start)
    for name, words in lead.groupdict().items() if lead else ():
        if words is None or not lead:
            continue
        if name == "reported":
            reported = True
            continue
        start = min(start, lead.start(name))
        bound, part = (Bound(name), part) if name in _BOUNDS else (bound, Part(name))
    # A part may be followed by a bound, as in 6月初以来.
    while tail := patterns.tail.match(folded, end):
        name = tail.lastgroup or ""
        end = tail.end()
        bound, part = (Bound(name), part) if name in _BOUNDS else (bound, Part(name))
    if folded.startswith("'s", end):
        # "After Monday's vote" is from Monday on; "before" it, Monday is but the day of the vote.
        bound = {Bound.AFTER: Bound.SINCE, Bound.BEFORE: Bound.IN}.get(bound or Bound.IN, bound)
    return Phrase(said, start, end, bound, part, reported)
