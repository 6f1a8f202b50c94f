"""What stands under one citation number of an answer: the quotes of one article."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from retrieval.outcomes import Citation


@dataclass(frozen=True, slots=True)
class CitedArticle:
    """The quotes under ``number``, as they are read; headline and outlet are shown beside them."""

    number: int
    quotes: tuple[str, ...]
    headline: str
    outlet: str
    published: date | None


def cited_articles(citations: Sequence[Citation]) -> tuple[CitedArticle, ...]:
    """The articles of ``citations`` in the order of their first mention."""
    by_number: dict[int, list[Citation]] = {}
    for citation in citations:
        by_number.setdefault(citation.number, []).append(citation)
    return tuple(
        CitedArticle(
            number,
            tuple(dict.fromkeys(one.readable for one in group)),
            " ".join(group[0].article.title.split()),
            group[0].article.outlet or "",
            group[0].article.published_day,
        )
        for number, group in by_number.items()
    )
