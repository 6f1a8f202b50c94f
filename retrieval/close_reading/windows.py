"""What the model is given to read: short runs of sentences around those that look best."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.sentences import Span
from retrieval.evidence import Evidence
from retrieval.outcomes import Hit

WINDOW_TOKENS = 80
"""Tokens of article text in a window, at most; a longer sentence is read as far as that."""
_AROUND = 64
"""Tokens up to which a window takes in what stands around its sentence: more windows then fit."""


@dataclass(frozen=True, slots=True)
class Window:
    """Consecutive sentences of the passage of a hit, by their offsets in the body."""

    hit: Hit
    sentences: tuple[Span, ...]


def windows_around(
    evidence: Sequence[Evidence], sizes: Mapping[tuple[str, int], int], aside: int, most: int
) -> list[Window]:
    """Windows around the first sentences of ``evidence``, each read once.

    ``sizes`` gives the tokens of a sentence by its article and start, ``aside`` those that are read
    with every window. As many windows are given as take ``most`` tokens in all, and at least one.
    """
    windows: list[Window] = []
    room = most
    covered: set[tuple[str, int]] = set()
    for one in evidence:
        article = one.hit.article.id
        if (article, one.start) in covered:
            continue
        spans = one.hit.passage.sentences
        tokens = [sizes[article, start] for start, _ in spans]
        first, last = grown(tokens, spans.index((one.start, one.end)), _AROUND)
        room -= aside + sum(tokens[first : last + 1])
        if windows and room < 0:
            break
        chosen = spans[first : last + 1]
        covered.update((article, start) for start, _ in chosen)
        windows.append(Window(one.hit, chosen))
    return windows


def grown(tokens: Sequence[int], at: int, room: int) -> tuple[int, int]:
    """First and last place of the run around ``at`` that fits into ``room`` tokens.

    The sentence before is taken first, for it says whom the next one speaks of; then by turns.
    """
    first = last = at
    room -= tokens[at]
    before = True
    open_sides = {True, False}
    while open_sides:
        place = first - 1 if before else last + 1
        if before in open_sides and 0 <= place < len(tokens) and tokens[place] <= room:
            room -= tokens[place]
            first, last = min(first, place), max(last, place)
        else:
            open_sides.discard(before)
        before = not before
    return first, last
