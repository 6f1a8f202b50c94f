"""Each article speaks first through the passages whose sentences answer best."""

from index.articles import Passage
from retrieval.best_passages import ARTICLES, best_passages_first, of_first_articles
from retrieval.outcomes import Hit
from tests.retrieval.conftest import article


def hit(number: int, name: str, score: float) -> Hit:
    of = article(name, "Text.")
    return Hit(number, Passage(name, 0, 5, "Text."), of, score, None, None)


HITS = [hit(1, "a", 0.9), hit(2, "b", 0.8), hit(3, "a", 0.7), hit(4, "b", 0.6)]


def order(best: dict[int, float], weight: float = 1.0) -> list[int]:
    return [one.passage_id for one in best_passages_first(HITS, best, weight)]


def test_passages_change_places_within_their_article_only() -> None:
    assert order({1: 0.1, 2: 0.1, 3: 0.9, 4: 0.1}) == [3, 2, 1, 4]
    assert order({1: 0.1, 2: 0.1, 3: 0.9, 4: 0.9}) == [3, 4, 1, 2]


def test_the_score_counts_too() -> None:
    assert order({1: 0.5, 2: 0.5, 3: 0.6, 4: 0.5}) == [1, 2, 3, 4]
    assert order({1: 0.5, 2: 0.5, 3: 0.6, 4: 0.5}, weight=4.0) == [3, 2, 1, 4]


def test_an_article_of_which_something_is_not_known_keeps_its_order() -> None:
    assert order({1: 0.1, 3: 0.9, 4: 0.9}) == [3, 2, 1, 4]
    assert order({}) == [1, 2, 3, 4]


def test_only_the_first_articles_are_looked_at() -> None:
    many = [hit(number, f"n{number}", 1.0) for number in range(ARTICLES + 2)]
    assert of_first_articles(many) == many[:ARTICLES]
