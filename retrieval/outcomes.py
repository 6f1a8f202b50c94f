"""What was found for a query, and what is said to the reader."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from index.articles import Article, Passage, Published
from retrieval.query import Query, Turn


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with its article and how it was found.

    ``score`` orders hits; ``cosine`` and ``bm25`` are None where that search did not find it.
    """

    passage_id: int
    passage: Passage
    article: Article
    score: float
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
    """What the outcome rests on.

    ``first`` and ``last`` are the days that the search was limited to, None where open;
    ``articles`` counts those within all limits, ``newest`` is the corpus's newest day.
    ``outside_period`` and ``phrases_dropped`` are those of :class:`retrieval.searching.Found`.
    """

    first: date | None
    last: date | None
    articles: int
    newest: date | None
    outside_period: bool = False
    phrases_dropped: bool = False


class Reason(StrEnum):
    """Why there is no answer."""

    WEAK_EVIDENCE = "weak_evidence"
    NOTHING_IN_PERIOD = "nothing_in_period"
    NOTHING_WITHIN_LIMITS = "nothing_within_limits"
    UNKNOWN_LANGUAGE = "unknown_language"
    UNREAD_OPERATOR = "unread_operator"
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


def turn_of(outcome: Outcome) -> Turn:
    """What the next question of the chat may go on from."""
    cited = outcome.citations if isinstance(outcome, Answer) else ()
    articles = {one.article.id: one.article.title for one in cited}
    return Turn(
        outcome.query.searched,
        outcome.query.times.period,
        tuple(articles.values()),
        tuple(articles),
        outcome.query.limits,
        outcome.query.sources,
    )
