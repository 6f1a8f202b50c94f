"""Gives the sentences of an answer what they need to be understood and rightly attributed alone.

A sentence that opens with "She" brings along the one that names her, or has her name in brackets
where nobody else can be meant; what somebody says is shown with who says it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.sentences import Span
from retrieval.composing.antecedents import named_in, sole_name
from retrieval.composing.known_names import full_name
from retrieval.composing.naming import before
from retrieval.composing.neighbourhood import around
from retrieval.composing.quote import Quote
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


def with_context(quotes: Sequence[Quote], most: int) -> list[Quote]:
    """The sentences to show, at most ``most``: those of ``quotes``, best first, and their context.

    What a quote needs stands beside it, in the order of the article, marked as brought unless it
    was chosen itself. Weaker quotes give way to the context of better ones, and one whose own
    context finds no room is left out.
    """
    chosen: dict[tuple[str, int], Quote] = {}
    for quote in quotes:
        chosen.setdefault(_key(quote.evidence), quote)
    groups: list[list[Quote]] = []
    for quote in chosen.values():
        room = most - sum(map(len, groups))
        if room <= 0 and not _shown(groups, quote):
            continue
        needs = Needs() if quote.brought else needs_of(quote.evidence)
        new = [
            chosen.get(_key(one.evidence), one)
            for span, brackets in needs.sentences
            if not _shown(groups, one := _brought(quote, span, brackets))
        ]
        own = 0 if _shown(groups, quote) else 1
        brackets = _merged(quote.brackets, needs.brackets)
        if len(new) + own > room > own:
            new = new[: room - own]
        elif len(new) + own > room:
            new = []
            if needs.sentences and not needs.instead and groups and own:
                continue
            if not _all_shown(groups, quote, needs):
                brackets = _merged(brackets, needs.instead)
        _place(groups, replace(quote, brackets=brackets), new, needs)
    return [quote for group in groups for quote in group]


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
    order = list(wanted)
    if source and source.reference and source.places[0] in order[_MOST:]:
        order.insert(1, source.places[0])  # whom one does not know still says it
    sentences = tuple((spans[k], wanted[k]) for k in dict.fromkeys(order))
    return Needs(_brackets(brackets), sentences[:_MOST], _brackets(instead))


def _naming(readings: Readings, place: int, reference: Reference) -> tuple[int, ...]:
    """The sentences that show what ``reference`` stands for, and one that leads over to it."""
    if reference.kind is Kind.THIS:
        return tuple(before(readings, place, 1))
    found = namers(readings, place, reference)
    between = (k for k in before(readings, place) if found and k > found[0] and readings[k].tells)
    return (*found, *between)


def _brackets(names: dict[int, str]) -> tuple[Bracket, ...]:
    return tuple(Bracket(at, names[at]) for at in sorted(names))


def _merged(first: tuple[Bracket, ...], second: tuple[Bracket, ...]) -> tuple[Bracket, ...]:
    return _brackets({one.at: one.name for one in (*second, *first)})


def _key(evidence: Evidence) -> tuple[str, int]:
    return evidence.hit.article.id, evidence.start


def _brought(quote: Quote, span: Span, brackets: tuple[Bracket, ...]) -> Quote:
    evidence = Evidence(quote.evidence.hit, *span, cosine=0.0, words_said=0.0, score=0.0)
    return Quote(evidence, brackets=brackets, brought=True)


def _shown(groups: Sequence[Sequence[Quote]], quote: Quote) -> bool:
    return any(_key(quote.evidence) == _key(one.evidence) for group in groups for one in group)


def _all_shown(groups: Sequence[Sequence[Quote]], quote: Quote, needs: Needs) -> bool:
    return all(_shown(groups, _brought(quote, span, ())) for span, _ in needs.sentences)


def _place(groups: list[list[Quote]], quote: Quote, new: list[Quote], needs: Needs) -> None:
    """Put a quote and its context into the group of what it needs, or into one of its own.

    Groups that have parts of what it needs become one.
    """
    article = quote.evidence.hit.article.id
    keys = {(article, span[0]) for span, _ in needs.sentences} | {_key(quote.evidence)}
    touching = [one for one in groups if any(_key(shown.evidence) in keys for shown in one)]
    together = [shown for group in touching for shown in group]
    kept = [one for one in together if _key(one.evidence) != _key(quote.evidence)]
    merged = sorted([*kept, quote, *new], key=lambda one: one.evidence.start)
    if touching:
        groups[groups.index(touching[0])] = merged
    else:
        groups.append(merged)
    for group in touching[1:]:
        groups.remove(group)
