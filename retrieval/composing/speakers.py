"""Whose words a sentence reports: told in it, or in sentences near it."""

from retrieval.composing.known_names import is_name, surname
from retrieval.composing.naming import before, likeliest, named_before, names_source
from retrieval.composing.probable_speaker import writer_of
from retrieval.composing.reading import Reading, Reference
from retrieval.composing.readings import Readings
from retrieval.composing.source import Source, told_by
from retrieval.composing.speech import source_of_speech
from retrieval.composing.wording.wording import Kind

_FEW = 2
"""Words in quotation marks that need no speaker within a sentence."""
_AHEAD = 3
"""Sentences ahead in which an account may be given a source: "That is what Holm told"."""
_THINGS = frozenset({Kind.IT, Kind.GROUP, Kind.TEXT, Kind.THEY})


def source_of(readings: Readings, place: int) -> Source | None:
    """Who says what the sentence at ``place`` reports; None where nobody needs to be named."""
    reading = readings[place]
    of_writer = reading.first_person and not any(one.acts for one in reading.mentions)
    if reading.says and not (of_writer and reading.speaks_as is None):
        if reading.had_said and reading.speaker and not _has_subject(readings, place):
            account = _account(readings, place)  # "Engineers had found", as another says
            return Source((place, *(account.places if account else ())))
        return Source((place,), reading.speaks_as)
    if reading.spoken:
        if reading.narrated and _names_subject(reading):
            return None
        if reading.narrated and _few_words(readings, reading):
            return _of_account(readings, place)
        return source_of_speech(readings, place)
    if reading.first_person:
        return writer_of(readings, place)
    return _of_account(readings, place)


def _of_account(readings: Readings, place: int) -> Source | None:
    """Whose account a plain sentence goes on with: the nearest before it in its paragraph."""
    return None if _tells_of_another(readings[place]) else _account(readings, place)


def _account(readings: Readings, place: int) -> Source | None:
    reading = readings[place]
    after = _told_after(readings, place)
    nearby = list(before(readings, place))
    goes_on = reading.carries_on and _says_before(readings, place)
    for k in nearby:
        if readings[k].announces and not reading.opening:
            return told_by(readings, k)
    for k in nearby:
        if _is_carried(readings[k]) or (goes_on and readings[k].carries_on):
            continue  # the account itself, gone on with
        if _attributes(readings, k) and _reaches(readings, k, place):
            told = told_by(readings, k)
            if told.reference and not after:
                return told
            return Source((*after, *told.places, *_named_since(readings, k, place)))
    if after:
        return Source(after)
    found = named_before(readings, place) if reading.carries_on and not reading.opening else []
    return Source(likeliest(found)[:1]) if found else None


def _says_before(readings: Readings, place: int) -> bool:
    """Whether all before, in the paragraph, is in reported speech, back to who says it by name."""
    k = place - 1
    while k >= 0 and readings.together(k, place) and readings[k].carries_on:
        k -= 1
    return k >= 0 and readings.together(k, place) and readings[k].speaker


def _is_carried(reading: Reading) -> bool:
    """Whether the sentence is itself part of an account that another one introduces."""
    refers = reading.opening is not None and reading.opening.kind not in _THINGS
    introduces = reading.says or reading.stance or reading.tells or refers
    named = any(one.sure or (one.acts and one.person is False) for one in reading.mentions)
    return reading.carries_on and not (introduces or named)


def _names_person(reading: Reading) -> bool:
    return any(one.sure and one.person for one in reading.mentions)


def _named_since(readings: Readings, told: int, place: int) -> tuple[int, ...]:
    """Sentences since ``told`` with the name of somebody else who may be heard."""
    return tuple(
        one.place
        for one in named_before(readings, place)
        if one.place > told
        and any(
            (who.sure or who.acts) and surname(who.name) == one.name
            for who in readings[one.place].mentions
        )
    )


def _tells_of_another(reading: Reading) -> bool:
    """Whether the sentence has somebody for its subject, so that it is nobody else's account."""
    acts = any(one.acts and (one.sure or " " in one.name) for one in reading.mentions)
    first = reading.mentions[0] if reading.mentions else None
    opens = first is not None and first.sure and first.person is True
    return acts or (opens and not reading.carries_on)


def _told_after(readings: Readings, place: int) -> tuple[int, ...]:
    """A sentence soon after that says who has just been heard: "So ruled the court"."""
    for after in range(place + 1, min(len(readings), place + 1 + _AHEAD)):
        reading = readings[after]
        if after > place + 1 and not readings.together(place, after):
            return ()
        if reading.points and reading.tells:
            return (after,) if names_source(readings, after) else ()
        if reading.says or reading.spoken or _tells_of_another(reading):
            return ()
    return ()


def _reaches(readings: Readings, told: int, place: int) -> bool:
    """Whether what the sentence at ``told`` reports may go on up to ``place``."""
    together = readings.together(told, place)
    opening = readings[place].opening
    heard = readings[told].says or (told > 0 and readings[told - 1].all_spoken)
    if _looks_back(readings[told]) and heard and not together:
        return False  # it said who had been heard before
    if opening is not None and opening.kind is not Kind.THIS:
        elsewhere = opening.kind in _THINGS or (
            opening.word and opening.word not in readings.text(told)
        )
        of_thing = elsewhere and (readings[place].carries_on or _is_carried(readings[place - 1]))
        if (of_thing or _is_new(readings, place, opening)) and _names_person(readings[told]):
            return together  # it is spoken of by somebody
        near = all(readings[k].carries_on for k in range(told + 1, place))
        return together and near and (readings[told].says or readings[told].tells)
    if readings[place].carries_on:
        return True
    if together or readings[told].spoken or _has_subject(readings, place):
        return together
    alone = not (told and readings.together(told - 1, told))
    of_text = Kind.TEXT in readings[told].described or _looks_back(readings[told])
    introduces = alone or (of_text and readings.together(0, told))
    return introduces and (
        readings.together(told + 1, place)
        and not any(_has_subject(readings, k) for k in range(told + 1, place))
    )


def _is_new(readings: Readings, place: int, opening: Reference) -> bool:
    """Whether a noun with an article has not been used before, so that it refers to nothing."""
    before = readings.body[readings.around.start : readings[place].start].lower()
    return bool(opening.word) and opening.word not in before


def _has_subject(readings: Readings, place: int) -> bool:
    return any(one.acts and is_name(readings, one) for one in readings[place].mentions)


def _attributes(readings: Readings, place: int) -> bool:
    """Whether somebody is heard in the sentence, or may be: who is its subject, by name."""
    reading = readings[place]
    of_body = Kind.GROUP in reading.described
    names = any(
        (one.person and one.sure)
        or (one.acts and (" " in one.name or (one.person is False and (one.sure or of_body))))
        for one in reading.mentions
    )
    return reading.says or reading.stance or reading.tells or names or _looks_back(reading)


def _looks_back(reading: Reading) -> bool:
    """Whether it names whose finding has just been told: "That is what a test by … showed"."""
    this = reading.opening is not None and reading.opening.kind is Kind.THIS
    return (this or reading.points) and bool(reading.described or reading.mentions)


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
