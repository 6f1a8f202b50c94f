"""Who most probably speaks where nothing says so: by the place of the words in their paragraph.

A guess is shown by the sentences that name whom it may be, never by a name in brackets.
"""

from retrieval.composing.naming import likeliest, named_before
from retrieval.composing.reading import Reference
from retrieval.composing.readings import Readings
from retrieval.composing.source import Source, told_by
from retrieval.composing.standing_for import namers
from retrieval.composing.wording.wording import Kind

_PERSONS = frozenset({Kind.HE, Kind.SHE})
_OPENING = 3
"""Sentences of an article that may tell who gives an interview or writes."""


def subject_of_last(readings: Readings, first: int) -> Source | None:
    """Who the sentence before speech is about, where a pronoun tells: "…, she said", "He sighed".

    Where it says nothing, another who has a part in the paragraph may speak as well. One who asks
    is not the one who speaks next.
    """
    last = first - 1
    if last < 0 or readings[last].all_spoken or readings[last].asks:
        return None
    reading = readings[last]
    if reading.speaks_as is not None:
        return told_by(readings, last)
    opening = reading.opening
    if opening is None or opening.word or opening.kind not in _PERSONS or reading.says:
        return None
    if any(one.acts and one.sure for one in reading.mentions):
        return None
    return Source((*_candidates(readings, last, opening), last))


def _candidates(readings: Readings, last: int, opening: Reference) -> tuple[int, ...]:
    """The sentence that names the subject, and the nearest in the paragraph with another's name."""
    meant = namers(readings, last, opening)
    names = {one.name for one in named_before(readings, last, opening.kind) if one.place in meant}
    apart = not readings.together(last, last + 1)  # a new paragraph may be another's turn
    others = [
        one.place
        for one in named_before(readings, last, Kind.PERSON)
        if one.name and one.name not in names and (apart or readings.together(one.place, last))
    ]
    known = any(one.sure and one.person for k in meant for one in readings[k].mentions)
    opens = () if known else opening_of_paragraph(readings, last + 1)
    return tuple(dict.fromkeys((*opens, *meant, *others[:1])))


def opening_of_paragraph(readings: Readings, first: int) -> tuple[int, ...]:
    """The sentence that opens the paragraph of speech: who is heard in it is often named there."""
    k = first
    while k and readings.together(k - 1, first):
        k -= 1
    return (k,) if k < first and not readings[k].all_spoken else ()


def writer_of(readings: Readings, place: int) -> Source | None:
    """Who speaks of himself outside of quotation marks: named where the article opens or closes."""
    count = len(readings)
    found = [
        *named_before(readings, place),
        *named_before(readings, min(place, _OPENING)),
        *named_before(readings, count if place < count - 1 else place)[:1],
    ]
    found = [one for one in found if one.name] or found
    return Source(likeliest(found)) if found else None
