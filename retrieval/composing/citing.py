"""Cites what was chosen: every quote verbatim, and numbered by its article."""

import logging
from collections.abc import Callable, Iterable, Sequence

from index.stored import Copy
from retrieval.composing.quote import Quote
from retrieval.outcomes import Citation, Form, Headline

logger = logging.getLogger(__name__)


def cite(chosen: Sequence[Quote], copies: Callable[[str], Iterable[Copy]]) -> tuple[Citation, ...]:
    """Number the quotes by article; one that is not verbatim is dropped, with an error logged.

    ``copies`` gives the other articles of an article's story.
    """
    numbers: dict[str, int] = {}
    also_in: dict[str, tuple[Headline, ...]] = {}
    citations: list[Citation] = []
    for quote in chosen:
        one = quote.evidence
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
                Citation(
                    number,
                    one.text,
                    one.start,
                    one.end,
                    one.hit.passage,
                    article,
                    others,
                    quote.answering,
                    quote.brackets,
                )
            )
        except ValueError:
            logger.exception("a quote that is not in its article was dropped")
    return tuple(citations)


def answer_text(citations: Sequence[Citation], form: Form = Form.SENTENCES) -> str:
    """The quotes in order, each followed by its citation number: one a line but for sentences.

    A line of a timeline begins with the day of its article (ISO 8601), where that is known.
    """
    quotes = [f"{one.readable} [{one.number}]" for one in citations]
    if form is Form.SENTENCES:
        return " ".join(quotes)
    if form is Form.TIMELINE:
        days = [one.article.published_day for one in citations]
        quotes = [
            f"{day.isoformat()} — {quote}" if day else quote
            for day, quote in zip(days, quotes, strict=True)
        ]
    return "\n".join(quotes)
