"""The words right before and after a phrase that bound it: since, until, early, published in."""

from dataclasses import dataclass

from retrieval.times.candidates import Candidate
from retrieval.times.days import Part
from retrieval.times.grammar import Bound, Meaning
from retrieval.times.patterns import Patterns

_LONGEST_LEAD = 60
_BOUNDS = frozenset(Bound)
_ON_A_DAY = (Meaning.DATE, Meaning.DATES, Meaning.WEEKDAY, Meaning.LAST_WEEKDAY)
# "After Monday's vote" is from Monday on; "before" it, Monday is but the day of the vote.
_OF_EVENT = {Bound.AFTER: Bound.SINCE, Bound.BEFORE: Bound.IN}


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
    start, end, bound, part = said.start, said.end, None, None
    found = _lead(folded, start, patterns)
    reported, article = found.pop("reported", None), found.pop("article", None)
    by_part = any(name in found for name in Part)
    for name, at in found.items():
        if name == Bound.ON and not by_part and said.meaning not in _ON_A_DAY:
            continue
        start = min(start, at)
        bound, part = (Bound(name), part) if name in _BOUNDS else (bound, Part(name))
    # A part may be followed by a bound, as in 6月初以来.
    while tail := patterns.tail.match(folded, end):
        name, end = tail.lastgroup or "", tail.end()
        bound, part = (Bound(name), part) if name in _BOUNDS else (bound, Part(name))
    if said.meaning == Meaning.DATES:
        bound = Bound.IN  # "from 3 to 9 June" is bounded by itself
    year_of_event = said.meaning == Meaning.YEAR and article is not None and not part
    if bound and (year_of_event or folded.startswith("'s", end)):
        bound = _OF_EVENT.get(bound, bound)
    if year_of_event and bound in (None, Bound.IN):
        start = said.start  # in "in the 2021 final", "in" is of the final
    # "Reports of the 2021 flood" are of no known day.
    return Phrase(said, start, end, bound, part, reported is not None and not year_of_event)


def _lead(folded: str, end: int, patterns: Patterns) -> dict[str, int]:
    """What kinds of bounding words stand right before ``end``, and where each begins."""
    lead = patterns.lead.search(folded, max(0, end - _LONGEST_LEAD), end)
    named = lead.groupdict().items() if lead else ()
    return {name: lead.start(name) for name, words in named if words and lead}
