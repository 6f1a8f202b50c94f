"""Names as the sentences around a quote know them: in full, and as those of persons."""

import re

from retrieval.composing.reading import Mention, Reading
from retrieval.composing.readings import Readings
from retrieval.composing.wording.wording import Kind


def full_name(readings: Readings, place: int, mention: Mention) -> str:
    """The longer form of a name, where a sentence up to ``place`` has one that ends in it."""
    if " " in mention.name:
        return mention.name
    longer = {
        one.name
        for k in range(place + 1)
        for one in readings[k].mentions
        if one.name.endswith(" " + mention.name)
    }
    return longer.pop() if len(longer) == 1 else mention.name


def persons_in(readings: Readings, reading: Reading) -> list[Mention]:
    """Those named in a sentence that are persons, as far as can be told."""
    return [
        one
        for one in reading.mentions
        if one.person is True
        or (one.person is None and (one.sure or (one.acts and is_name(readings, one))))
    ]


def is_name(readings: Readings, mention: Mention) -> bool:
    """Whether a word that opens a sentence has its capital also where none opens."""
    around = readings.around
    text = readings.body[around.start : around.end]
    found = re.finditer(rf"(?:[\w,] |[«„“])\"?{re.escape(mention.name)}\b", text)
    caseless = mention.name[:1].upper() == mention.name[:1].lower()
    return caseless or " " in mention.name or any(found)


def sex_in(readings: Readings, mention: Mention) -> Kind | None:
    """He or she, by this mention, or by another of the same name, or a fuller form of it."""
    if mention.sex is not None or mention.person is False:
        return mention.sex
    known = {
        one.sex
        for k in range(len(readings))
        for one in readings[k].mentions
        if one.sex is not None
        and (one.name == mention.name or one.name.endswith(" " + mention.name))
    }
    return known.pop() if len(known) == 1 else None


def surname(name: str) -> str:
    """The last word of a name."""
    return name.split()[-1] if name.split() else name
