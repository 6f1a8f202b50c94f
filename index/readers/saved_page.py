"""Reads a news page saved as plain text (the form of the documents in ``seeds/``).

Such a page is a headline, perhaps a byline, a date and a photo caption, then paragraphs parted by
blank lines, and somewhere the labels "Related article:" and "Original url:". The reader decides by
how a line looks and where it stands, never by what it is about.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from index.articles import Article, Published, RelatedLink, Skip
from index.identity import article_id
from index.outlets import outlet_of
from index.paragraphs import dateline_of, is_finished, lay_out
from index.readers.characters import plain
from index.readers.dates import read_date

_MARKDOWN_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!$&<>|~^%@'\"])")
_BYLINE = re.compile(r"^(by|von|par|por|автор[ы]?:|текст:)\s+(?P<who>\S.*)$", re.IGNORECASE)
_LABELLED_URL = re.compile(
    r"^(original|source|canonical|article|page)?\s*(url|link|source|address)\s*:\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_URL = re.compile(r"^<?(?P<url>https?://\S+?)>?$")
_RELATED = re.compile(
    r"^(related(\s+(article|story|stories|articles|coverage|news))?|read\s+(also|more|next)|"
    r"see\s+also|also\s+read)\s*:\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_RELATED_OUTLET = re.compile(r"^(?P<title>.+?)\s+[–—|-]\s+(?P<outlet>[^–—|]{2,60})$")
_CREDIT_WORDS = re.compile(
    r"\b(photos?|photograph|image|picture|getty|handout|courtesy|archive|illustration|pool|"
    r"reuters|afp|ap|epa|efe|dpa|tass|xinhua|wikimedia|commons|unsplash|shutterstock)\b",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"(^|\s)[\w-]+(\.[\w-]+)*\.[a-z]{2,12}$", re.IGNORECASE)
_BYLINE_WORDS, _CREDIT_LONGEST, _CAPTION_LONGEST = 8, 8, 60


@dataclass(slots=True)
class _Page:
    title: str
    byline: str | None = None
    published: Published = None
    url: str | None = None
    captions: list[str] = field(default_factory=list)
    related: list[RelatedLink] = field(default_factory=list)
    prose: list[str] = field(default_factory=list)


def read_saved_page(text: str, where: str, outlets: Mapping[str, str]) -> Article | Skip:
    """Turn the text of one saved page into an article, or say why it is none."""
    paragraphs = _paragraphs(text)
    if not paragraphs:
        return Skip(where, "holds no text")
    page = _Page(title=paragraphs[0])
    rest = _take_labels(page, paragraphs[1:])
    _take_head(page, rest)
    body, headings = lay_out(page.prose)
    if not any(is_finished(paragraph) for paragraph in body.split("\n\n")):
        return Skip(where, "has a headline but no sentence under it; is this an article?")
    outlet = outlet_of(page.url, outlets)
    return Article(
        id=article_id(page.url, outlet, page.title, page.published),
        url=page.url,
        title=page.title,
        body=body,
        outlet=outlet,
        byline=page.byline,
        dateline=dateline_of(body),
        published=page.published,
        captions=tuple(page.captions),
        related=tuple(page.related),
        headings=headings,
    )


def _paragraphs(text: str) -> list[str]:
    unescaped = _MARKDOWN_ESCAPE.sub(r"\1", plain(text))
    blocks = re.split(r"\n[^\S\n]*\n", unescaped)
    return [folded for block in blocks if (folded := re.sub(r"[ \t\n]+", " ", block).strip())]


def _take_labels(page: _Page, paragraphs: list[str]) -> list[str]:
    """Take the links out; a label may stand before its value or alone on the line above it."""
    rest: list[str] = []
    awaiting = ""
    url_is_labelled = False
    for paragraph in paragraphs:
        bare = _URL.match(paragraph)
        url_label, related = _LABELLED_URL.match(paragraph), _RELATED.match(paragraph)
        labelled = _URL.match(url_label["rest"]) if url_label else None
        if bare and awaiting == "related":
            page.related.append(RelatedLink(bare["url"], url=bare["url"]))
        elif labelled or (bare and awaiting == "url"):
            page.url = (bare or labelled)["url"]  # type: ignore[index]
            url_is_labelled = True
        elif bare:
            page.url = page.url if url_is_labelled else bare["url"]
        elif url_label and not url_label["rest"]:
            awaiting = "url"
            continue
        elif related and related["rest"]:
            page.related.append(_related(related["rest"]))
        elif related:
            awaiting = "related"
            continue
        elif awaiting == "related":
            page.related.append(_related(paragraph))
        else:
            rest.append(paragraph)
        awaiting = ""
    return rest


def _related(text: str) -> RelatedLink:
    match = _RELATED_OUTLET.match(text)
    return RelatedLink(match["title"], match["outlet"].strip()) if match else RelatedLink(text)


def _take_head(page: _Page, paragraphs: list[str]) -> None:
    """Take byline, date and captions from above the prose, and captions from within it."""
    in_head = True
    for position, paragraph in enumerate(paragraphs):
        following = paragraphs[position + 1] if position + 1 < len(paragraphs) else ""
        if in_head:
            byline = _BYLINE.match(paragraph)
            if page.byline is None and byline and len(paragraph.split()) <= 2 * _BYLINE_WORDS:
                page.byline = byline["who"]
                continue
            if page.published is None and (published := read_date(paragraph)):
                page.published = published
                continue
            if page.byline is None and _is_bare_byline(paragraph, following):
                page.byline = paragraph
                continue
        if _is_caption(paragraph, in_head):
            page.captions.append(paragraph)
            continue
        in_head = False
        page.prose.append(paragraph)


def _is_bare_byline(paragraph: str, following: str) -> bool:
    """A short name without "By", with the date on the next line."""
    short = len(paragraph.split()) <= _BYLINE_WORDS and not is_finished(paragraph)
    return short and read_date(following) is not None


def _is_caption(paragraph: str, in_head: bool) -> bool:
    """A description that ends in a photo credit: "… in Paris. Jane Roe / Agency", "…. site.org"."""
    words = paragraph.split()
    if is_finished(paragraph) or len(words) > _CAPTION_LONGEST:
        return False
    _head, stop, credit = paragraph.rpartition(". ")
    if not stop:
        return in_head and bool(_CREDIT_WORDS.search(paragraph) and "/" in paragraph)
    if not credit or len(credit.split()) > _CREDIT_LONGEST:
        # The last full stop may belong to the credit itself: "… Bay. J. Roe / U.S. Navy".
        return in_head and " / " in paragraph
    if _DOMAIN.search(credit) or " / " in credit:
        return True
    named = all(word[0].isupper() or not word[0].isalpha() for word in credit.split())
    return named and (in_head or bool(_CREDIT_WORDS.search(credit)))
