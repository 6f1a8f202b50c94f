"""The name that a reference stands for, where nobody and nothing else can be meant."""

from retrieval.composing.known_names import full_name, persons_in, sex_in, surname
from retrieval.composing.naming import before
from retrieval.composing.reading import Mention, Reading, Reference
from retrieval.composing.readings import Readings
from retrieval.composing.wording.wording import Kind

_BACK = 3
_SEXES = frozenset({Kind.HE, Kind.SHE})
_PERSONS = _SEXES | {Kind.PERSON}


def named_in(readings: Readings, place: int, reference: Reference) -> bool:
    """Whether the sentence itself names it before, in the same clause: "Holm left when she …"."""
    reading = readings[place]
    for one in reading.mentions:
        between = readings.body[one.end : reference.at]
        if one.acts and one.end < reference.at and not set(",，،\n”»") & set(between):
            return _fits(readings, one, reference.kind)
    return False


def sole_name(readings: Readings, place: int, reference: Reference) -> str | None:
    """The name of what ``reference``, in the sentence at ``place``, stands for; None in doubt."""
    if reference.word:
        return _with_word(readings, place, reference)
    if reference.kind in _PERSONS:
        return None if reference.owns else _person(readings, place, reference.kind)
    if reference.kind in (Kind.GROUP, Kind.IT):
        return _group(readings, place)
    return None


def _fits(readings: Readings, mention: Mention, kind: Kind) -> bool:
    if kind in _PERSONS:
        sex = sex_in(readings, mention)
        clash = kind in _SEXES and sex in _SEXES and sex is not kind
        return mention.person is not False and not clash
    return mention.person is not True


def _person(readings: Readings, place: int, kind: Kind) -> str | None:
    for k in before(readings, place, _BACK):
        reading = readings[k]
        fitting = [one for one in persons_in(readings, reading) if _fits(readings, one, kind)]
        if fitting:
            names = {one.name for one in fitting}
            names -= {one for one in names if any(more.endswith(" " + one) for more in names)}
            last = next((one for one in reversed(fitting) if one.acts), fitting[-1])
            sure = last.sure and last.acts and not reading.people and len(names) == 1
            doubt = _unclear(readings, reading, last, kind) or _other_before(
                readings, place, last, kind
            )
            return full_name(readings, k, last) if sure and not doubt else None
        if persons_in(readings, reading) or reading.people:
            return None
    return None


def _unclear(readings: Readings, reading: Reading, chosen: Mention, kind: Kind) -> bool:
    """Whether another in the sentence might be meant after all."""
    others = [
        one
        for one in reading.mentions
        if one.person is not False and surname(one.name) != surname(chosen.name)
    ]
    told_apart = kind in _SEXES and sex_in(readings, chosen) is kind
    return any(
        not (told_apart and (sex := sex_in(readings, one)) in _SEXES and sex is not kind)
        for one in others
    )


def _other_before(readings: Readings, place: int, chosen: Mention, kind: Kind) -> bool:
    """Whether the article has named another person of the sex by then, or of a sex unknown."""
    proven = kind in _SEXES and sex_in(readings, chosen) is kind
    for k in range(place):
        for one in persons_in(readings, readings[k]):
            another = surname(one.name) != surname(chosen.name)
            if another and one.person and _fits(readings, one, kind) and not proven:
                return True
    return False


def _group(readings: Readings, place: int) -> str | None:
    for k in before(readings, place, _BACK):
        named = [
            one
            for one in readings[k].mentions
            if one.person is not True and full_name(readings, k, one) == one.name
        ]
        if named:
            one = named[0]
            alone = len(named) == 1 and one.acts
            return one.name if alone and (one.sure or one.person is False) else None
    return None


def _with_word(readings: Readings, place: int, reference: Reference) -> str | None:
    """The name that has the same noun: "the Health Ministry … the ministry"."""
    for k in before(readings, place, _BACK):
        reading = readings[k]
        holding = [
            one
            for one in reading.mentions
            if any(part.endswith(reference.word) for part in one.name.lower().split())
        ]
        titled = [
            one
            for one in reading.mentions
            if reference.kind in _PERSONS
            and one.person is True
            and readings.body[reading.start : one.start].lower().rstrip().endswith(reference.word)
        ]
        if holding or titled:
            sole = len(holding or titled) == 1 and len(persons_in(readings, reading)) <= 1
            return (holding or titled)[0].name if sole else None
    return None
