"""Reads a sentence in a language with capital letters: Latin or Cyrillic script."""

from collections.abc import Sequence

from index.sentences import Span
from retrieval.composing.attributions import attribution
from retrieval.composing.mentions import mentions, name_runs
from retrieval.composing.pronouns import opening
from retrieval.composing.reading import Reading
from retrieval.composing.wording.wording import Wording
from retrieval.composing.words_in_order import masked, words_in_order

_FIRST_PERSON = frozenset("ich i je yo eu я".split())


def read_alphabetic(body: str, sentence: Span, spoken: Sequence[Span], wording: Wording) -> Reading:
    """What ``sentence`` tells of speakers and references."""
    start, end = sentence
    text = masked(body, start, end, spoken)
    tokens = words_in_order(text, start)
    runs = name_runs(tokens, wording)
    named = [any(first <= k < last for first, last in runs) for k in range(len(tokens))]
    said = attribution(tokens, wording, named)
    found = mentions(body, tokens, runs, wording, said.place if said else None)
    opens = None
    if tokens and not any(first <= start for first, _ in spoken):
        opens = opening(tokens, named, found, wording)
    lows = [token.low for token in tokens]
    people = any(
        low in wording.people and not any(named[k + 1 : k + 3]) for k, low in enumerate(lows)
    )
    carries_on = bool(wording.reported.intersection(lows)) and not _FIRST_PERSON.intersection(lows)
    return Reading(
        start,
        end,
        tuple(spoken),
        bool(tokens),
        found,
        opens,
        said is not None and said.reference is None,
        said.reference if said else None,
        people,
        text.rstrip("\x00 \n").endswith((":", "：")),
        carries_on and said is None,
        bool(wording.stances.intersection(lows)),
    )
