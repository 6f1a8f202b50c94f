"""Articles of the sets that are kept as JSON, an object each."""

from collections.abc import Mapping
from datetime import date

from index.articles import Article


def article_of(row: Mapping[str, str]) -> Article:
    """The article of an object with title, outlet, published and text."""
    return Article(
        row["title"],
        None,
        row["title"],
        row["text"],
        outlet=row["outlet"],
        published=date.fromisoformat(row["published"]),
    )
