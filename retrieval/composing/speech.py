"""Who says what stands in quotation marks: told with them, before them or after."""

from retrieval.composing.naming import (
    likeliest,
    named_after,
    named_before,
    names_source,
    plain_before,
)
from retrieval.composing.probable_speaker import opening_of_paragraph, subject_of_last
from retrieval.composing.readings import Readings
from retrieval.composing.source import Source, told_by

_TURNS = 9
_FRAGMENT = 70
"""Characters of a sentence that only says who spoke: "Holm asked."."""


def source_of_speech(readings: Readings, place: int, steps: int = _TURNS) -> Source | None:
    """Who speaks in the quotation that the sentence at ``place`` is part of.

    Speech before it is followed back for at most ``steps`` sentences.
    """
    first, last = _extent(readings, place)
    if last > place and readings[last].says:
        return told_by(readings, last)
    if first < place and readings[first].says:
        return told_by(readings, first)
    for k in (first, last):
        if readings[k].narrated and any(one.sure and one.person for one in readings[k].mentions):
            return Source((k,))  # who is named beside the words, if with no verb of saying
    after = last + 1
    if after < len(readings) and readings.together(last, after) and _is_fragment(readings, after):
        return told_by(readings, after)
    if first and steps and readings[first - 1].spoken:
        previous = readings[first - 1]
        told = told_by(readings, first - 1) if previous.says else None
        if previous.all_spoken or (told is None and not previous.mentions):
            told = source_of_speech(readings, first - 1, steps - 1)
        if not readings.together(first - 1, first):
            told = _other_speaker(readings, first - 1, told, steps) or told
        after = last + 1
        if told is not None and _introduces(readings, last):
            return Source((*told.places, after), told.reference)
        if told is not None:
            return told
    if not _told_elsewhere(readings, last):
        goes_on = subject_of_last(readings, first)
        if goes_on is not None:
            return goes_on
    found = [*named_before(readings, first), *named_after(readings, last)]
    named = any(one.name for one in found)
    places = likeliest(found) or plain_before(readings, first)
    opens = () if named else opening_of_paragraph(readings, first)
    return Source((*opens, *places)) if places or opens else None


def _introduces(readings: Readings, last: int) -> bool:
    """Whether the sentence after, in the paragraph, tells of somebody else who may have spoken."""
    after = last + 1
    if after >= len(readings) or not readings.together(last, after):
        return False
    reading = readings[after]
    named = any(one.acts and one.sure and one.person for one in reading.mentions)
    return named and reading.tells and not reading.says


def _told_elsewhere(readings: Readings, last: int) -> bool:
    """Whether the sentence after may say who has just been heard."""
    after = last + 1
    return after < len(readings) and (
        readings[after].points or (readings.together(last, after) and names_source(readings, after))
    )


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
        source_of_speech(readings, k, steps - 1)
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


def _is_fragment(readings: Readings, place: int) -> bool:
    reading = readings[place]
    text = readings.body[reading.start : reading.end]
    if not reading.says or reading.announces:
        return False
    short = len(text.split()) <= 4 and len(text) <= (_FRAGMENT if " " in text else 16)
    return text[0].islower() or (short and not reading.spoken)
