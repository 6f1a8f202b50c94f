"""Which sentences show what a pronoun or a bare noun stands for."""

from retrieval.composing.naming import (
    PERSONS,
    Namer,
    likeliest,
    named_after,
    named_before,
    plain_before,
)
from retrieval.composing.reading import Reference
from retrieval.composing.readings import Readings
from retrieval.composing.wording.wording import Kind

_MAY_FOLLOW = PERSONS | {Kind.THEY}
_BY_NOUN = frozenset({Kind.GROUP, Kind.THEY})


def namers(readings: Readings, place: int, reference: Reference) -> tuple[int, ...]:
    """The sentences that name what ``reference`` at ``place`` stands for: one, or two in doubt.

    A noun in a sentence that is nobody's words needs none where no other sentence has it.
    """
    nearer = _subject_before(readings, place, reference)
    if nearer:
        return nearer
    found = _that_may_be_meant(readings, place, reference)
    after: list[Namer] = []
    if reference.kind in _MAY_FOLLOW and not any(one.name for one in found):
        after = [one for one in named_after(readings, place, reference.kind) if one.name]
    named = likeliest([*found, *after])
    if named or (reference.word and not readings[place].says):
        return named
    return plain_before(readings, place)


def _subject_before(readings: Readings, place: int, reference: Reference) -> tuple[int, ...]:
    """The sentence before, whose subject "it" or "they" goes on with, and what names that."""
    pronoun = reference.kind in (Kind.IT, Kind.THEY) and not reference.word
    if not (pronoun and place and readings.together(place - 1, place)):
        return ()
    nearer = readings[place - 1].opening
    if nearer is not None and nearer.kind in _BY_NOUN and nearer.word:
        return (*namers(readings, place - 1, nearer)[:1], place - 1)  # "The gallery … It"
    own = readings[place]
    plain = not (own.says or own.points or own.carries_on)
    goes_on = plain or reference.kind is Kind.THEY
    return (place - 1,) if goes_on and readings[place - 1].opens_with_noun else ()


def _that_may_be_meant(readings: Readings, place: int, reference: Reference) -> list[Namer]:
    found = named_before(readings, place, reference.kind, reference.word)
    own = readings[place]
    heard = own.says or own.stance or own.tells
    if not reference.word or heard or reference.kind is Kind.GROUP:
        return found
    many = reference.kind is Kind.THEY
    return [
        one
        for one in found
        if reference.word in readings.text(one.place)
        or (many and len(readings[one.place].mentions) > 1)
    ]
