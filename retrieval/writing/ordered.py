"""Whether names, and numbers, come in the order in which the quote has them.

"Velmark keeps 58 percent, Karsovia the rest" turned about holds the same words. A sentence that
only begins elsewhere is refused with it, which costs a phrasing and no truth.
"""

from collections.abc import Sequence
from itertools import pairwise

from retrieval.follow_ups.tokens import tokens_of
from retrieval.writing.figures import figures_in
from retrieval.writing.named import runs_of_names
from retrieval.writing.stems import stems_of


def out_of_order(sentence: str, quotes: Sequence[str], language: str) -> str:
    """Two neighbouring names, or numbers, that every quote with both has the other way round."""
    for marks in (_names(sentence, quotes, language), _figures(sentence, quotes, language)):
        for (first, before), (second, after) in pairwise(marks):
            both = [(a, b) for a, b in zip(before, after, strict=True) if a >= 0 and b >= 0]
            if both and all(a > b for a, b in both):
                return f"{first} and {second}"
    return ""


_Marks = list[tuple[str, list[int]]]
"""What is named, and where each quote first has it; -1 where it has not."""


def _names(sentence: str, quotes: Sequence[str], language: str) -> _Marks:
    placed = [
        [(token.start, stems_of(token, language)) for token in tokens_of(quote)] for quote in quotes
    ]
    return [
        (run[-1].text, [_place(stems_of(run[-1], language), quote) for quote in placed])
        for run in runs_of_names(sentence, language)
    ]


def _place(stems: tuple[str, ...], quote: Sequence[tuple[int, tuple[str, ...]]]) -> int:
    return next((at for at, one in quote if one == stems), -1)


def _figures(sentence: str, quotes: Sequence[str], language: str) -> _Marks:
    counted = [figures_in(quote, language) for quote in quotes]
    return [
        (
            f"{min(figure.readings):g}",
            [next((o.start for o in quote if figure.agrees(o)), -1) for quote in counted],
        )
        for figure in figures_in(sentence, language)
    ]
