"""What was found for a query, and what is said to the reader."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from index.articles import Article, Passage, Published
from index.sentences import Span
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
class Bracket:
    """A name put after a pronoun where an answer is read, at ``body[:at]``: "She [Ada Holm] said".

    It stands in the text of an answer only, never in a quote.
    """

    at: int
    name: str


@dataclass(frozen=True, slots=True)
class Citation:
    """One quote: ``quote == article.body[start:end]``. Citations of one article share a number.

    ``also_in`` names the copies of the article, the earliest first. ``answering`` are the few words
    that answer, by their offsets in the body, in order and within the quote; ``brackets`` are to be
    read after its pronouns, in order.
    """

    number: int
    quote: str
    start: int
    end: int
    passage: Passage
    article: Article
    also_in: tuple[Headline, ...] = ()
    answering: tuple[Span, ...] = ()
    brackets: tuple[Bracket, ...] = ()

    def __post_init__(self) -> None:
        if self.quote != self.article.body[self.start : self.end] or not self.quote:
            raise ValueError(f"quote {self.start}:{self.end} is not in article {self.article.id}")
        within = [self.start, *(at for span in self.answering for at in span), self.end]
        if within != sorted(within):
            raise ValueError(f"words {self.answering} are not in quote {self.start}:{self.end}")

    @property
    def readable(self) -> str:
        """The quote on one line, with the names in brackets."""
        body, position, parts = self.article.body, self.start, []
        for bracket in self.brackets:
            parts.append(f"{body[position : bracket.at]} [{bracket.name}]")
            position = bracket.at
        return " ".join("".join([*parts, body[position : self.end]]).split())


@dataclass(frozen=True, slots=True)
class Searched:
    """What the outcome rests on.

    ``first`` and ``last`` are the days that the search was limited to, None where open;
    ``articles`` counts those within all limits but its words; ``newest`` and ``oldest`` are the
    corpus's newest and oldest day, None where nothing in it is dated.
    ``outside_period`` and ``phrases_dropped`` are those of :class:`retrieval.searching.Found`.
    """

    first: date | None
    last: date | None
    articles: int
    newest: date | None
    outside_period: bool = False
    phrases_dropped: bool = False
    oldest: date | None = None


class Reason(StrEnum):
    """Why there is no answer."""

    WEAK_EVIDENCE = "weak_evidence"
    NOTHING_IN_PERIOD = "nothing_in_period"
    """Nothing of the days asked for; where none were, nothing of the day it is asked or before."""
    NOTHING_WITHIN_LIMITS = "nothing_within_limits"
    UNKNOWN_LANGUAGE = "unknown_language"
    UNREAD_OPERATOR = "unread_operator"
    EMPTY_CORPUS = "empty_corpus"
    """There are no articles at all."""
    NOT_A_QUESTION = "not_a_question"
    TOO_LONG = "too_long"


class Form(StrEnum):
    """How the sentences of an answer stand to one another."""

    SENTENCES = "sentences"
    """One to three that add to each other."""
    LIST = "list"
    """Up to five, each naming another of the things asked for."""
    TIMELINE = "timeline"
    """By date, one a story."""
    DIFFERING = "differing"
    """Articles that say different things of the same matter; none is held to be right."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Quoted sentences in the order to read them. ``text`` carries the citation numbers.

    ``closest``: they are the closest that was found, and may not be what was asked for.
    ``written``: a language model phrased ``text`` from the citations, and it was checked on them.
    ``further`` are passages of other stories that were found and are worth showing, best first.
    """

    query: Query
    confidence: float
    text: str
    citations: tuple[Citation, ...]
    searched: Searched
    took_ms: float
    form: Form = Form.SENTENCES
    closest: bool = False
    written: bool = False
    further: tuple[Hit, ...] = ()

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
