"""Lets every story speak through one of its articles."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from retrieval.outcomes import Hit

_AN_ARTICLE, _FIRST = 2, 10


def one_article_a_story(hits: Sequence[Hit], stories: Mapping[str, str]) -> list[Hit]:
    """The hits in their order, with those left out that other articles of a story say as well.

    ``stories`` gives the story of each article. A story speaks through the article of its best hit;
    of articles that say it in the same words, through the one published first.
    """
    earliest: dict[tuple[str, str], Hit] = {}
    for hit in hits:
        same = stories[hit.article.id], hit.passage.text
        if same not in earliest or _age(hit) < _age(earliest[same]):
            earliest[same] = hit
    speaking: dict[str, str] = {}
    for hit in hits:
        story = stories[hit.article.id]
        speaking.setdefault(story, earliest[story, hit.passage.text].article.id)
    return [hit for hit in hits if speaking[stories[hit.article.id]] == hit.article.id]


def at_most_two_an_article(hits: Sequence[Hit]) -> list[Hit]:
    """The hits with an article's third and further ones moved behind the first ten places.

    One passage an article would leave out answers; more than two crowd out other articles.
    """
    counts: Counter[str] = Counter()
    first: list[Hit] = []
    later: list[Hit] = []
    for hit in hits:
        counts[hit.article.id] += 1
        in_front = counts[hit.article.id] <= _AN_ARTICLE and len(first) < _FIRST
        (first if in_front else later).append(hit)
    return first + later


def _age(hit: Hit) -> tuple[date, str]:
    return hit.article.published_day or date.max, hit.article.id
