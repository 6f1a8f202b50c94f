"""Cuts an article into passages: runs of whole sentences that the encoder reads without loss."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from index.articles import Article, Passage
from index.sentences import Span, split_body

CountTokens = Callable[[Sequence[str]], list[int]]
"""Token counts of texts as the encoder will read them, its prompt and end marks included."""


@dataclass(frozen=True, slots=True)
class PassageShape:
    """How long a passage is: about ``words``, never over ``tokens`` with its headline."""

    words: int
    tokens: int
    overlap_sentences: int = 1

    def __post_init__(self) -> None:
        if self.words < 10 or self.tokens < 16 or self.overlap_sentences < 0:
            raise ValueError(f"no passage can have this shape: {self}")


def encoder_input(title: str, text: str) -> str:
    """What the encoder reads for a passage: the headline, then the passage."""
    return f"{title}\n{text}" if title else text


def cut_passages(article: Article, shape: PassageShape, count_tokens: CountTokens) -> list[Passage]:
    """Cut ``article`` so that every sentence stands whole in a passage, in order.

    A sentence longer than the window is cut at white space (the only cut inside a sentence), so
    that nothing is silently left unread. A very long headline may take half the window.
    """
    return [
        Passage(
            article.id, units[0][0], units[-1][1], article.body[units[0][0] : units[-1][1]], units
        )
        for units in _runs(article, shape, count_tokens)
    ]


def readable_title(title: str, tokens: int, count_tokens: CountTokens) -> str:
    """The headline, shortened from its end until it takes at most half of ``tokens``."""
    words = title.split()
    while words and count_tokens([" ".join(words)])[0] > tokens // 2:
        words = words[: max(len(words) // 2, 0)]
    return title if len(words) == len(title.split()) else " ".join(words)


def _runs(
    article: Article, shape: PassageShape, count_tokens: CountTokens
) -> Iterator[tuple[Span, ...]]:
    title = readable_title(article.title, shape.tokens, count_tokens)
    bare = count_tokens([encoder_input(title, "")])[0]
    room = shape.tokens - bare
    units = [
        piece
        for span in split_body(article.body, article.headings)
        for piece in _fitting(article.body, span, room, count_tokens)
    ]
    frame = count_tokens([""])[0]
    sizes = [n - frame for n in count_tokens([article.body[a:b] for a, b in units])]
    words = [len(article.body[a:b].split()) for a, b in units]

    def takes_in(first: int, unit: int) -> bool:
        """Whether a passage from ``first`` on has room for ``unit`` besides those before it."""
        half_in = sum(words[first:unit]) + words[unit] // 2 <= shape.words
        fits = _fits(article.body, units, first, unit + 1, sizes, room, count_tokens)
        return half_in and fits

    first = 0
    while first < len(units):
        last = first + 1
        while last < len(units) and takes_in(first, last):
            last += 1
        yield tuple(units[first:last])
        if last == len(units):
            return
        # The overlap must leave room to go forward: at least one new sentence a passage.
        back = min(shape.overlap_sentences, last - first - 1)
        if back and not takes_in(last - back, last):
            back = 0
        first = last - back


def _fits(
    body: str,
    units: list[Span],
    first: int,
    last: int,
    sizes: list[int],
    room: int,
    count_tokens: CountTokens,
) -> bool:
    """Whether the text from unit ``first`` up to ``last`` (headings between included) fits."""
    if sum(sizes[first:last]) > room:
        return False
    text = body[units[first][0] : units[last - 1][1]]
    between = len(text) - sum(end - start for start, end in units[first:last])
    if sum(sizes[first:last]) < room * 0.7 and between <= room * 0.3:
        return True  # far from the edge: what stands between sentences cannot make up the rest
    return count_tokens([text])[0] - count_tokens([""])[0] <= room


def _fitting(body: str, span: Span, room: int, count_tokens: CountTokens) -> Iterator[Span]:
    """The span itself when it fits ``room`` tokens, else pieces of it that do."""
    frame = count_tokens([""])[0]
    start, end = span

    def fits(stop: int) -> bool:
        return count_tokens([body[start:stop]])[0] - frame <= room

    while start < end:
        high = min(end, start + 8 * room)  # the end may be far: doubling finds where to look
        while high < end and fits(high):
            high = min(end, start + 2 * (high - start))
        if high == end and fits(end):
            break
        low = start + 1
        while low < high:  # the longest head that fits
            middle = (low + high + 1) // 2
            low, high = (middle, high) if fits(middle) else (low, middle - 1)
        cut = max(body.rfind(" ", start + 1, low), body.rfind("\n", start + 1, low))
        cut = cut if cut > start else low
        yield start, cut
        start = cut
        while start < end and body[start].isspace():
            start += 1
    if start < end:
        yield start, end
