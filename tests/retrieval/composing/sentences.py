"""Sentences of invented articles, as they come from a search."""

from collections.abc import Sequence
from datetime import date

from index.articles import Article, Passage, Published
from index.sentences import split_body
from retrieval.evidence import Evidence
from retrieval.outcomes import Hit

DAY = date(2031, 5, 6)


def sentence(
    text: str,
    article: str | None = None,
    *,
    score: float = 0.9,
    published: Published = DAY,
    answering: str | None = None,
    gain: float | None = None,
    words_said: float = 0.5,
    outlet: str | None = None,
    title: str = "News",
    body: str | None = None,
) -> Evidence:
    """One sentence of an article, which is ``body`` or the sentence alone."""
    name = article or text
    whole = body or text
    source = Article(name, None, title, whole, outlet=outlet or name, published=published)
    passage = Passage(name, 0, len(whole), whole, tuple(split_body(whole)))
    start = whole.index(text)
    at = whole.index(answering, start) if answering else -1
    span = (at, at + len(answering)) if answering else None
    hit = Hit(1, passage, source, score, score, None)
    return Evidence(hit, start, start + len(text), score, words_said, score, span, gain)


def best_first(evidence: Sequence[Evidence]) -> list[Evidence]:
    return sorted(evidence, key=lambda one: -one.score)
