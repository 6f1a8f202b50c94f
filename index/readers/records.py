"""From one record of a table or a JSON file to an article."""

import re
from collections.abc import Mapping

from index.articles import Article, Skip
from index.identity import article_id
from index.outlets import outlet_of
from index.paragraphs import dateline_of, is_finished, lay_out
from index.readers.characters import plain
from index.readers.dates import read_date

_COLUMNS = {
    "url": ("url",),
    "title": ("title",),
    "text": ("text", "body"),
    "published": ("published", "date", "publish_date", "published_at"),
    "byline": ("authors", "author", "byline"),
    "outlet": ("outlet", "source", "site"),
    "language": ("language",),
    "modified": ("modified", "date_modified", "updated", "updated_at"),
}
NAMES = frozenset(name for names in _COLUMNS.values() for name in names)
"""Every name of a column that is read; upper and lower case are the same."""
TEXT_NAMES = frozenset(_COLUMNS["text"])
_OPENING_WORDS = 12


def article_of_record(
    record: Mapping[str, object], where: str, outlets: Mapping[str, str]
) -> Article | Skip:
    """The article of one record, or a Skip where it has no text.

    Of several columns for one thing the first that is not empty counts.
    """
    folded = {str(name).strip().lower(): value for name, value in record.items()}
    given = {thing: _first(folded, names) for thing, names in _COLUMNS.items()}
    body, headings = lay_out(_paragraphs(given["text"]))
    if not body:
        return Skip(where, f"has no text; it belongs in one of {', '.join(sorted(TEXT_NAMES))}")
    title = _on_one_line(given["title"]) or _opening(body)
    url = given["url"] or None
    outlet = _on_one_line(given["outlet"]) or outlet_of(url, outlets)
    published = read_date(given["published"])
    return Article(
        id=article_id(url, outlet, title, published),
        url=url,
        title=title,
        body=body,
        outlet=outlet,
        byline=_on_one_line(given["byline"]) or None,
        dateline=dateline_of(body),
        published=published,
        headings=headings,
        language=given["language"] or None,
        modified=read_date(given["modified"]),
    )


def _opening(body: str) -> str:
    """What an article without a headline goes by: the beginning of its first whole paragraph."""
    paragraphs = body.split("\n\n")
    words = next(filter(is_finished, paragraphs), paragraphs[0]).split()
    return " ".join(words[:_OPENING_WORDS]) + ("…" if len(words) > _OPENING_WORDS else "")


def _first(record: Mapping[str, object], names: tuple[str, ...]) -> str:
    return next((text for name in names if (text := _text(record.get(name)))), "")


def _text(value: object) -> str:
    """The text of a value; of a list, its items parted by commas."""
    match value:
        case str():
            return plain(value).strip()
        case list():
            return ", ".join(text for item in value if (text := _text(item)))
        case _:
            return ""


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _paragraphs(text: str) -> list[str]:
    """Parted by blank lines, or by single line breaks in a text that has no blank line."""
    blocks = re.split(r"\n[^\S\n]*\n", text)
    if len(blocks) == 1:
        blocks = text.split("\n")
    return [folded for block in blocks if (folded := _on_one_line(block))]
