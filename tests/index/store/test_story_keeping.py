"""Copies of one report share a story, in whatever order they come, change and go."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.articles import Article
from index.corpus_store import CorpusStore
from tests.index.store.fake_encoder import (
    BRIDGE,
    COMET,
    FERRY,
    FakeEncoder,
    an_article,
    index_articles,
    remove_article,
)

DAY = date(2031, 5, 2)
WORDS = [f"{kind}{number}" for number in range(20) for kind in ("quay", "crown", "herring")]
LEFT, MIDDLE, RIGHT = (" ".join(WORDS[first : first + 40]) for first in (0, 10, 20))
"""The middle is a copy of both others, which are none of each other."""


def days_later(days: int) -> date:
    return DAY + timedelta(days=days)


def stories(store: CorpusStore) -> set[frozenset[str]]:
    """The articles as their stories group them."""
    story = store.stories([article.id for article in store.articles()])
    return {frozenset(i for i in story if story[i] == one) for one in story.values()}


def grouped(*names: str) -> set[frozenset[str]]:
    return {frozenset(name.split()) for name in names}


def test_copies_share_a_story_and_other_reports_do_not(store: CorpusStore) -> None:
    index_articles(
        store, an_article("b", FERRY), an_article("a", FERRY.upper()), an_article("c", COMET)
    )
    assert store.stories(["a", "b", "c", "nobody"]) == {"a": "a", "b": "a", "c": "c"}


def test_all_copies_are_kept_and_found(store: CorpusStore) -> None:
    index_articles(store, *(an_article(name, FERRY) for name in "abc"))
    assert [article.id for article in store.articles()] == ["a", "b", "c"]
    assert [one.article_id for one in store.traits_since(0, store.revision)] == ["a", "b", "c"]


def test_copies_are_named_earliest_first_and_undated_last(store: CorpusStore) -> None:
    noon = datetime(2031, 5, 3, 12, tzinfo=UTC)
    index_articles(
        store,
        an_article("undated", FERRY),
        an_article("noon", FERRY, published=noon, outlet="Quillmoor Star"),
        an_article("evening", FERRY, published=noon.replace(hour=19)),
        an_article("first", FERRY, published=DAY),
        an_article("own", FERRY, published=days_later(1)),
        an_article("other", COMET, published=DAY),
    )
    copies = store.copies("own")
    assert [copy.article_id for copy in copies] == ["first", "noon", "evening", "undated"]
    noons = copies[1]
    assert (noons.title, noons.outlet) == ("Headline noon", "Quillmoor Star")
    assert (noons.published, noons.url) == (noon, None)
    assert copies[3].published is None


def test_an_article_by_itself_or_unknown_has_no_copies(store: CorpusStore) -> None:
    index_articles(store, an_article("a", FERRY), an_article("b", COMET))
    assert store.copies("a") == store.copies("nobody") == ()


@pytest.mark.parametrize(("days", "groups"), [(14, grouped("a b")), (15, grouped("a", "b"))])
def test_the_same_words_more_than_fourteen_days_apart_are_two_stories(
    store: CorpusStore, days: int, groups: set[frozenset[str]]
) -> None:
    index_articles(
        store,
        an_article("a", FERRY, published=days_later(days)),
        an_article("b", FERRY, published=DAY),
    )
    assert stories(store) == groups


@pytest.mark.parametrize("between", [days_later(10), None])
def test_an_article_between_them_chains_two_far_apart(
    store: CorpusStore, between: date | None
) -> None:
    far = an_article("a", FERRY, published=DAY), an_article("b", FERRY, published=days_later(20))
    index_articles(store, *far)
    assert stories(store) == grouped("a", "b")
    index_articles(store, an_article("m", FERRY, published=between))
    assert stories(store) == grouped("a b m")


def test_a_text_between_them_chains_two_that_differ(store: CorpusStore) -> None:
    index_articles(store, an_article("b", LEFT), an_article("c", RIGHT))
    assert stories(store) == grouped("b", "c")
    index_articles(store, an_article("d", MIDDLE))
    assert store.stories(["b", "c", "d"]) == {"b": "b", "c": "b", "d": "b"}


@pytest.mark.parametrize("middle", ["a", "m", "z"])
def test_removing_what_held_two_together_parts_them(store: CorpusStore, middle: str) -> None:
    index_articles(store, an_article("b", LEFT), an_article("c", RIGHT), an_article(middle, MIDDLE))
    assert stories(store) == grouped(f"b c {middle}")
    remove_article(store, middle)
    assert store.stories(["b", "c", middle]) == {"b": "b", "c": "c"}


def test_removing_the_article_a_story_goes_by_leaves_the_others_together(
    store: CorpusStore,
) -> None:
    index_articles(store, *(an_article(name, FERRY) for name in "abc"))
    remove_article(store, "a")
    assert store.stories(["b", "c"]) == {"b": "b", "c": "b"}
    assert [copy.article_id for copy in store.copies("c")] == ["b"]


def test_an_article_removed_and_taken_in_again_is_a_copy_again(store: CorpusStore) -> None:
    index_articles(store, an_article("a", FERRY), an_article("b", FERRY))
    remove_article(store, "a")
    assert index_articles(store, an_article("a", FERRY)).copies == 1
    assert stories(store) == grouped("a b")


def test_a_changed_article_leaves_its_story(store: CorpusStore) -> None:
    index_articles(store, *(an_article(name, FERRY) for name in "abc"))
    assert index_articles(store, an_article("a", BRIDGE)).copies == 0
    assert stories(store) == grouped("a", "b c")


def test_a_changed_article_joins_another_story(store: CorpusStore) -> None:
    index_articles(store, an_article("a", FERRY), an_article("b", FERRY), an_article("c", COMET))
    assert index_articles(store, an_article("b", COMET)).copies == 1
    assert stories(store) == grouped("a", "b c")


def test_an_article_with_another_day_leaves_its_story(store: CorpusStore) -> None:
    index_articles(
        store, an_article("a", FERRY, published=DAY), an_article("b", FERRY, published=DAY)
    )
    index_articles(store, an_article("b", FERRY, published=days_later(30)))
    assert stories(store) == grouped("a", "b")


def test_the_report_counts_those_that_are_copies_of_an_article_there(store: CorpusStore) -> None:
    first = [an_article(name, FERRY) for name in "abc"]
    assert index_articles(store, *first, an_article("x", COMET)).copies == 2
    assert index_articles(store, *first).copies == 0
    assert index_articles(store, an_article("d", FERRY), an_article("y", BRIDGE)).copies == 1


CHAIN = (
    an_article("left", LEFT, published=DAY),
    an_article("middle", MIDDLE, published=days_later(10)),
    an_article("right", RIGHT, published=days_later(20)),
    an_article("late", LEFT, published=days_later(20)),
    an_article("undated", COMET),
    an_article("comet", COMET, published=DAY),
)


def regrouped(taken_in: Sequence[Article], lost: str, groups: int) -> set[frozenset[str]]:
    with TemporaryDirectory() as folder:
        store = CorpusStore(Path(folder))
        for first in range(0, len(taken_in), groups):
            index_articles(store, *taken_in[first : first + groups], encoder=FakeEncoder())
        assert stories(store) == grouped("left middle right late", "undated comet")
        remove_article(store, lost)
        result = stories(store)
        store.close()
    return result


@settings(max_examples=20, deadline=None)
@given(st.permutations(CHAIN), st.sampled_from(["middle", "undated"]), st.sampled_from([1, 2, 6]))
def test_the_order_of_taking_in_does_not_matter(
    taken_in: list[Article], lost: str, groups: int
) -> None:
    left = {
        "middle": grouped("left", "right", "late", "undated comet"),
        "undated": grouped("left middle right late", "comet"),
    }
    assert regrouped(taken_in, lost, groups) == left[lost]
