"""The values of this package: a query, what was found for it, and what is said to the reader."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from index.articles import Article, Passage, Published


@dataclass(frozen=True, slots=True)
class Query:
    """A question ``as_asked``, the words searched for, and the day it was asked."""

    as_asked: str
    searched: str
    asked_on: date


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with its article and how it was found.

    ``fused`` orders hits; ``cosine`` and ``bm25`` are None where that search did not find it.
    """

    passage_id: int
    passage: Passage
    article: Article
    fused: float
    cosine: float | None
    bm25: float | None


@dataclass(frozen=True, slots=True)
class Headline:
    """An article named without being quoted."""

    title: str
    outlet: str | None
    published: Published
    url: str | None


@dataclass(frozen=True, slots=True)
class Citation:
    """One quote: ``quote == article.body[start:end]``. Citations of one article share a number.

    ``also_in`` names the copies of the article, the earliest first.
    """

    number: int
    quote: str
    start: int
    end: int
    passage: Passage
    article: Article
    also_in: tuple[Headline, ...] = ()

    def __post_init__(self) -> None:
        if self.quote != self.article.body[self.start : self.end] or not self.quote:
            raise ValueError(f"quote {self.start}:{self.end} is not in article {self.article.id}")


@dataclass(frozen=True, slots=True)
class Searched:
    """What the outcome rests on. ``first`` and ``last`` are the period's days, None where open."""

    first: date | None
    last: date | None
    articles: int
    newest: date | None


class Reason(StrEnum):
    """Why there is no answer."""

    WEAK_EVIDENCE = "weak_evidence"
    EMPTY_CORPUS = "empty_corpus"
    NOT_A_QUESTION = "not_a_question"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True)
class Answer:
    """One to three quoted sentences, best first. ``text`` carries the citation numbers."""

    query: Query
    confidence: float
    text: str
    citations: tuple[Citation, ...]
    searched: Searched
    took_ms: float

    def __post_init__(self) -> None:
        if not self.citations:
            raise ValueError("an answer without a citation cannot be")


@dataclass(frozen=True, slots=True)
class Refusal:
    """No answer, with the reason and the nearest headlines."""

    query: Query
    reason: Reason
    confidence: float
    nearest: tuple[Headline, ...]
    searched: Searched
    took_ms: float


Outcome = Answer | Refusal
