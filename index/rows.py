"""Articles as rows of the SQLite file and back."""

import hashlib
import json
from datetime import date, datetime
from typing import Any

from index.articles import Article, Published, RelatedLink

ARTICLE_COLUMNS = (
    "id, url, title, body, outlet, byline, dateline, published, captions, related, headings, "
    "language, modified, read_from"
)


def article_from_row(row: tuple[Any, ...]) -> Article:
    """The article in a row of ``ARTICLE_COLUMNS``."""
    article_id, url, title, body, outlet, byline, dateline, published, *rest = row
    captions, related, headings, language, modified, read_from = rest
    return Article(
        id=article_id,
        url=url,
        title=title,
        body=body,
        outlet=outlet,
        byline=byline,
        dateline=dateline,
        published=published_from_text(published),
        captions=tuple(json.loads(captions)),
        related=tuple(RelatedLink(*link) for link in json.loads(related)),
        headings=spans_from_text(headings),
        language=language,
        modified=published_from_text(modified),
        read_from=read_from,
    )


def row_from_article(article: Article) -> dict[str, object]:
    """The values of an article's row, by column name, without those that say how it was stored."""
    day = article.published_day
    return {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "body": article.body,
        "outlet": article.outlet,
        "byline": article.byline,
        "dateline": article.dateline,
        "published": article.published.isoformat() if article.published else None,
        "published_day": day.toordinal() if day else None,
        "captions": _json(article.captions),
        "related": _json([[link.title, link.outlet, link.url] for link in article.related]),
        "headings": _json(article.headings),
        "language": article.language,
        "modified": article.modified.isoformat() if article.modified else None,
        "read_from": article.read_from,
    }


def content_hash(article: Article) -> str:
    """Changes when the article does, wherever it is read from."""
    row = row_from_article(article)
    del row["read_from"]
    return hashlib.sha256(_json(row).encode()).hexdigest()[:32]


def spans_from_text(text: str) -> tuple[tuple[int, int], ...]:
    """The (start, end) pairs of a JSON column."""
    return tuple((start, end) for start, end in json.loads(text))


def published_from_text(text: str | None) -> Published:
    """The date or instant of an ISO column; None is unknown."""
    if text is None:
        return None
    return date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
