"""The values of this package: what an article, a passage and a skipped input are."""

from dataclasses import dataclass, field
from datetime import date, datetime

Published = date | datetime | None
"""A publication day, an instant with its offset, or unknown. Never "now"."""


@dataclass(frozen=True, slots=True)
class RelatedLink:
    """A pointer from one article to another: not part of the body."""

    title: str
    outlet: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One news article. ``body`` is the truth; every offset counts characters in it.

    Paragraphs of the body are parted by a blank line; ``headings`` are the (start, end) of those
    that are sub-headings. ``modified`` is when the source says it last changed this version;
    ``read_from`` is the file. A field the source does not give is None or empty.
    """

    id: str
    url: str | None
    title: str
    body: str
    outlet: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published: Published = None
    captions: tuple[str, ...] = ()
    related: tuple[RelatedLink, ...] = ()
    headings: tuple[tuple[int, int], ...] = ()
    language: str | None = None
    modified: Published = None
    read_from: str = ""

    def __post_init__(self) -> None:
        if not self.body.strip():
            raise ValueError(f"article {self.id} has no body")

    @property
    def published_day(self) -> date | None:
        """The calendar day of publication, as the source wrote it."""
        return self.published.date() if isinstance(self.published, datetime) else self.published


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences of one article: ``article.body[start:end] == text``.

    ``sentences`` are the (start, end) in the body of its sentences, sub-headings left out.
    """

    article_id: str
    start: int
    end: int
    text: str
    sentences: tuple[tuple[int, int], ...] = field(default=())

    def __post_init__(self) -> None:
        if self.end - self.start != len(self.text) or not self.text:
            raise ValueError(f"passage {self.start}:{self.end} of {self.article_id} does not fit")


@dataclass(frozen=True, slots=True)
class Skip:
    """An input that could not become an article: where it stands, why, and what to do.

    ``file`` is the file alone, as in an article's ``read_from``.
    """

    where: str
    reason: str
    file: str = ""
