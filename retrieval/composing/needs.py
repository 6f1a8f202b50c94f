"""What one sentence lacks to be understood and rightly attributed alone."""

from dataclasses import dataclass

from index.sentences import Span
from retrieval.composing.antecedents import named_in, sole_name
from retrieval.composing.known_names import full_name
from retrieval.composing.loose_ends import tied_up
from retrieval.composing.naming import before
from retrieval.composing.neighbourhood import around
from retrieval.composing.reading import Reference
from retrieval.composing.readings import Readings
from retrieval.composing.speakers import source_of
from retrieval.composing.standing_for import namers
from retrieval.composing.wording.wording import Kind
from retrieval.evidence import Evidence
from retrieval.outcomes import Bracket

_MOST = 2
"""Sentences brought for one."""


@dataclass(frozen=True, slots=True)
class Needs:
    """What one sentence needs: brackets, and sentences of its article with their own brackets.

    Those needed most come first.
    ``instead`` are the brackets that do where there is no room for the sentences.
    """

    brackets: tuple[Bracket, ...] = ()
    sentences: tuple[tuple[Span, tuple[Bracket, ...]], ...] = ()
    instead: tuple[Bracket, ...] = ()


def needs_of(evidence: Evidence) -> Needs:
    """What the sentence lacks to stand alone: of the sentences, those it needs most first."""
    article = evidence.hit.article
    own = (evidence.start, evidence.end)
    readings = Readings(around(article, own), evidence.hit.passage.text)
    place = readings.around.own
    reading, source = readings[place], source_of(readings, place)
    brackets: dict[int, str] = {}
    instead: dict[int, str] = {}
    wanted: dict[int, tuple[Bracket, ...]] = {}
    references: dict[int, tuple[int, Reference]] = {}
    if source and source.reference:
        references[source.reference.at] = (source.places[0], source.reference)
    if reading.opening:
        references.setdefault(reading.opening.at, (place, reading.opening))
    for at, (told, reference) in references.items():
        if named_in(readings, told, reference):
            continue
        name = sole_name(readings, told, reference)
        if name and not reference.silent and told == place:
            brackets[at] = name
        elif name and not reference.silent:
            wanted[told] = (Bracket(at, name),)
        else:
            for k in _naming(readings, told, reference):
                wanted.setdefault(k, ())
            if name:
                instead[at] = name
    if source and source.places != (place,):
        for k in source.places:
            wanted.setdefault(k, ())
        first = source.places[0]
        names = [one for one in readings[first].mentions if one.sure or one.person]
        if len(names) == 1 and names[0].acts and names[0].sure and len(wanted) == 1:
            instead[reading.end] = full_name(readings, first, names[0])
    spans = readings.around.sentences
    wanted.pop(place, None)
    wanted = tied_up(readings, place, wanted)
    sentences = tuple((spans[k], brackets) for k, brackets in wanted.items())
    return Needs(brackets_of(brackets), sentences[:_MOST], brackets_of(instead))


def _naming(readings: Readings, place: int, reference: Reference) -> tuple[int, ...]:
    """The sentences that show what ``reference`` stands for, and one that leads over to it."""
    if reference.kind is Kind.THIS:
        return tuple(before(readings, place, 1))
    found = namers(readings, place, reference)
    between = (k for k in before(readings, place) if found and k > found[0] and readings[k].tells)
    return (*found, *between)


def brackets_of(names: dict[int, str]) -> tuple[Bracket, ...]:
    """Brackets by their places, in order."""
    return tuple(Bracket(at, names[at]) for at in sorted(names))
