"""Who says what stands in quotation marks: told with them, before them or after."""

from retrieval.composing.naming import likeliest, named_after, named_before, plain_before
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
        if told is not None:
            return told
    found = [*named_before(readings, first), *named_after(readings, last)]
    if first and readings[first - 1].speaks_as and readings[first - 1].announces:
        return told_by(readings, first - 1)
    places = likeliest(found) or plain_before(readings, first)
    return Source(places) if places else None


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
