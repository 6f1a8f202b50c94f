"""The sentences of an article around one that is quoted."""

from bisect import bisect_right
from dataclasses import dataclass

from index.articles import Article
from index.sentences import Span, split_body

_BEFORE, _AFTER = 1600, 700
"""Characters that are looked at, to the nearest paragraph beyond."""
_MOST = 6000
"""In a paragraph without end."""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """``body[start:end]`` with its sentences in order; ``own`` is the place of the one quoted.

    ``paragraphs`` gives the number of the paragraph for each sentence.
    """

    article: Article
    start: int
    end: int
    sentences: tuple[Span, ...]
    paragraphs: tuple[int, ...]
    own: int


def around(article: Article, own: Span) -> Neighbourhood:
    """The neighbourhood of the sentence ``body[own[0]:own[1]]``, sub-headings left out."""
    body, (start, end) = article.body, own
    left = body.rfind("\n\n", 0, max(0, start - _BEFORE)) + 2 if start > _BEFORE else 0
    right = body.find("\n\n", min(len(body), end + _AFTER))
    left = max(left, start - _MOST, 0)
    right = min(right if right >= 0 else len(body), end + _MOST)
    headings = tuple((s - left, e - left) for s, e in article.headings if left <= s and e <= right)
    split = [(left + s, left + e) for s, e in split_body(body[left:right], headings)]
    sentences = [part for one in split for part in _beside(body, one, own)]
    place = sum(one[1] <= start for one in sentences)
    sentences.insert(place, own)
    breaks = _breaks(body, left, right)
    paragraphs = tuple(bisect_right(breaks, one[0]) for one in sentences)
    return Neighbourhood(article, left, right, tuple(sentences), paragraphs, place)


def _beside(body: str, sentence: Span, own: Span) -> list[Span]:
    """What of a sentence stands before and after ``own``: all of it, where they do not meet."""
    first, last = sentence
    parts = [(first, min(last, own[0])), (max(first, own[1]), last)]
    if last <= own[0] or first >= own[1]:
        parts = [sentence]
    trimmed = [(s + len(body[s:e]) - len(body[s:e].lstrip()), e) for s, e in parts if s < e]
    return [(s, s + len(body[s:e].rstrip())) for s, e in trimmed if body[s:e].strip()]


def _breaks(body: str, left: int, right: int) -> list[int]:
    found, at = [], body.find("\n\n", left, right)
    while at >= 0:
        found.append(at)
        at = body.find("\n\n", at + 2, right)
    return found
