"""Quotes as they are read in an answer: on one line, with the words that answer set apart."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from retrieval.outcomes import Citation

_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of an answer's text; ``answers``: of the few words that answer."""

    text: str
    answers: bool = False


def stretches(citation: Citation) -> tuple[Stretch, ...]:
    """The quote as it is read: their texts joined are ``citation.readable``.

    Names put in brackets never count as words that answer, not even in the midst of them.
    """
    return one_line(_pieces(citation))


def one_line(pieces: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The same without line breaks, and without white space at the ends or twice in a row."""
    line: list[Stretch] = []
    for piece in pieces:
        text = _BLANK.sub(" ", piece.text)
        if not line or line[-1].text.endswith(" "):
            text = text.lstrip()
        if text:
            line.append(Stretch(text, piece.answers))
    if line and line[-1].text.endswith(" "):
        last = line.pop()
        line += [Stretch(last.text[:-1], last.answers)] if last.text != " " else []
    return tuple(line)


def _pieces(citation: Citation) -> Iterator[Stretch]:
    body, brackets = citation.article.body, citation.brackets
    edges = {at for span in citation.answering for at in span}
    cuts = {citation.start, *edges, *(one.at for one in brackets), citation.end}
    for start, end in pairwise(sorted(cuts)):
        answers = any(first <= start and end <= last for first, last in citation.answering)
        yield Stretch(body[start:end], answers)
        for bracket in brackets:
            if bracket.at == end:
                yield Stretch(f" [{bracket.name}]")
