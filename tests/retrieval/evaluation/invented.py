"""Invented questions, hits and outcomes, of which only what a test is about needs saying."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from index.articles import Article, Passage
from retrieval.evaluation.evaluating import AskedOn, Result
from retrieval.evaluation.kept_index import CorpusFigures
from retrieval.evaluation.questions import Question
from retrieval.evaluation.ranker import Stage, Trace
from retrieval.evaluation.report_view import Made
from retrieval.outcomes import Answer, Citation, Hit, Outcome, Reason, Refusal, Searched
from retrieval.query import Query

ASKED = date(2021, 5, 9)
NOON = datetime(2021, 5, 9, 12, tzinfo=UTC)
FERRY = "The ferry Halvard carried forty lorries. It was late."
SEARCHED = Searched(None, None, 3, ASKED)
CORPUS = CorpusFigures(3, 7, 41.5, 20.0, ())
MADE = Made(
    "dateline evaluate --corpus c",
    datetime(2021, 6, 1, tzinfo=UTC),
    "2 cores, Example CPU",
    "fake (fake-1)",
    AskedOn(ASKED),
    CORPUS,
)


def question(
    name: str = "q", answer: str | None = "forty lorries", gold: Sequence[str] = ("ferry",)
) -> Question:
    """A question whose answer stands in the article ``ferry``; without an answer, in none."""
    golden = frozenset(gold) if answer is not None else frozenset()
    return Question(name, f"What of {name}?", ASKED, answer, answer is not None, golden)


def article(name: str = "ferry", body: str = FERRY, title: str = "") -> Article:
    return Article(
        name,
        f"https://brenholm.example/{name}",
        title or f"Headline {name}",
        body,
        "The Brenholm Post",
        published=date(2021, 5, 2),
    )


def hit(number: int, of: Article | None = None) -> Hit:
    """A hit on the whole of an article."""
    of = of or article()
    passage = Passage(of.id, 0, len(of.body), of.body)
    return Hit(number, passage, of, 1.0, None, None)


def other(number: int) -> Hit:
    """A hit on an article that is not asked for."""
    return hit(number, article(f"other-{number}", "A comet was seen over Quillmoor."))


def answer(*quotes: str, of: Article | None = None, confidence: float = 0.8) -> Answer:
    """An answer that quotes ``quotes``, which must stand in the article."""
    of = of or article()
    citations = []
    for quote in quotes:
        start = of.body.index(quote)
        passage = Passage(of.id, 0, len(of.body), of.body)
        citations.append(Citation(1, quote, start, start + len(quote), passage, of))
    query = Query("?", "?", NOON)
    return Answer(query, confidence, " ".join(quotes), tuple(citations), SEARCHED, 5.0)


def refusal(confidence: float = 0.2) -> Refusal:
    query = Query("?", "?", NOON)
    return Refusal(query, Reason.WEAK_EVIDENCE, confidence, (), SEARCHED, 5.0)


def result(asked: Question, outcome: Outcome, *rankings: Sequence[Hit], ms: float = 10.0) -> Result:
    """A result with stages named first, second, … of these rankings."""
    names = ("first", "second", "third")
    stages = tuple(
        Stage(name, tuple(ranking), 1.0) for name, ranking in zip(names, rankings, strict=False)
    )
    trace = Trace(stages or (Stage("first", (), 1.0),), {"encoding": 2.0})
    return Result(asked, ASKED, outcome, ms, trace)
