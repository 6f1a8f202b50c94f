"""Names as the sentences around a quote know them: in full, and as those of persons."""

import re

from retrieval.composing.reading import Mention, Reading
from retrieval.composing.readings import Readings


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
        or (one.person is None and (one.sure or (one.acts and _is_name(readings, one))))
    ]


def _is_name(readings: Readings, mention: Mention) -> bool:
    """Whether a word that opens a sentence has its capital also where none opens."""
    around = readings.around
    text = readings.body[around.start : around.end]
    found = re.finditer(rf"[\w,] {re.escape(mention.name)}\b", text)
    return " " in mention.name or any(found)
