"""Puts an answer together from whole sentences, each quoted verbatim and cited."""

import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from index.stored import Copy
from retrieval.evidence import Evidence
from retrieval.outcomes import Citation, Headline
from retrieval.thresholds import Thresholds

logger = logging.getLogger(__name__)


def choose_quotes(evidence: Sequence[Evidence], thresholds: Thresholds) -> list[Evidence]:
    """The sentences to quote, best first: the best, and those nearly as good that differ."""
    chosen: list[Evidence] = []
    for one in evidence:
        if len(chosen) == thresholds.most_quotes:
            break
        if one.score < evidence[0].score - thresholds.quote_within:
            break
        if all(_words(one) != _words(other) for other in chosen):
            chosen.append(one)
    return chosen


def newest_first(chosen: Sequence[Evidence]) -> list[Evidence]:
    """The sentences by the date of their articles; those of one day, and undated ones as before."""
    return sorted(chosen, key=lambda one: one.hit.article.published_day or date.min, reverse=True)


def cite(
    chosen: Sequence[Evidence], copies: Callable[[str], Iterable[Copy]]
) -> tuple[Citation, ...]:
    """Number the quotes by article; one that is not verbatim is dropped, with an error logged.

    ``copies`` gives the other articles of an article's story.
    """
    numbers: dict[str, int] = {}
    also_in: dict[str, tuple[Headline, ...]] = {}
    citations: list[Citation] = []
    for one in chosen:
        article = one.hit.article
        number = numbers.setdefault(article.id, len(numbers) + 1)
        if article.id not in also_in:
            also_in[article.id] = tuple(
                Headline(copy.title, copy.outlet, copy.published, copy.url)
                for copy in copies(article.id)
            )
        others = also_in[article.id]
        try:
            citations.append(
                Citation(number, one.text, one.start, one.end, one.hit.passage, article, others)
            )
        except ValueError:
            logger.exception("a quote that is not in its article was dropped")
    return tuple(citations)


def answer_text(citations: Sequence[Citation]) -> str:
    """The quotes in order, each followed by its citation number."""
    return " ".join(f"{' '.join(one.quote.split())} [{one.number}]" for one in citations)


def _words(one: Evidence) -> list[str]:
    return one.text.casefold().split()
