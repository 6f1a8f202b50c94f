"""Whose words a sentence reports: told in it, or in sentences near it."""

from dataclasses import dataclass

from retrieval.composing.naming import (
    before,
    likeliest,
    named_after,
    named_before,
    names_source,
)
from retrieval.composing.reading import Reading, Reference
from retrieval.composing.readings import Readings
from retrieval.composing.wording.wording import Kind

_TURNS = 9
"""Sentences of speech that are followed back to the one with a speaker."""
_FRAGMENT = 70
"""Characters of a sentence that only says who spoke: "Holm asked."."""
_FEW = 2
"""Words in quotation marks that need no speaker within a sentence."""
_OPENING = 3
"""Sentences of an article that may tell who gives an interview or writes."""


@dataclass(frozen=True, slots=True)
class Source:
    """``places`` are the sentences that tell who speaks, the likeliest first.

    ``reference`` stands for the speaker in the first of them.
    """

    places: tuple[int, ...]
    reference: Reference | None = None


def source_of(readings: Readings, place: int) -> Source | None:
    """Who says what the sentence at ``place`` reports; None where nobody needs to be named."""
    reading = readings[place]
    of_writer = reading.first_person and not any(one.acts for one in reading.mentions)
    if reading.says and not (of_writer and reading.speaks_as is None):
        return Source((place,), reading.speaks_as)
    if reading.spoken:
        if reading.narrated and _names_subject(reading):
            return None
        if reading.narrated and _few_words(readings, reading):
            return _of_account(readings, place)
        return _of_speech(readings, place, _TURNS)
    if reading.first_person:
        return _of_writer(readings, place)
    return _of_account(readings, place)


def _of_account(readings: Readings, place: int) -> Source | None:
    """Whose account a plain sentence goes on with: the nearest before it in its paragraph."""
    reading = readings[place]
    if any(one.acts and (one.sure or " " in one.name) for one in reading.mentions):
        return None  # it tells of somebody else
    after = _told_after(readings, place)
    nearby = list(before(readings, place))
    for k in nearby:
        if readings[k].announces and not reading.opening:
            return _told_by(readings, k)
    for k in nearby:
        if _attributes(readings, k) and _reaches(readings, k, place):
            told = _told_by(readings, k)
            between = [one.place for one in named_before(readings, place) if one.place > k]
            if told.reference and not after:
                return told
            return Source((*after, *told.places, *between))
    if after:
        return Source(after)
    found = named_before(readings, place) if reading.carries_on and not reading.opening else []
    return Source(likeliest(found)[:1]) if found else None


def _told_after(readings: Readings, place: int) -> tuple[int, ...]:
    """The next sentence, where it says who has just been heard: "So ruled the court"."""
    after = place + 1
    if after == len(readings) or not (readings[after].points and readings[after].tells):
        return ()
    return (after,) if names_source(readings, after) else ()


def _reaches(readings: Readings, told: int, place: int) -> bool:
    """Whether what the sentence at ``told`` reports may go on up to ``place``."""
    together = readings.together(told, place)
    if readings[place].opening is not None and readings[place].opening.kind is not Kind.THIS:
        return together and told == place - 1 and (readings[told].says or readings[told].tells)
    if readings[place].carries_on:
        return True
    if together or readings[told].spoken or any(one.acts for one in readings[place].mentions):
        return together
    return told == place - 1 or (
        readings.together(told + 1, place)
        and not any(readings[k].mentions for k in range(told + 1, place))
    )


def _attributes(readings: Readings, place: int) -> bool:
    reading = readings[place]
    names = any(
        (one.sure and one.person) or (one.acts and one.person is False) for one in reading.mentions
    )
    return reading.says or reading.stance or reading.tells or names


def _of_writer(readings: Readings, place: int) -> Source | None:
    """Who speaks of himself outside of quotation marks: named where the article opens or closes."""
    count = len(readings)
    found = [
        *named_before(readings, place),
        *named_before(readings, min(place, _OPENING)),
        *named_before(readings, count if place < count - 1 else place)[:1],
    ]
    return Source(likeliest(found)) if found else None


def _of_speech(readings: Readings, place: int, steps: int) -> Source | None:
    first, last = _extent(readings, place)
    if last > place and readings[last].says:
        return _told_by(readings, last)
    if first < place and readings[first].says:
        return _told_by(readings, first)
    after = last + 1
    if after < len(readings) and readings.together(last, after) and _is_fragment(readings, after):
        return _told_by(readings, after)
    if first and steps and readings[first - 1].spoken:
        previous = readings[first - 1]
        told = _told_by(readings, first - 1) if previous.says else None
        if previous.all_spoken or (told is None and not previous.mentions):
            told = _of_speech(readings, first - 1, steps - 1)
        if not readings.together(first - 1, first):
            told = _other_speaker(readings, first - 1, told, steps) or told
        if told is not None:
            return told
    found = [*named_before(readings, first), *named_after(readings, last)]
    places = likeliest(found)
    if not places:
        return None
    reference = None
    if first and readings[first - 1].speaks_as and readings[first - 1].announces:
        return _told_by(readings, first - 1)
    return Source(places, reference)


def _extent(readings: Readings, place: int) -> tuple[int, int]:
    """The first and the last sentence of the quotations that the sentence is part of."""
    sentences = readings.around.sentences
    spoken = readings[place].spoken
    start, end = min(one[0] for one in spoken), max(one[1] for one in spoken)
    first, last = place, place
    while first and sentences[first - 1][1] > start:
        first -= 1
    while last + 1 < len(sentences) and sentences[last + 1][0] < end:
        last += 1
    return first, last


def _other_speaker(
    readings: Readings, previous: int, told: Source | None, steps: int
) -> Source | None:
    """In a dialogue, where each paragraph is another's turn: both who may speak now."""
    if told is None or not _is_turn(readings, previous):
        return None
    k = previous - 1
    while k >= 0 and readings.together(k, previous):
        k -= 1
    if k < 0 or not readings[k].spoken or steps < 1:
        return None
    earlier = (
        _of_speech(readings, k, steps - 1)
        if readings[k].all_spoken
        else Source((k,), readings[k].speaks_as)
        if readings[k].says
        else None
    )
    if earlier is None or earlier.places[:1] == told.places[:1]:
        return None
    if _speaker_name(readings, earlier) == _speaker_name(readings, told):
        return None
    asked = readings.body[readings[previous].start : readings[previous].end]
    if _is_turn(readings, k) or "?" in asked:
        return Source((earlier.places[0], told.places[0]))
    return None


def _is_turn(readings: Readings, place: int) -> bool:
    """Whether the paragraph of the sentence opens with speech."""
    k = place
    while k and readings.together(k - 1, k):
        k -= 1
    return any(start <= readings[k].start for start, _ in readings[k].spoken)


def _speaker_name(readings: Readings, source: Source) -> str:
    named = [one.name for one in readings[source.places[0]].mentions if one.acts]
    return named[-1].split()[-1] if named else ""


def _told_by(readings: Readings, place: int) -> Source:
    """The sentence at ``place``, and before it the one that names whom it only refers to."""
    reading = readings[place]
    if names_source(readings, place):
        named = any(one.acts or one.sure for one in reading.mentions)
        more = [] if named else [one for one in named_before(readings, place) if one.name]
        return Source((place, *likeliest(more)[:1]))
    reference = reading.speaks_as or reading.opening
    if reference is not None:
        return Source((place,), reference)
    return Source((*likeliest(named_before(readings, place))[:1], place))


def _is_fragment(readings: Readings, place: int) -> bool:
    reading = readings[place]
    text = readings.body[reading.start : reading.end]
    if not reading.says or reading.announces:
        return False
    short = len(text.split()) <= 4 and len(text) <= (_FRAGMENT if " " in text else 16)
    return text[0].islower() or (short and not reading.spoken)


def _names_subject(reading: Reading) -> bool:
    """Whether someone is named, or meant, outside of the marks before the words quoted."""
    first = max(min(start for start, _ in reading.spoken), reading.start)
    named = any(one.end <= first and (one.acts or one.person) for one in reading.mentions)
    return named or bool(reading.people and first > reading.start)


def _few_words(readings: Readings, reading: Reading) -> bool:
    quoted = " ".join(
        readings.body[max(start, reading.start) : min(end, reading.end)]
        for start, end in reading.spoken
    )
    return len(quoted.split()) <= _FEW and len(quoted) < 12
