"""What stands around a name and tells what it names, and whether it is the subject."""

import re
from collections.abc import Sequence

from retrieval.composing.wording.wording import Kind, Wording
from retrieval.composing.words_in_order import Word

_PERSON = re.compile(r",? (?:who|whose|whom|quien|котор(?:ый|ая)|котр(?:ий|а))\b")
_THING = re.compile(r", which\b")
_PHRASE = 14
"""Words of a phrase before the subject: "Questioned by the club's barrister, Mr Farrant"."""
_TRADE = 3
"""Words of an article and a trade before a name: "the guide", "la déléguée syndicale"."""
_APPOSITION = 7
"""Words of a subject before the name beside it: "The minister of transport, Ada Holm,"."""
_BY_PERSONS = re.compile(r"[^\W\d_]{2,}ed")


def relates_to_person(body: str, at: int) -> bool:
    """Whether a relative pronoun that only persons have follows: "Holm, who"."""
    return bool(_PERSON.match(body, at))


def relates_to_thing(body: str, at: int) -> bool:
    """Whether one follows that persons do not have: "Rostra, which"."""
    return bool(_THING.match(body, at))


def is_apposed(tokens: Sequence[Word], first: int, last: int, wording: Wording) -> bool:
    """Whether a name between commas explains a person's noun: "The owner, Ada Holm, said"."""
    closed = last < len(tokens) and tokens[last].breaks
    if not (first and tokens[first].breaks and closed and tokens[0].low in wording.articles):
        return False
    before = tokens[1:first]
    kinds = {wording.nouns.get(one.low) for one in before}
    return (
        len(before) < _APPOSITION
        and not any(one.breaks for one in before)
        and not kinds & {Kind.GROUP, Kind.TEXT}
        and not wording.bodies.intersection(one.low for one in before[:1])
    )


def is_late_subject(tokens: Sequence[Word], first: int, last: int, wording: Wording) -> bool:
    """Whether a name after a comma is the subject.

    A phrase stands before it ("Asked about the pay offer, Holm"), or the noun that it explains
    ("The mayor, Holm, said").
    """
    start = first
    while start and not tokens[start].breaks:
        start -= 1
        if tokens[start].capital or first - start > _TRADE:
            return False
    if start < first and tokens[start].low not in wording.articles | wording.titles:
        return False
    if not start or (last < len(tokens) and tokens[last].capital and not tokens[last].breaks):
        return False
    closed = last == len(tokens) or tokens[last].breaks
    opens = tokens[0].low
    if closed:
        apposed = opens in wording.articles and not any(one.breaks for one in tokens[1:start])
        return last < len(tokens) and apposed and start <= _APPOSITION
    kind = wording.nouns.get(opens)
    person = kind in (Kind.PERSON, Kind.HE, Kind.SHE) or opens in wording.titles | wording.people
    phrase = opens in wording.prepositions | wording.clauses | wording.time
    return start <= _PHRASE and (phrase or person or bool(_BY_PERSONS.fullmatch(opens)))
