"""Who speaks, as the sentences that tell it."""

from dataclasses import dataclass

from retrieval.composing.naming import likeliest, named_before, names_source
from retrieval.composing.reading import Reference
from retrieval.composing.readings import Readings
from retrieval.composing.wording.wording import Kind


@dataclass(frozen=True, slots=True)
class Source:
    """``places`` are the sentences that tell who speaks, the likeliest first.

    ``reference`` stands for the speaker in the first of them.
    """

    places: tuple[int, ...]
    reference: Reference | None = None


def told_by(readings: Readings, place: int) -> Source:
    """The sentence at ``place``, and before it the one that names whom it only refers to."""
    reading = readings[place]
    if names_source(readings, place):
        named = any(one.acts or one.sure for one in reading.mentions)
        named = named or (reading.speaker and Kind.GROUP in reading.described)
        more = [] if named else named_before(readings, place)
        return Source((place, *likeliest(more)[:1]))
    reference = reading.speaks_as or reading.opening
    if reference is not None:
        return Source((place,), reference)
    return Source((*likeliest(named_before(readings, place))[:1], place))
