"""Who or what a reference stands for: named in the sentences just before it."""

from dataclasses import dataclass

from retrieval.composing.known_names import full_name, persons_in
from retrieval.composing.reading import Mention, Reading, Reference
from retrieval.composing.readings import Readings
from retrieval.composing.wording.wording import Kind

_BACK = 3
_PERSONS = frozenset({Kind.HE, Kind.SHE, Kind.PERSON})
_SEXES = frozenset({Kind.HE, Kind.SHE})


@dataclass(frozen=True, slots=True)
class Antecedent:
    """``place`` is the sentence that names it.

    ``name`` is given where nothing else can be meant, ``likely`` also where something else can.
    """

    place: int
    name: str | None = None
    likely: str | None = None


def antecedent(readings: Readings, place: int, reference: Reference) -> Antecedent | None:
    """What ``reference``, in the sentence at ``place``, stands for; None if none names it."""
    if _named_in(readings, place, reference):
        return None
    if reference.word:
        by_word = _with_word(readings, place, reference)
        if by_word is not None:
            return by_word
        if reference.kind in _PERSONS:
            found = _person(readings, place, reference)
            return found and Antecedent(found.place)
    if reference.kind in _PERSONS:
        return _person(readings, place, reference)
    if reference.kind is Kind.GROUP:
        return _group(readings, place, reference)
    if reference.kind is Kind.IT:
        named = _group(readings, place, reference)
        if named and named.place == place - 1:
            return named
    return _thing(readings, place, reference)


def _named_in(readings: Readings, place: int, reference: Reference) -> bool:
    """Whether the sentence itself names it before, in the same clause: "Holm left when she …"."""
    reading = readings[place]
    for one in reading.mentions:
        before = readings.body[one.end : reference.at]
        if one.acts and one.end < reference.at and not set(",，،\n”»") & set(before):
            return _fits(one, reference.kind)
    return False


def _before(readings: Readings, place: int) -> list[int]:
    """The places of the sentences before, nearest first; those in one speech do not count."""
    found: list[int] = []
    k = place - 1
    while k >= 0 and len(found) < _BACK:
        if not readings[k].all_spoken:
            found.append(k)
        k -= 1
    return found


def _fits(mention: Mention, kind: Kind) -> bool:
    if kind in _PERSONS:
        clash = kind in _SEXES and mention.sex in _SEXES and mention.sex is not kind
        return mention.person is not False and not clash
    return mention.person is not True


def _person(readings: Readings, place: int, reference: Reference) -> Antecedent | None:
    kind = reference.kind
    others = False
    fallback: int | None = None
    for k in _before(readings, place):
        reading = readings[k]
        fitting = [one for one in persons_in(readings, reading) if _fits(one, kind)]
        if fitting:
            names = {one.name for one in fitting}
            names -= {n for n in names if any(other.endswith(" " + n) for other in names)}
            last = next((one for one in reversed(fitting) if one.acts), fitting[-1])
            likely = full_name(readings, k, last)
            alone = len(names) == 1 and not others and not reading.people
            clear = last.sure and last.acts and not _unclear(reading, last, kind)
            sole = alone and clear and not reference.owns
            return Antecedent(k, likely if sole else None, likely)
        persons = persons_in(readings, reading)
        if reading.people and not persons and (reading.opening is None or reading.opening.owns):
            return Antecedent(k)
        others = others or bool(persons) or reading.people
        if fallback is None and (reading.opening is None or reading.opening.word):
            fallback = k
    if fallback is None or reference.word:
        return None
    return Antecedent(fallback)


def _unclear(reading: Reading, chosen: Mention, kind: Kind) -> bool:
    """Whether another in the sentence might be meant after all."""
    others = [
        one
        for one in reading.mentions
        if one.person is not False and _surname(one.name) != _surname(chosen.name)
    ]
    told_apart = kind in _SEXES and chosen.sex is kind
    return any(not (told_apart and one.sex in _SEXES and one.sex is not kind) for one in others)


def _surname(name: str) -> str:
    return name.split()[-1] if name.split() else name


def _group(readings: Readings, place: int, reference: Reference) -> Antecedent | None:
    between = False
    for k in _before(readings, place):
        reading = readings[k]
        fitting = [
            one
            for one in reading.mentions
            if _fits(one, reference.kind) and full_name(readings, k, one) == one.name
        ]
        acting = [one for one in fitting if one.acts]
        if acting:
            alone = (
                len(fitting) == 1
                and not between
                and acting[0].sure | (acting[0].person is False and reference.kind is Kind.GROUP)
            )
            return Antecedent(k, acting[0].name if alone else None, acting[0].name)
        if fitting and reference.kind is Kind.GROUP:
            return Antecedent(k)
        between = between or bool(fitting)
    return None


def _with_word(readings: Readings, place: int, reference: Reference) -> Antecedent | None:
    """The sentence that has the same noun with a name: "the Health Ministry … the ministry"."""
    for k in _before(readings, place):
        reading = readings[k]
        text = readings.body[reading.start : reading.end]
        if reference.word not in text.lower() or not reading.mentions:
            continue
        same = reading.opening is not None and reading.opening.word == reference.word
        if same or (reading.speaks_as is not None and reading.speaks_as.word == reference.word):
            continue
        holding = [one for one in reading.mentions if reference.word in one.name.lower()]
        near = [
            one
            for one in reading.mentions
            if reference.kind in _PERSONS
            and one.person is True
            and readings.body[max(reading.start, one.start - 60) : one.start]
            .lower()
            .rstrip()
            .endswith(reference.word)
        ]
        found = (holding or near)[:1]
        alone = len(holding or near) == 1 and len(persons_in(readings, reading)) <= 1
        name = found[0].name if found and (alone or holding) else None
        return Antecedent(k, name, name)
    return None


def _thing(readings: Readings, place: int, reference: Reference) -> Antecedent | None:
    before = _before(readings, place)
    for k in before:
        opens = readings[k].opening
        says = readings[k].speaks_as
        same = opens is not None and opens.kind not in _PERSONS and not opens.word
        if reference.kind is Kind.THIS or not (same or (says and says.kind is reference.kind)):
            return Antecedent(k)
    return Antecedent(before[-1]) if before else None
