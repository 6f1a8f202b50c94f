"""Both searches find the best of what a limit allows, and nothing that it does not."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest

from index.articles import Article
from index.corpus_store import CorpusStore
from index.embedded_index import EmbeddedIndex
from index.limits import NO_LIMITS, Limits
from index.search_index import Scored
from tests.index.store.fake_encoder import (
    FakeEncoder,
    an_article,
    index_articles,
    remove_article,
)

ENCODER = FakeEncoder()
Search = Callable[[EmbeddedIndex, str, int, Limits], Scored]
MAY_2, MAY_3, MAY_4 = (date(2031, 5, day) for day in (2, 3, 4))
POST, STAR = "Brenholm Post", "Quillmoor Star"


def comet(
    name: str, published: date | None = None, outlet: str | None = POST, words: str = "green"
) -> Article:
    return an_article(name, f"A comet over {name} was {words}.", published=published, outlet=outlet)


CORPUS = (
    comet("early", MAY_2),
    comet("middle", datetime(2031, 5, 3, 23, 59, tzinfo=UTC), STAR),
    comet("late", MAY_4),
    comet("undated"),
    comet("nameless", MAY_3, None),
)
EVERYTHING = ["early", "late", "middle", "nameless", "undated"]


def by_vector(reader: EmbeddedIndex, text: str, count: int, limits: Limits) -> Scored:
    return reader.dense(ENCODER.encode_queries([text])[0], count, limits)


def by_word(reader: EmbeddedIndex, text: str, count: int, limits: Limits) -> Scored:
    return reader.keyword(text, count, limits)


both_searches = pytest.mark.parametrize("search", [by_vector, by_word])


@pytest.fixture
def reader(store: CorpusStore) -> Iterator[EmbeddedIndex]:
    """Of the corpus above."""
    index_articles(store, *CORPUS)
    opened = EmbeddedIndex(store.path.parent, ENCODER.fingerprint, ENCODER.dimension)
    yield opened
    opened.close()


def found(
    reader: EmbeddedIndex, search: Search, limits: Limits, text: str = "comet", count: int = 10
) -> list[str]:
    hits = search(reader, text, count, limits)
    passages = reader.passages([passage_id for passage_id, _ in hits])
    return [passages[passage_id].article_id for passage_id, _ in hits]


def names(*wanted: str) -> frozenset[str]:
    return frozenset(wanted)


@both_searches
@pytest.mark.parametrize(
    ("limits", "allowed"),
    [
        (Limits(), EVERYTHING),
        (Limits(first=MAY_3), ["late", "middle", "nameless"]),
        (Limits(last=MAY_3), ["early", "middle", "nameless"]),
        (Limits(first=MAY_3, last=MAY_3), ["middle", "nameless"]),
        (Limits(first=MAY_2, last=MAY_4), ["early", "late", "middle", "nameless"]),
        (Limits(first=date.min, last=date.max), ["early", "late", "middle", "nameless"]),
        (Limits(not_after=MAY_3), ["early", "middle", "nameless", "undated"]),
        (Limits(not_after=date(2031, 5, 1)), ["undated"]),
        (Limits(not_after=date(2031, 5, 5)), EVERYTHING),
        (Limits(outlets=names(STAR)), ["middle"]),
        (Limits(outlets=names(STAR, POST, "Nowhere Echo")), ["early", "late", "middle", "undated"]),
        (Limits(articles=names("late", "undated", "nobody")), ["late", "undated"]),
        (Limits(first=MAY_3, outlets=names(POST)), ["late"]),
        (Limits(first=MAY_2, not_after=MAY_3), ["early", "middle", "nameless"]),
        (Limits(not_after=MAY_3, outlets=names(POST)), ["early", "undated"]),
        (Limits(last=MAY_3, articles=names("early", "late", "undated")), ["early"]),
        (Limits(MAY_2, MAY_4, MAY_3, names(POST), names("early", "late", "middle")), ["early"]),
    ],
)
def test_only_what_meets_every_limit_is_found(
    reader: EmbeddedIndex, search: Search, limits: Limits, allowed: list[str]
) -> None:
    assert sorted(found(reader, search, limits)) == allowed


@both_searches
@pytest.mark.parametrize(
    "limits",
    [
        Limits(first=date(2031, 5, 5)),
        Limits(last=date(2031, 5, 1)),
        Limits(first=MAY_4, last=MAY_2),
        Limits(outlets=names("Nowhere Echo")),
        Limits(outlets=names("brenholm post")),
        Limits(outlets=names("Brenholm")),
        Limits(outlets=names()),
        Limits(articles=names("nobody")),
        Limits(articles=names()),
        Limits(first=MAY_4, outlets=names(STAR)),
        Limits(not_after=MAY_3, articles=names("late")),
    ],
)
def test_a_limit_that_nothing_meets_finds_nothing(
    reader: EmbeddedIndex, search: Search, limits: Limits
) -> None:
    assert found(reader, search, limits) == []


@both_searches
def test_limits_follow_updates_and_removals(
    store: CorpusStore, reader: EmbeddedIndex, search: Search
) -> None:
    in_may_4 = Limits(first=MAY_4)
    of_star = Limits(outlets=names(STAR))
    own = Limits(articles=names("early", "late"))
    found(reader, search, in_may_4)

    index_articles(store, comet("early", MAY_4, STAR), comet("late", MAY_2), comet("fresh", MAY_4))
    assert sorted(found(reader, search, in_may_4)) == ["early", "fresh"]
    assert sorted(found(reader, search, of_star)) == ["early", "middle"]
    assert sorted(found(reader, search, own)) == ["early", "late"]

    remove_article(store, "early")
    assert found(reader, search, in_may_4) == ["fresh"]
    assert found(reader, search, of_star) == ["middle"]
    assert found(reader, search, own) == ["late"]
    assert found(reader, search, Limits(not_after=MAY_2)) != []


@both_searches
def test_limits_hold_in_an_index_opened_from_its_files(
    store: CorpusStore, reader: EmbeddedIndex, search: Search
) -> None:
    reader.save()
    remove_article(store, "nameless")
    index_articles(store, comet("fresh", MAY_3))
    again = EmbeddedIndex(store.path.parent, ENCODER.fingerprint, ENCODER.dimension)
    kept = found(again, search, Limits(first=MAY_3, last=MAY_3))
    assert sorted(kept) == ["fresh", "middle"]
    again.close()


@both_searches
def test_the_best_that_are_allowed_are_found_below_hundreds_that_are_not(
    store: CorpusStore, search: Search
) -> None:
    better = [comet(f"b{i:03}", MAY_2, POST, "comet comet") for i in range(300)]
    worse = [comet(f"w{i}", MAY_4, STAR, "grey " * (i + 1)) for i in range(7)]
    index_articles(store, *better, *worse)
    reader = EmbeddedIndex(store.path.parent, ENCODER.fingerprint, ENCODER.dimension)
    everywhere = found(reader, search, Limits(), "comet", 307)
    assert {name[0] for name in everywhere[:300]} == {"b"}
    allowed = [name for name in everywhere if name.startswith("w")][:5]
    for limits in (
        Limits(first=MAY_3),
        Limits(outlets=names(STAR)),
        Limits(articles=frozenset(one.id for one in worse)),
        Limits(first=MAY_3, last=MAY_4, outlets=names(STAR)),
    ):
        assert found(reader, search, limits, "comet", 5) == allowed
    reader.close()


@both_searches
def test_a_limit_does_not_change_the_scores(reader: EmbeddedIndex, search: Search) -> None:
    free = dict(search(reader, "comet", 10, Limits()))
    limits = Limits(first=MAY_2, outlets=names(POST), articles=names("early", "late"))
    limited = dict(search(reader, "comet", 10, limits))
    assert len(limited) == 2
    assert limited == pytest.approx({i: free[i] for i in limited}, abs=1e-5)


@both_searches
def test_the_last_day_of_the_calendar_limits_nothing(reader: EmbeddedIndex, search: Search) -> None:
    assert sorted(found(reader, search, Limits(not_after=date.max))) == EVERYTHING


RIGGING = (
    an_article("mast", "The main mast of the Halvard broke. A comet passed.", published=MAY_2),
    an_article("sail", "The main sail and a mast were new. A comet passed.", title="Green comet"),
    an_article("rope", "Ropes lay on the quay. A comet passed.", title="Main mast sold"),
)


@both_searches
@pytest.mark.parametrize(
    ("limits", "allowed"),
    [
        (Limits(phrases=("main mast",)), ["mast", "rope"]),
        (Limits(phrases=("Main MASTS",)), ["mast", "rope"]),
        (Limits(phrases=("mast",)), ["mast", "rope", "sail"]),
        (Limits(phrases=("main mast", "quay")), ["rope"]),
        (Limits(phrases=("green comet the main",)), []),  # from the headline into the text
        (Limits(phrases=("green comet",)), ["sail"]),
        (Limits(without=("mast",)), EVERYTHING),
        (Limits(without=("Sails", "green", "grey")), ["mast", "rope"]),
        (Limits(phrases=("mast",), without=("halvard",)), ["rope", "sail"]),
        (Limits(phrases=("mast",), first=MAY_2), ["mast"]),
        (Limits(phrases=("mast",), without=("mast",)), []),
        (Limits(phrases=("zeppelin",)), []),
        (Limits(phrases=("?!",), without=("…",), articles=names("mast")), ["mast"]),
    ],
)
def test_phrases_must_stand_in_what_is_found_and_unwanted_words_must_not(
    store: CorpusStore,
    reader: EmbeddedIndex,
    search: Search,
    limits: Limits,
    allowed: list[str],
) -> None:
    index_articles(store, *RIGGING)
    assert sorted(found(reader, search, limits)) == allowed


def test_phrases_without_a_question_list_what_holds_them(
    store: CorpusStore, reader: EmbeddedIndex
) -> None:
    index_articles(store, *RIGGING)
    assert sorted(found(reader, by_word, Limits(phrases=("main mast",)), "")) == ["mast", "rope"]
    assert found(reader, by_word, NO_LIMITS, "") == []
