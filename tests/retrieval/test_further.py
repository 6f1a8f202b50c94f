"""Further passages: other stories whose best sentence comes near the best there is."""

from collections.abc import Sequence

from index.articles import Passage
from retrieval.evidence import Evidence
from retrieval.further import further_hits
from retrieval.outcomes import Hit
from tests.retrieval.conftest import article

BODY = "The ferry sailed. It was late."


def hit(name: str, start: int = 0) -> Hit:
    one = article(name, BODY)
    passage = Passage(name, start, len(BODY), BODY[start:])
    return Hit(start, passage, one, 0.5, 0.8, None)


def evidence(*scored: tuple[Hit, float]) -> list[Evidence]:
    return [Evidence(one, one.passage.start, 17, score, 0.0, score) for one, score in scored]


def names(found: Sequence[Evidence], cited: Sequence[str] = ("cited",)) -> list[str]:
    return [one.article.id for one in further_hits(found, cited, 0.1)]


def test_the_best_come_first_and_what_is_cited_is_none() -> None:
    found = evidence((hit("cited"), 0.9), (hit("b"), 0.85), (hit("cited", 5), 0.8), (hit("a"), 0.8))

    assert names(found) == ["b", "a"]


def test_an_article_is_shown_by_its_best_passage_once() -> None:
    found = evidence((hit("cited"), 0.9), (hit("a", 5), 0.85), (hit("a"), 0.8))

    (one,) = further_hits(found, ["cited"], 0.1)
    assert one.passage.start == 5


def test_what_is_far_below_the_best_is_not_worth_showing() -> None:
    found = evidence((hit("cited"), 0.9), (hit("near"), 0.71), (hit("far"), 0.69))

    assert names(found) == ["near"]


def test_there_are_five_at_most() -> None:
    found = evidence(*((hit(str(number)), 0.9) for number in range(9)))

    assert names(found, []) == ["0", "1", "2", "3", "4"]


def test_nothing_is_found_in_nothing() -> None:
    assert further_hits([], [], 0.1) == ()
