"""Chooses the examples: questions from recent and varied articles, each asked and answered."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from index.articles import Article
from retrieval.examples.candidates import Asks, Candidate, candidates
from retrieval.outcomes import Answer, Outcome

EXAMPLES = 3
MOST_ASKED = 36
"""Questions that are asked at most until there are enough examples."""
_OF_ONE_ARTICLE = 4
"""The same of one article at a time."""

Ask = Callable[[str], Outcome]


@dataclass(frozen=True, slots=True)
class Example:
    """A question, and the article (id) that answers it."""

    question: str
    article: str


@dataclass(frozen=True, slots=True)
class _Demand:
    """What the next examples must have: an outlet, an article, a speaker that none has yet."""

    outlet: bool = False
    article: bool = False
    who: bool = False
    topic: bool = False
    """They tell about what somebody spoke, or ask something else."""


_DEMANDS = (
    _Demand(outlet=True, article=True, who=True, topic=True),
    _Demand(outlet=True, article=True, who=True),
    _Demand(article=True, who=True),
    _Demand(who=True),
    _Demand(topic=True),
)
"""One after the other, until there are enough examples."""


def choose_examples(articles: Sequence[Article], ask: Ask, wanted: int = EXAMPLES) -> list[Example]:
    """Up to ``wanted`` questions that ``ask`` answers from the very sentence they were made of.

    ``articles`` are the newest first. Each example is of another outlet where it can be, else of
    another article, else about somebody else.
    """
    search = _Search(ask, wanted)
    in_turn = list(_in_turn(articles))
    for demand in _DEMANDS:
        for article in in_turn:
            search.look_into(article, demand)
    return search.examples


class _Search:
    def __init__(self, ask: Ask, wanted: int) -> None:
        self.examples: list[Example] = []
        self._ask = ask
        self._wanted = wanted
        self._asked: set[str] = set()
        self._used: set[object] = set()
        self._kinds: Counter[Asks] = Counter()
        self._candidates: dict[str, list[Candidate]] = {}

    def look_into(self, article: Article, demand: _Demand) -> None:
        """Ask what ``article`` may answer, until an example is found."""
        before = len(self._asked)
        for candidate in self._in_order(article):
            if len(self.examples) >= self._wanted or len(self._asked) >= MOST_ASKED:
                return
            if len(self._asked) - before >= _OF_ONE_ARTICLE:
                return
            if candidate.question in self._asked or not self._meets(demand, article, candidate):
                continue
            self._asked.add(candidate.question)
            if _answers(self._ask(candidate.question), article, candidate):
                self.examples.append(Example(candidate.question, article.id))
                self._used.update(_marks(article, candidate))
                self._kinds[candidate.asks] += 1

    def _meets(self, demand: _Demand, article: Article, candidate: Candidate) -> bool:
        if demand.topic and candidate.asks is Asks.SAYS:
            return False
        fresh = (demand.outlet, demand.article, demand.who)
        marks = _marks(article, candidate)
        return not any(must and one in self._used for must, one in zip(fresh, marks, strict=True))

    def _in_order(self, article: Article) -> Iterator[Candidate]:
        """Those of a kind that there is least of first; what says least last of all."""
        if article.id not in self._candidates:
            self._candidates[article.id] = candidates(article)
        left = list(self._candidates[article.id])
        while left:
            best = min(left, key=lambda one: (one.asks is Asks.SAYS, self._kinds[one.asks]))
            left.remove(best)
            yield best


def _marks(article: Article, candidate: Candidate) -> tuple[object, ...]:
    """Outlet, article and speaker, so that none is taken for another."""
    return ("outlet", article.outlet), ("article", article.id), ("who", candidate.who)


def _answers(outcome: Outcome, article: Article, candidate: Candidate) -> bool:
    """Whether it is answered, without a doubt, by the sentence that it was made of."""
    if not isinstance(outcome, Answer) or outcome.closest:
        return False
    if any(one.article.id != article.id for one in outcome.citations):
        return False
    return any(one.start <= candidate.start < one.end for one in outcome.citations)


def _in_turn(articles: Sequence[Article]) -> Iterator[Article]:
    """The newest of each outlet, then the second of each, and so on."""
    of_outlet: dict[str | None, list[Article]] = {}
    for article in articles:
        of_outlet.setdefault(article.outlet, []).append(article)
    for turn in zip_longest(*of_outlet.values()):
        yield from (article for article in turn if article is not None)
