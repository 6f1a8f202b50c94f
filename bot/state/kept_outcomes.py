"""An outcome as it is kept: where its quotes stand, without the bodies of the articles."""

from dataclasses import dataclass, replace
from hashlib import blake2b

from index.articles import Article
from index.sentences import Span
from retrieval.outcomes import Bracket, Citation, Form, Headline, Hit, Outcome, Refusal, Searched
from retrieval.query import Query


@dataclass(frozen=True, slots=True)
class KeptSource:
    """An article (id) that was shown, as it was then; ``body_hash`` is that of its body."""

    article: str
    body_hash: str
    headline: Headline


@dataclass(frozen=True, slots=True)
class KeptQuote:
    """A citation; ``passage`` is the (start, end) of its passage in the body."""

    number: int
    source: KeptSource
    quote: str
    start: int
    end: int
    passage: Span
    answering: tuple[Span, ...] = ()
    brackets: tuple[Bracket, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptPassage:
    """A further passage that was found, by its (start, end) in the body."""

    source: KeptSource
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class KeptQuotes:
    """An answer; ``text`` is what it said, numbers and all."""

    query: Query
    confidence: float
    text: str
    quotes: tuple[KeptQuote, ...]
    further: tuple[KeptPassage, ...]
    searched: Searched
    took_ms: float
    form: Form
    closest: bool
    written: bool


KeptOutcome = KeptQuotes | Refusal
"""A refusal holds no bodies and is kept as it is."""


def keepable(outcome: Outcome) -> KeptOutcome:
    """The outcome in the form in which it is kept."""
    query = replace(outcome.query, alone=None)
    if isinstance(outcome, Refusal):
        return replace(outcome, query=query)
    return KeptQuotes(
        query,
        outcome.confidence,
        outcome.text,
        tuple(_quote(one) for one in outcome.citations),
        tuple(_passage(one) for one in outcome.further),
        outcome.searched,
        outcome.took_ms,
        outcome.form,
        outcome.closest,
        outcome.written,
    )


def body_hash(body: str) -> str:
    """What tells whether a body is still the one that offsets were counted in."""
    return blake2b(body.encode(), digest_size=12).hexdigest()


def _quote(citation: Citation) -> KeptQuote:
    return KeptQuote(
        citation.number,
        _source(citation.article),
        citation.quote,
        citation.start,
        citation.end,
        (citation.passage.start, citation.passage.end),
        citation.answering,
        citation.brackets,
    )


def _passage(hit: Hit) -> KeptPassage:
    return KeptPassage(_source(hit.article), hit.passage.start, hit.passage.end)


def _source(article: Article) -> KeptSource:
    headline = Headline(article.title, article.outlet, article.published, article.url)
    return KeptSource(article.id, body_hash(article.body), headline)
