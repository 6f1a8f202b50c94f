"""How much of a text may be shown, counted in words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.sentences import Span

# Chinese, Japanese and Thai write no spaces between words: two characters count as one.
_UNSPACED = r"\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_UNSPACED}]{{1,2}}|[^\s{_UNSPACED}]+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The parts of a body that may be shown, in order, by their (start, end).

    ``cut``: more was wanted.
    """

    parts: tuple[Span, ...]
    cut: bool


def excerpt(
    body: str, quotes: Sequence[Span], wanted: Sequence[Span], free: Sequence[Span], most_words: int
) -> Excerpt:
    """The ``quotes``, and as much of ``wanted`` as holds ``most_words`` words outside of ``free``.

    What is over is left out from its first word on.
    """
    parts, left, cut = list(quotes), most_words, False
    for start, end in wanted:
        until = start
        for word in _WORD.finditer(body, start, end):
            if not any(first < word.end() and word.start() < last for first, last in free):
                if not left:
                    cut = True
                    break
                left -= 1
            until = word.end()
        if cut:
            end = until
        if end > start:
            parts.append((start, end))
        if cut:
            break
    return Excerpt(joined(parts), cut)


def count_words(body: str, spans: Iterable[Span]) -> int:
    """How many words stand in these spans, no two of which overlap; a part of a word is one."""
    return sum(1 for start, end in spans for _ in _WORD.finditer(body, start, end))


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same characters in spans that neither overlap nor touch, in order."""
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        elif end > start:
            out.append((start, end))
    return tuple(out)
