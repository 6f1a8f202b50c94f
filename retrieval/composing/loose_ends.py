"""What a sentence that is brought along itself leaves open: whom its own pronoun stands for."""

from collections.abc import Mapping

from retrieval.composing.antecedents import named_in, sole_name
from retrieval.composing.known_names import is_name, sex_in
from retrieval.composing.reading import Reference
from retrieval.composing.readings import Readings
from retrieval.composing.standing_for import namers
from retrieval.composing.wording.wording import Kind
from retrieval.outcomes import Bracket

_DEEP = 2
"""Sentences that are followed from one to the other."""


def tied_up(
    readings: Readings, place: int, wanted: Mapping[int, tuple[Bracket, ...]], deep: int = _DEEP
) -> dict[int, tuple[Bracket, ...]]:
    """The sentences ``wanted`` at their places, with what names those they only refer to.

    A name is put in brackets where it is sure; else the sentence with the name is brought, before
    the one that refers to it, so that it is the last to be left out.
    """
    found: dict[int, tuple[Bracket, ...]] = {}
    for told, brackets in wanted.items():
        loose = None if brackets or told == place else loose_end(readings, told)
        if loose is None:
            found.setdefault(told, brackets)
            continue
        if loose is readings[told].opening and wanted.keys() & set(namers(readings, told, loose)):
            found.setdefault(told, ())
            continue  # the name is shown already
        name = None if loose.silent else sole_name(readings, told, loose)
        if name:
            found[told] = (Bracket(loose.at, name),)
            continue
        if deep:
            more = {
                k: ()
                for k in namers(readings, told, loose)
                if k != place and _tells_who(readings, k)
            }
            for k, own in tied_up(readings, place, more, deep - 1).items():
                found.setdefault(k, own)
        found.setdefault(told, ())
    return found


def loose_end(readings: Readings, place: int) -> Reference | None:
    """The reference in a sentence to who speaks in it or after it; None where he is named."""
    reading = readings[place]
    if reading.asks:
        return None  # another answers
    if reading.speaks_as is not None:
        return None if named_in(readings, place, reading.speaks_as) else reading.speaks_as
    acting = [one for one in reading.mentions if one.acts and (one.sure or is_name(readings, one))]
    closing = reading.closing
    if closing is not None and not _may_be(readings, place, closing):
        return closing
    opening = reading.opening
    if acting or opening is None or opening.word or opening.owns or opening.kind is Kind.THIS:
        return None
    return opening


def _tells_who(readings: Readings, place: int) -> bool:
    """Whether the sentence names or describes somebody, or leads on to one that does."""
    reading = readings[place]
    refers = reading.speaks_as is not None or reading.opening is not None
    return (
        refers or bool(reading.described) or any(one.acts or one.sure for one in reading.mentions)
    )


def _may_be(readings: Readings, place: int, reference: Reference) -> bool:
    """Whether the sentence names a person before ``reference`` whose sex is that of it."""
    return any(
        one.end < reference.at and sex_in(readings, one) is reference.kind
        for one in readings[place].mentions
    )
