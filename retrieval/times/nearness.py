"""Which phrases speak of lately."""

from retrieval.times.candidates import Candidate
from retrieval.times.grammar import Meaning, Unit

_LATELY = frozenset(
    {
        Meaning.TODAY,
        Meaning.YESTERDAY,
        Meaning.BEFORE_YESTERDAY,
        Meaning.LAST_NIGHT,
        Meaning.WEEKDAY,
        Meaning.LAST_WEEKDAY,
        Meaning.WEEKDAY_OF_LAST_WEEK,
        Meaning.WEEKEND,
        Meaning.THIS_WEEKEND,
        Meaning.LAST_WEEKEND,
    }
)
_COUNTED_BACK = frozenset({Meaning.THIS, Meaning.LAST, Meaning.PAST, Meaning.AGO})


def is_relative(said: Candidate) -> bool:
    """Whether the phrase counts back from today, by less than years and quarters."""
    if said.meaning in _COUNTED_BACK:
        months = said.n or 1 if said.unit == Unit.MONTH else 0
        return said.unit not in (Unit.QUARTER, Unit.YEAR) and months < 12
    return said.meaning in _LATELY
