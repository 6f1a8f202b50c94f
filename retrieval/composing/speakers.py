"""Whose words a sentence reports: told in it, or in a sentence near it."""

from dataclasses import dataclass

from retrieval.composing.reading import Reading, Reference
from retrieval.composing.readings import Readings

_BACK, _AHEAD = 3, 2
_FRAGMENT = 70
"""Characters of a sentence that only says who spoke: "Holm asked."."""
_FEW = 2
"""Words in quotation marks that need no speaker within a sentence."""


@dataclass(frozen=True, slots=True)
class Source:
    """``places`` are the sentences that tell who speaks, in the order of the article.

    More than one where it may be either. ``reference`` stands for the speaker in the last of them.
    """

    places: tuple[int, ...]
    reference: Reference | None = None


def source_of(readings: Readings, place: int) -> Source | None:
    """Who says what the sentence at ``place`` reports; None where nobody needs to be named."""
    reading = readings[place]
    if reading.says:
        return Source((place,), reading.speaks_as)
    if reading.spoken:
        if reading.narrated and (_names_subject(reading) or _few_words(readings, reading)):
            return None
        return _of_speech(readings, place, _BACK * 3)
    if reading.carries_on:
        return _last_that_says(readings, place)
    if place and readings.together(place - 1, place) and _goes_on(readings, place):
        return _told_by(readings, place - 1)
    return None


def _of_speech(readings: Readings, place: int, steps: int) -> Source | None:
    first, last = _extent(readings, place)
    if last > place and readings[last].says:
        return _told_by(readings, last)
    if first < place and readings[first].says:
        return _told_by(readings, first)
    after = last + 1
    if after < len(readings) and readings.together(last, after) and _is_fragment(readings, after):
        return _told_by(readings, after)
    if not first or not steps:
        return _later(readings, last)
    before = first - 1
    previous = readings[before]
    if previous.announces or readings.together(before, first):
        if previous.says or previous.announces or (previous.narrated and previous.mentions):
            return _told_by(readings, before)
        return (
            _of_speech(readings, before, steps - 1)
            if previous.spoken
            else _nearest(readings, first, last)
        )
    if previous.spoken:
        told = Source((before,), previous.speaks_as) if previous.says else None
        if previous.all_spoken:
            told = _of_speech(readings, before, steps - 1)
        other = _other_speaker(readings, before, told, steps)
        if other is not None and told is not None:
            return other
        return told or _nearest(readings, first, last)
    if previous.says or (previous.narrated and any(one.acts for one in previous.mentions)):
        return _told_by(readings, before)
    if previous.opening is not None:
        return Source((before,), previous.opening)
    return _nearest(readings, first, last)


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
    readings: Readings, before: int, told: Source | None, steps: int
) -> Source | None:
    """In a dialogue, where each paragraph is another's turn: who spoke in the turn before last."""
    if told is None or not _is_turn(readings, before):
        return None
    k = before - 1
    while k >= 0 and readings.together(k, before):
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
    if earlier is None or earlier.places[-1:] == told.places[-1:]:
        return None
    if _speaker_name(readings, earlier) == _speaker_name(readings, told):
        return None
    if _is_turn(readings, k) or "?" in readings.body[readings[before].start : readings[before].end]:
        both = sorted({*earlier.places, *told.places})
        return Source(tuple(both[-2:]), None)
    return None


def _is_turn(readings: Readings, place: int) -> bool:
    """Whether the paragraph of the sentence opens with speech."""
    k = place
    while k and readings.together(k - 1, k):
        k -= 1
    return any(start <= readings[k].start for start, _ in readings[k].spoken)


def _speaker_name(readings: Readings, source: Source) -> str:
    named = [one.name for one in readings[source.places[-1]].mentions if one.acts]
    return named[-1].split()[-1] if named else ""


def _told_by(readings: Readings, place: int) -> Source:
    reading = readings[place]
    reference = None if reading.speaker else reading.speaks_as or reading.opening
    return Source((place,), reference)


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


def _goes_on(readings: Readings, place: int) -> bool:
    """Whether a sentence most likely reports on, in the voice of the one before it."""
    reading, previous = readings[place], readings[place - 1]
    voiced = previous.stance and (
        previous.says or any(one.acts for one in previous.mentions) or previous.opening is not None
    )
    another = any(one.acts and (one.sure or " " in one.name) for one in reading.mentions)
    return voiced and not another and not previous.announces


def _last_that_says(readings: Readings, place: int) -> Source | None:
    for k in range(place - 1, max(-1, place - 1 - _BACK), -1):
        if readings[k].says or readings[k].stance or readings[k].spoken:
            return _told_by(readings, k)
    return None


def _nearest(readings: Readings, first: int, last: int) -> Source | None:
    for k in range(first - 1, max(-1, first - 1 - _BACK), -1):
        if readings[k].says or any(one.acts for one in readings[k].mentions):
            return _told_by(readings, k)
    told = _later(readings, last)
    if told is None and first and readings[first - 1].narrated:
        return _told_by(readings, first - 1)
    return told


def _later(readings: Readings, last: int) -> Source | None:
    for k in range(last + 1, min(len(readings), last + 1 + _AHEAD)):
        if readings[k].says:
            return _told_by(readings, k)
    after = last + 1
    follows = after < len(readings) and readings.together(last, after)
    acts = follows and any(one.person and one.sure for one in readings[after].mentions)
    return _told_by(readings, after) if acts else None
