"""The numbers of a text, so that what was written can be held against what is quoted.

Nothing is rounded: a sentence may not make "about 1,500" of "1,487". Where a point or comma may
part thousands or decimals ("1.234"), two numbers agree where a reading of theirs does.
"""

from dataclasses import dataclass, field

from retrieval.numbers import numbers_in


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it may be read; ``percent`` where it is a share of a hundred.

    ``start`` is where it stands in its text.
    """

    readings: frozenset[float]
    percent: bool = False
    start: int = field(default=0, compare=False)

    def agrees(self, other: "Figure") -> bool:
        """Whether both can be the same number of the same kind."""
        return self.percent == other.percent and bool(self.readings & other.readings)


def figures_in(text: str, language: str) -> tuple[Figure, ...]:
    """The numbers of ``text`` in order, its words for numbers read in ``language``.

    Ordinals, times of day and years are numbers, too: none may be changed.
    """
    return tuple(
        Figure(frozenset(one.readings), one.percent, one.start)
        for one in numbers_in(text, language)
    )
