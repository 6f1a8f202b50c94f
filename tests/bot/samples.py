"""Invented articles, and outcomes about them, for the tests of this package."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from bot.conversation import Reply, Said
from index.articles import Article, Passage, Published
from index.errors import DatelineError
from index.stored import Copy, CorpusSummary
from retrieval.composing.citing import answer_text
from retrieval.outcomes import (
    Answer,
    Bracket,
    Citation,
    Form,
    Headline,
    Reason,
    Refusal,
    Searched,
)
from retrieval.query import Query, Turn

ASKED = datetime(2031, 5, 10, 12, tzinfo=UTC)
NOT_LIMITED = {"from": None, "to": None, "outside_period": False, "phrases_dropped": False}
"""What a program is told of a search without limits."""
UNDERSTOOD = {
    "period": None,
    "latest": False,
    "goes_on": False,
    "sources": [],
    "phrases": [],
    "without": [],
    "unread": [],
}
"""What a program is told of a question in which there is nothing to understand."""
BODY = (
    "The ferry to Quill Island sank at its berth on Monday. Nobody was aboard. "
    "Harbour master Odd Brenn blamed a valve that was left open.\n\n"
    "A second ferry takes over on Friday. It holds sixty cars."
)
SANK, NOBODY, VALVE, SECOND, SIXTY = (
    "The ferry to Quill Island sank at its berth on Monday.",
    "Nobody was aboard.",
    "Harbour master Odd Brenn blamed a valve that was left open.",
    "A second ferry takes over on Friday.",
    "It holds sixty cars.",
)


def article(
    *,
    id: str = "ferry",
    title: str = "Ferry sinks at berth",
    body: str = BODY,
    url: str | None = "https://news.tidewater.example/ferry",
    outlet: str | None = "The Tidewater Post",
    byline: str | None = "Ann Reed",
    published: Published = date(2031, 5, 9),
) -> Article:
    """An article on a ferry, changed as told."""
    return Article(
        id=id, url=url, title=title, body=body, outlet=outlet, byline=byline, published=published
    )


def passage(of: Article, first: str, last: str) -> Passage:
    """The passage from one sentence to another."""
    start, end = of.body.index(first), of.body.index(last) + len(last)
    return Passage(of.id, start, end, of.body[start:end])


def citation(
    of: Article,
    quote: str,
    *,
    number: int = 1,
    within: tuple[str, str] | None = None,
    answering: Sequence[str] = (),
    brackets: Sequence[tuple[str, str]] = (),
) -> Citation:
    """A quote from the article, in the passage from one sentence to another.

    ``answering`` are words of the quote, ``brackets`` words of it with the name put after them.
    """
    start = of.body.index(quote)
    end = start + len(quote)
    first, last = within or (quote, quote)
    spans = [(start + quote.index(words), len(words)) for words in answering]
    return Citation(
        number,
        quote,
        start,
        end,
        passage(of, first, last),
        of,
        answering=tuple((at, at + length) for at, length in spans),
        brackets=tuple(
            Bracket(start + quote.index(after) + len(after), name) for after, name in brackets
        ),
    )


def answer(
    *citations: Citation,
    newest: date | None = date(2031, 5, 9),
    form: Form = Form.SENTENCES,
    closest: bool = False,
) -> Answer:
    """An answer of these citations."""
    query = Query("  What sank? ", "What sank?", ASKED)
    searched = Searched(None, None, 3, newest)
    text = answer_text(citations, form)
    return Answer(query, 0.87654, text, citations, searched, 12.345, form, closest)


def headline(
    title: str = "Ferry sinks at berth",
    *,
    outlet: str | None = "The Tidewater Post",
    published: Published = date(2031, 5, 9),
    url: str | None = "https://news.tidewater.example/ferry",
) -> Headline:
    """A headline, changed as told."""
    return Headline(title, outlet, published, url)


def refusal(
    *nearest: Headline,
    reason: Reason = Reason.WEAK_EVIDENCE,
    newest: date | None = date(2031, 5, 9),
) -> Refusal:
    """A refusal that still shows these headlines."""
    query = Query("What swam?", "What swam?", ASKED)
    return Refusal(query, reason, 0.12344, nearest, Searched(None, None, 3, newest), 4.0)


def summary(
    articles: int = 3,
    oldest: date | None = date(2031, 1, 2),
    newest: date | None = date(2031, 5, 10),
) -> CorpusSummary:
    """A corpus of so many articles."""
    return CorpusSummary(articles, 9, oldest, newest, 0)


class FakeIndex:
    """The size and the outlets of a corpus, as a conversation asks for them."""

    def __init__(self, corpus: CorpusSummary, *outlets: tuple[str | None, int]) -> None:
        self._corpus = corpus
        self._outlets = outlets
        self.opened_anew = 0
        self.stored: dict[str, Article] = {}
        self.reprints: dict[str, tuple[Copy, ...]] = {}
        self.fault: DatelineError | None = None

    def summary(self) -> CorpusSummary:
        return self._corpus

    def outlets(self) -> tuple[tuple[str | None, int], ...]:
        return self._outlets

    def articles(self, article_ids: Sequence[str]) -> dict[str, Article]:
        return {one: self.stored[one] for one in article_ids if one in self.stored}

    def copies(self, article_id: str) -> tuple[Copy, ...]:
        return self.reprints.get(article_id, ())

    @property
    def revision(self) -> int:
        return 7 + self.opened_anew

    def reopen(self) -> None:
        if self.fault is not None:
            raise self.fault
        self.opened_anew += 1


class FakeService:
    """Refuses everything, and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, datetime]] = []
        self.turns: list[tuple[Turn, ...]] = []

    def ask(
        self,
        question: str,
        asked: datetime,
        turns: Sequence[Turn] = (),
        *,
        any_date: bool = False,
    ) -> Reply:
        self.asked.append((question, asked))
        self.turns.append(tuple(turns))
        return refusal()


class Echo:
    """Says back what it was told."""

    def reply(self, text: str, asked: datetime, chat: int | None, message: int | None) -> Reply:
        return Said(f"you said {text}")
