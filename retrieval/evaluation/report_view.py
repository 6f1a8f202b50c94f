"""What the report shows, as plain rows for its template."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from index.articles import Article
from retrieval.evaluation.evaluating import AskedOn, Result
from retrieval.evaluation.figures import Evaluation
from retrieval.evaluation.kept_index import CorpusFigures
from retrieval.evaluation.relevance import is_relevant
from retrieval.outcomes import Answer

_SLOWEST = 10
_FOUND_SHOWN = 3
_FAILURES_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Made:
    """How the figures were made."""

    command: str
    at: datetime
    machine: str
    encoder: str
    asked_on: AskedOn
    corpus: CorpusFigures


@dataclass(frozen=True, slots=True)
class Found:
    """An article that was found, and the sentence quoted from it, if one was.

    ``link`` is its address where that is one a browser may follow.
    """

    title: str
    outlet: str
    published: str
    link: str | None
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """A question that went wrong; ``remark`` says how."""

    question: str
    asked: date
    answer: str
    remark: str
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class FailureGroup:
    """Questions that went wrong in one way; of very many only the first are ``shown``."""

    title: str
    meaning: str
    count: int
    shown: tuple[Failure, ...]


def slowest(evaluation: Evaluation) -> list[Result]:
    """The questions that took longest, the slowest first."""
    return sorted(evaluation.results, key=lambda one: -one.ms)[:_SLOWEST]


def failure_groups(evaluation: Evaluation) -> list[FailureGroup]:
    """Everything that went wrong, by the way it did."""
    answerable = evaluation.answerable
    known = [one for one in answerable if one.question.answer is not None]
    return [
        _group(
            "Not found",
            "No relevant passage among the first ten; these stood there instead.",
            [one for one in answerable if _rank(one) is None],
            quoted=False,
        ),
        _group(
            "Answered wrongly",
            "No quote holds the answer.",
            [one for one in known if one.answered and not one.right],
        ),
        _group(
            "Refused although there is an answer",
            "The evidence looked too weak.",
            [one for one in answerable if not one.answered],
            quoted=False,
        ),
        _group(
            "Answered although there is no answer",
            "The corpus does not say; this was quoted.",
            [one for one in evaluation.unanswerable if one.answered],
        ),
    ]


def _group(
    title: str, meaning: str, results: Sequence[Result], *, quoted: bool = True
) -> FailureGroup:
    shown = tuple(_failure(one, quoted=quoted) for one in results[:_FAILURES_SHOWN])
    return FailureGroup(title, meaning, len(results), shown)


def _failure(result: Result, *, quoted: bool) -> Failure:
    outcome = result.outcome
    if quoted and isinstance(outcome, Answer):
        found = tuple(_found(one.article, one.quote) for one in outcome.citations)
    else:
        articles = {hit.article.id: hit.article for hit in result.trace.final}
        found = tuple(_found(article) for article in list(articles.values())[:_FOUND_SHOWN])
    question = result.question
    remark = ", ".join(_remarks(result))
    return Failure(question.text, result.asked, question.answer or "", remark, found)


def _remarks(result: Result) -> Iterable[str]:
    outcome = result.outcome
    if isinstance(outcome, Answer):
        yield "answered rightly" if result.right else "answered"
    else:
        yield f"refused ({outcome.reason.value.replace('_', ' ')})"
    yield f"confidence {outcome.confidence:.2f}"
    if (rank := _rank(result)) is not None:
        yield f"first relevant passage at {rank}"


def _rank(result: Result) -> int | None:
    ranks = (
        rank for rank, hit in enumerate(result.trace.final, 1) if is_relevant(result.question, hit)
    )
    return next(ranks, None)


def _found(article: Article, quote: str = "") -> Found:
    # An address comes from the corpus: only what is one on the web may be followed.
    url = article.url or ""
    link = url if url.lower().startswith(("https://", "http://")) else None
    published = article.published_day
    return Found(
        article.title,
        article.outlet or "unnamed outlet",
        published.isoformat() if published else "undated",
        link,
        quote,
    )
