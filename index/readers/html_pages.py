"""Reads a news page in HTML by trafilatura, which finds the article among all that surrounds it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, TextIO

from index.articles import Article, Skip
from index.readers.records import article_of_record

_MOST_CHARACTERS = 20_000_000
_BEGINNING = re.compile(
    r"\ufeff?\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MODIFIED = re.compile(
    r"""["']dateModified["']\s*:\s*["']([^"']+)|"""
    r"""<meta\b[^>]*["']article:modified_time["'][^>]*\bcontent\s*=\s*["']([^"']+)""",
    re.IGNORECASE,
)
_DECLARATION = re.compile(r"^\ufeff?\s*<\?xml[^>]*>")
# Only dates that the page itself gives as its own, and the first of them, not that of a change.
_DATES = {"original_date": True, "extensive_search": False, "outputformat": "%Y-%m-%d"}


def is_html(head: str) -> bool:
    """Whether a file that begins with ``head`` is a page in HTML."""
    return bool(_BEGINNING.match(head))


def read_html(lines: TextIO, where: str, outlets: Mapping[str, str]) -> Iterator[Article | Skip]:
    """The article of the page, or a Skip where there is none."""
    page = lines.read(_MOST_CHARACTERS + 1)
    if len(page) > _MOST_CHARACTERS:
        yield Skip(where, "is far larger than a news page; is it an archive of pages?")
        return
    found = _extract(_DECLARATION.sub("", page).replace("\0", ""))
    if found is None:
        yield Skip(where, "is HTML, but no article was found on the page")
        return
    record = {
        "url": found.url,
        "title": found.title,
        "text": "\n\n".join(_paragraphs(found)),
        "published": found.date,
        "author": (found.author or "").replace("; ", ", "),
        "outlet": found.sitename,
        "language": _language(page),
        "modified": _modified(page),
    }
    yield article_of_record(record, where, outlets)


def _extract(page: str) -> Any:
    import trafilatura  # takes a quarter of a second, and most corpora hold no page in HTML

    return trafilatura.bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params=_DATES,
    )


def _paragraphs(found: Any) -> Iterator[str]:
    """The paragraphs of the body, without a headline or byline that stands above them again."""
    above = {found.title, found.author, f"By {found.author}"}
    for element in found.body:
        parts = element.iter("item") if element.tag == "list" else (element,)
        for part in parts:
            text = " ".join("".join(part.itertext()).split())
            if text and text not in above:
                yield text


def _language(page: str) -> str | None:
    named = re.search(r"<html\b[^>]*?\blang\s*=\s*[\"']?([A-Za-z]{2,3})\b", page[:5000])
    return named[1].lower() if named else None


def _modified(page: str) -> str | None:
    """When the page says it was last changed; trafilatura gives one date only."""
    found = _MODIFIED.search(page)
    return found[1] or found[2] if found else None
