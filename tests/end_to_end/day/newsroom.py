"""Answers from invented articles: which, and in what form, stands in the question itself."""

import random
import re
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.answers.restoring import headlines
from index.articles import Article
from index.stored import Copy, CorpusSummary
from retrieval.article_search import FoundArticle, FoundArticles
from retrieval.examples.choosing import Example
from retrieval.outcomes import Answer, Citation, Form, Headline, Hit, Outcome, Reason, Refusal
from retrieval.query import Period, PeriodKind, Query, Times, Turn
from tests.bot.samples import ASKED, answer, article, citation, passage, refusal, summary
from tests.end_to_end.day.hostile import BYLINES, OUTLETS, SENTENCES, TITLES

KINDS = frozenset(
    "plain two list timeline differing closest written long period refused slow".split()
)
GOES_ON = 10_000
"""A question that goes on is about the report of so many numbers further on."""
_FORMS = {"list": Form.LIST, "timeline": Form.TIMELINE, "differing": Form.DIFFERING}
_IN_MAY = Period(date(2030, 5, 1), date(2030, 5, 31), PeriodKind.REPORTED, "in <May> & 2030")
_SLOW_S = 0.8
_ARTICLES = 25
_ABOUT = re.compile(rf"({'|'.join(KINDS)})\W+(\d+)")


def asking(lead: str, kind: str, number: int) -> str:
    """A question about a report that is answered in this kind."""
    return f"{lead} <{kind}> {number}?"


class Newsroom:
    """The articles, and what answers from them: the same for the same question and turns."""

    def ask(
        self,
        question: str,
        asked: datetime,
        turns: Sequence[Turn] = (),
        *,
        any_date: bool = False,
    ) -> Outcome:
        """Answer a question, or one that goes on from the last turn."""
        about = _ABOUT.search(question)
        if about is not None and about[1] == "slow":
            time.sleep(_SLOW_S)
        return self.outcome(question, _last(turns), any_date=any_date)

    def outcome(self, question: str, last: int | None, *, any_date: bool = False) -> Outcome:
        """What :meth:`ask` answers where the chat spoke of report ``last`` before."""
        about = _ABOUT.search(question)
        if about is None and last is None:
            return replace(refusal(), query=Query(question, question, ASKED))
        kind, number = (about[1], int(about[2])) if about else ("plain", (last or 0) + GOES_ON)
        searched = f"<i>{kind} {number} & so on</i>"
        query = Query(question, searched, ASKED, goes_on=about is None, any_date=any_date)
        if kind == "period" and not any_date:
            query = replace(query, times=Times(_IN_MAY))
            searched_in = replace(refusal().searched, first=_IN_MAY.first, last=_IN_MAY.last)
            reason = Reason.NOTHING_IN_PERIOD
            return Refusal(query, reason, 0.1, (), replace(searched_in, articles=0), 4.0)
        if kind == "refused":
            nearest = [_headline(article_of(f"{number}-{place}")) for place in range(3)]
            return replace(refusal(*nearest), query=query)
        said = answer(*self._citations(kind, number), form=_FORMS.get(kind, Form.SENTENCES))
        if kind == "written":
            words = f"{SENTENCES[number % len(SENTENCES)]} {number} [1]"
            said = replace(said, written=True, text=words)
        further = () if kind == "long" else self._further(number)
        return replace(said, query=query, closest=kind == "closest", further=further)

    def _citations(self, kind: str, number: int) -> list[Citation]:
        if kind == "long":
            one = article_of(f"{number}-long")
            return [self._quoted(one, place, 1) for place in range(12)]
        of = {"two": 2, "list": 4, "timeline": 4, "differing": 2}.get(kind, 1)
        numbered = [(article_of(f"{number}-{place}"), place + 1) for place in range(of)]
        return [self._quoted(one, place, place) for one, place in numbered]

    def _quoted(self, one: Article, place: int, number: int) -> Citation:
        sentences = sentences_of(one)
        quote = sentences[place % len(sentences)]
        words = quote.split(" ")[1]
        within = (quote, sentences[min(place + 1, len(sentences) - 1)])
        cited = citation(one, quote, number=number, within=within, answering=[words])
        return replace(cited, also_in=headlines(self.copies(one.id)))

    def _further(self, number: int) -> tuple[Hit, ...]:
        hits = []
        for place in (7, 8):
            one = article_of(f"{number}-{place}")
            first, last = sentences_of(one)[0], sentences_of(one)[2]
            hits.append(Hit(place, passage(one, first, last), one, 0.5, 0.8, None))
        return tuple(hits)

    def find(
        self, question: str, asked: datetime, first: int, count: int
    ) -> FoundArticles | Refusal:
        """Articles for an inline query."""
        outcome = self.outcome(question, None)
        if isinstance(outcome, Refusal):
            return outcome
        number, found = outcome.query.searched.split()[1], []
        for place in range(_ARTICLES)[first : first + count]:
            quoted = self._quoted(article_of(f"{number}-{place}"), 1, 1)
            found.append(FoundArticle(quoted.quote, _of_one(outcome, quoted)))
        return FoundArticles(tuple(found), first + count < _ARTICLES, self.revision)

    @property
    def revision(self) -> int:
        """The corpus never changes."""
        return 7

    def summary(self) -> CorpusSummary:
        """What it has read."""
        return summary()

    def outlets(self) -> tuple[tuple[str | None, int], ...]:
        """Whose articles."""
        return tuple((outlet, 3) for outlet in OUTLETS)

    def articles(self, article_ids: Sequence[str]) -> dict[str, Article]:
        """Every article there could be."""
        return {one: article_of(one) for one in article_ids}

    def copies(self, article_id: str) -> tuple[Copy, ...]:
        """Another outlet has every other article as well."""
        chance = random.Random(f"{article_id} copies")
        if chance.random() < 0.5:
            return ()
        title, outlet = chance.choice(TITLES), chance.choice(OUTLETS)
        return (Copy(f"{article_id}-copy", title, outlet, None, None),)

    def reopen(self) -> None:
        """There is nothing to open."""


class Examples:
    """Questions for /start."""

    def find(self, now: datetime) -> list[Example]:
        """Three of them."""
        numbers = (990_001, 990_002, 990_003)
        return [Example(f"What <stands> & in plain {one}?", f"{one}-0") for one in numbers]

    def still_there(self, examples: Sequence[Example]) -> list[Example]:
        """All of them."""
        return list(examples)


def article_of(name: str) -> Article:
    """The article of this id: the same at every call."""
    chance = random.Random(name)
    long = name.endswith("long")
    parts = [f"{chance.choice(SENTENCES)} №{name}/{place}." for place in range(12 if long else 6)]
    if long:
        parts = [f"{part[:-1]} {'and on & on ' * 50}." for part in parts]
    return article(
        id=name,
        title=f"{chance.choice(TITLES)} №{name}",
        body=f"{' '.join(parts[:3])}\n\n{' '.join(parts[3:])}",
        url=f"https://news.example/{name}?a=1&b=%3C2%3E" if chance.random() < 0.8 else None,
        outlet=chance.choice(OUTLETS),
        byline=chance.choice(BYLINES),
        published=date(2031, 5, 1 + chance.randrange(9)),
    )


def sentences_of(one: Article) -> list[str]:
    """Its sentences: each ends in its own number."""
    found = re.finditer(r"\S.*?№\S+/\d+(?: (?:and on & on )+)?\.(?=\s|$)", one.body, re.DOTALL)
    return [each.group() for each in found]


def _last(turns: Sequence[Turn]) -> int | None:
    about = _ABOUT.search(turns[-1].searched) if turns else None
    return int(about[2]) if about else None


def _of_one(outcome: Answer, quoted: Citation) -> Answer:
    one = answer(quoted)
    return replace(one, query=outcome.query)


def _headline(one: Article) -> Headline:
    return Headline(one.title, one.outlet, one.published, one.url)
