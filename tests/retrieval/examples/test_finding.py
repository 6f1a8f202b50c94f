"""Which articles are looked at for examples, and which examples still stand."""

from collections.abc import Sequence
from datetime import date, datetime

from index.articles import Article
from retrieval.examples.choosing import Example
from retrieval.examples.finding import ExampleFinder
from retrieval.outcomes import Outcome
from tests.bot.samples import ASKED
from tests.retrieval.examples.test_choosing import refused

QUOTE = "“The bridge is shut,” said {} Holm. The bridge is old."


class Shelf:
    """Articles, the newest first; those that are gone are named still."""

    def __init__(self, *outlets: str, gone: Sequence[str] = ()) -> None:
        self._outlets = {f"a{n}": outlet for n, outlet in enumerate(outlets)}
        self._gone = gone
        self.read: list[str] = []
        self.until: date | None = None

    def recent(self, most: int, not_after: date) -> Sequence[tuple[str, str | None]]:
        self.until = not_after
        return list(self._outlets.items())[:most]

    def articles(self, article_ids: Sequence[str]) -> dict[str, Article]:
        self.read += article_ids
        names = (one for one in article_ids if one in self._outlets and one not in self._gone)
        return {
            one: Article(one, None, "News", QUOTE.format(one.upper()), outlet=self._outlets[one])
            for one in names
        }


class Ask:
    def __init__(self) -> None:
        self.asked: list[tuple[str, datetime]] = []

    def __call__(self, question: str, now: datetime) -> Outcome:
        self.asked.append((question, now))
        return refused(question)


def test_questions_are_asked_as_of_now() -> None:
    shelf, ask = Shelf("Kelp Daily"), Ask()

    assert ExampleFinder(shelf, ask).find(ASKED) == []
    assert shelf.until == ASKED.date()
    assert {now for _, now in ask.asked} == {ASKED}


def test_an_outlet_that_prints_much_leaves_room_for_others() -> None:
    shelf = Shelf(*["Kelp Daily"] * 50, *(f"Outlet {n}" for n in range(50)))

    ExampleFinder(shelf, Ask()).find(ASKED)

    assert shelf.read == [f"a{n}" for n in (0, 1, 2, 3, *range(50, 70))]


def test_an_article_that_goes_meanwhile_is_left_out() -> None:
    shelf, ask = Shelf("Kelp Daily", "The Post", gone=["a0"]), Ask()

    ExampleFinder(shelf, ask).find(ASKED)

    assert ask.asked
    assert not any("A0" in question for question, _ in ask.asked)


def test_examples_whose_article_is_gone_no_longer_stand() -> None:
    here, gone = Example("Who sank?", "a0"), Example("Who swam?", "a1")
    finder = ExampleFinder(Shelf("Kelp Daily", "The Post", gone=["a1"]), Ask())

    assert finder.still_there([here, gone]) == [here]
