"""Which sentences near a claim name who may have said it, the likeliest first.

Each sentence gets points for what it names and how, and loses one for each sentence of distance.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from retrieval.composing.known_names import is_name, persons_in, sex_in, surname
from retrieval.composing.reading import Mention, Reading
from retrieval.composing.readings import Readings
from retrieval.composing.wording.wording import Kind

BACK, AHEAD = 4, 2
"""Sentences that are looked at; those in one speech do not count."""
_FAR = 10
"""Those looked at for a noun: "the officer" is the one last called so."""
_SEXES = frozenset({Kind.HE, Kind.SHE})
PERSONS = _SEXES | {Kind.PERSON}
_GROUPS = frozenset({Kind.GROUP, Kind.IT})
_MAY_BE_GROUPS = frozenset({Kind.GROUP, Kind.TEXT, Kind.SOURCE})
_SUBJECT, _FIRST, _OTHER, _DESCRIBED = 3.0, 2.5, 1.0, 2.0
_TELLS, _SAME_WORD, _SAME_SEX, _TWO = 2.0, 4.0, 1.5, 2.0
_ANOTHER_SUBJECT, _STEP = -2.5, -1.0
_TOGETHER, _INTRODUCED, _POINTS, _APART, _OWN_SPEECH = 1.0, 2.0, 3.0, -2.0, -3.0
_CLOSE = 2.0
"""Points between two that may both be meant."""


@dataclass(frozen=True, slots=True)
class Namer:
    """A sentence that names a source. ``name`` is empty where it is described only."""

    place: int
    points: float
    name: str = ""


def plain_before(readings: Readings, place: int) -> tuple[int, ...]:
    """The nearest sentence before that itself refers to nothing, where no name was found."""
    plain = (k for k in before(readings, place) if readings[k].opening is None)
    return tuple(list(plain)[:1])


def likeliest(found: list[Namer]) -> tuple[int, ...]:
    """The place with the most points, and the next that names another and is close to it."""
    ranked = sorted(found, key=lambda one: -one.points)
    best = ranked[:1]
    others = [
        one
        for one in ranked[1:]
        if one.name != ranked[0].name
        and (one.points >= ranked[0].points - _CLOSE or (one.name and not ranked[0].name))
    ]
    return tuple(one.place for one in best + others[:1])


def named_before(
    readings: Readings, place: int, kind: Kind | None = None, word: str = ""
) -> list[Namer]:
    """Those before ``place``, nearest first."""
    found: list[Namer] = []
    for steps, k in enumerate(before(readings, place, _FAR if word else BACK)):
        if steps >= BACK and (any(word in readings.text(one.place) for one in found)):
            break
        namer = _namer(readings, k, kind, word, min(steps, BACK) * _STEP)
        if namer is not None and (steps < BACK or word in readings.text(k)):
            found.append(namer)
    return found


def named_after(readings: Readings, last: int, kind: Kind | None = None) -> list[Namer]:
    """Those after a claim that ends with the sentence ``last``, nearest first."""
    found: list[Namer] = []
    for steps, k in enumerate(range(last + 1, min(len(readings), last + 1 + AHEAD))):
        reading = readings[k]
        points = steps * _STEP
        if reading.points:
            points += _POINTS
        elif readings.together(last, k):
            points += _TOGETHER + _INTRODUCED * opens_paragraph(readings, last)
        else:
            points += _APART
        if reading.spoken and reading.speaker and not reading.points:
            points += _OWN_SPEECH
        namer = _namer(readings, k, kind, "", points)
        if namer is not None:
            found.append(namer)
    return found


def before(readings: Readings, place: int, most: int = BACK) -> Iterator[int]:
    """The places of the sentences before, nearest first; those in one speech are left out."""
    for k in range(place - 1, -1, -1):
        if most and not readings[k].all_spoken:
            most -= 1
            yield k


def opens_paragraph(readings: Readings, place: int) -> bool:
    """Whether nothing but speech stands before the sentence in its paragraph."""
    k = place
    while k and readings.together(k - 1, k):
        k -= 1
        if not readings[k].all_spoken:
            return False
    return True


def names_source(readings: Readings, place: int) -> bool:
    """Whether a sentence itself names, or describes, whose account it gives."""
    reading = readings[place]
    if reading.says and not reading.first_person:
        return reading.speaker
    if reading.opening is not None and reading.opening.kind is not Kind.THIS:
        return any(one.acts and _real(readings, reading, one) for one in reading.mentions)
    return bool(reading.described) or any(_real(readings, reading, one) for one in reading.mentions)


def _namer(readings: Readings, k: int, kind: Kind | None, word: str, points: float) -> Namer | None:
    reading = readings[k]
    persons = persons_in(readings, reading) if kind in PERSONS else reading.mentions
    real = [one for one in persons if _real(readings, reading, one)]
    best: tuple[float, str] | None = None
    for one in real:
        unlike = word and kind is Kind.GROUP and one.person and not reading.speaker
        if unlike or not _fits(readings, one, kind):
            continue
        own = _SUBJECT if one.acts else _FIRST if one is real[0] else _OTHER
        if reading.speaks_as is not None or reading.asks:
            own += _ANOTHER_SUBJECT
        if kind in _SEXES and sex_in(readings, one) is kind:
            own += _SAME_SEX
        if best is None or own > best[0]:
            best = own, surname(one.name)
    if kind is Kind.THEY and best and len({one.name for one in real}) > 1:
        best = best[0] + _TWO, best[1]
    if best is None and reading.described and _describes(readings, reading, kind):
        best = _DESCRIBED, ""
    if best is None:
        return None
    total = best[0] + points + _TELLS * reading.tells
    if word and word in readings.text(k):
        same = reading.opening is not None and reading.opening.word == word
        total += 0 if same else _SAME_WORD
    return Namer(k, total, best[1])


def _describes(readings: Readings, reading: Reading, kind: Kind | None) -> bool:
    """Whether the source described may be of the kind: somebody for "she", nobody for "it"."""
    if kind in _SEXES:
        named = any(one.acts and one.sure for one in reading.mentions)
        unnamed = PERSONS if named else PERSONS | {Kind.SOURCE}
        return bool(reading.described & unnamed)
    if kind is Kind.GROUP and not reading.described & _MAY_BE_GROUPS:
        return False
    of_person = any(one.acts and one.sure and one.person for one in reading.mentions)
    if kind in _GROUPS and of_person and Kind.GROUP not in reading.described:
        first = next(one for one in reading.mentions if one.acts and one.sure and one.person)
        by_noun = readings.body[max(0, first.start - 2) : first.start].strip().isalpha()
        return not (by_noun or sex_in(readings, first))  # "farmer Idris Wahoun"
    return True


def _real(readings: Readings, reading: Reading, mention: Mention) -> bool:
    """Whether it may be a source: no place, no dateline, no common word that opens a sentence."""
    if mention.person is False:
        return mention.acts or mention.sure or reading.tells
    return mention.sure or is_name(readings, mention)


def _fits(readings: Readings, mention: Mention, kind: Kind | None) -> bool:
    if kind in PERSONS:
        sex = sex_in(readings, mention)
        clash = kind in _SEXES and sex in _SEXES and sex is not kind
        return mention.person is not False and not clash
    sure = mention.sure or sex_in(readings, mention) is not None
    return not (kind in _GROUPS and mention.person is True and sure)
