"""What the corpus tells of what is stored, without the articles themselves."""

from dataclasses import dataclass
from datetime import date

from index.articles import Published


@dataclass(frozen=True, slots=True)
class CorpusSummary:
    """What a reader may be told of the corpus: its size and how far it reaches."""

    articles: int
    passages: int
    oldest: date | None
    newest: date | None
    undated: int


@dataclass(frozen=True, slots=True)
class Version:
    """In which version an article is stored, and by which recipe cut and encoded."""

    content_hash: str
    recipe: str
    modified: Published


@dataclass(frozen=True, slots=True)
class PassageTraits:
    """What searches are limited by; the day is counted as Python's date.toordinal."""

    passage_id: int
    article_id: str
    outlet: str | None
    published_day: int | None


@dataclass(frozen=True, slots=True)
class PassageEntry:
    """A passage as the keyword index takes it in; ``language`` is what the source says it is in."""

    traits: PassageTraits
    title: str
    text: str
    language: str | None


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that is a copy of another, named without its body."""

    article_id: str
    title: str
    outlet: str | None
    published: Published
    url: str | None
