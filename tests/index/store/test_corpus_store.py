"""The SQLite file keeps whole transactions, and says what is wrong with it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import index.database
from index.articles import Article, RelatedLink
from index.corpus_store import CorpusStore
from index.database import FILE_NAME
from index.errors import DamagedIndexError, IndexStoreError
from index.limits import NO_LIMITS, Limits
from index.stored import CorpusSummary
from tests.index.store.fake_encoder import (
    COMET,
    FERRY,
    an_article,
    index_articles,
    remove_article,
)


def passage_ids(store: CorpusStore) -> list[int]:
    return sorted([one.passage_id for one in store.traits_since(0, store.revision)])


def test_a_transaction_that_raises_leaves_nothing(store: CorpusStore) -> None:
    index_articles(store, an_article("kept"))
    before = store.revision

    def fail_midway() -> None:
        with store.transaction() as writing:
            writing.remove_article("kept")
            writing.note({"mood": "grim"})
            raise RuntimeError("the power went")

    with pytest.raises(RuntimeError, match="the power went"):
        fail_midway()

    assert [article.id for article in store.articles()] == ["kept"]
    assert store.meta("mood") is None
    assert store.revision == before
    assert store.removed_since(0) == []


def test_every_transaction_advances_the_revision_by_one(store: CorpusStore) -> None:
    assert store.revision == 0
    index_articles(store, an_article("a"))
    assert store.revision == 1
    remove_article(store, "a")
    assert store.revision == 2


def test_the_revision_and_identity_outlive_the_connection(tmp_path: Path) -> None:
    first = CorpusStore(tmp_path)
    index_articles(first, an_article("a"))
    identity = first.identity
    first.close()
    again, other = CorpusStore(tmp_path), CorpusStore(tmp_path / "other")
    assert (again.revision, again.identity) == (1, identity)
    assert other.identity != identity
    again.close()
    other.close()


def test_passages_of_a_removed_article_are_recorded_as_removed(store: CorpusStore) -> None:
    index_articles(store, an_article("a"), an_article("b", COMET))
    of_a = [i for i, p in store.passages(passage_ids(store)).items() if p.article_id == "a"]
    before = store.revision
    remove_article(store, "a")
    assert of_a
    assert store.removed_since(before) == of_a
    assert store.removed_since(store.revision) == []
    assert store.passages(of_a) == {}


def test_removing_an_unknown_article_says_so(store: CorpusStore) -> None:
    index_articles(store, an_article("a"))
    with store.transaction() as writing:
        assert not writing.remove_article("nobody")
        assert writing.remove_article("a")


def test_a_replaced_article_leaves_no_old_passages(store: CorpusStore) -> None:
    index_articles(store, an_article("a", FERRY))
    old = passage_ids(store)
    index_articles(store, an_article("a", COMET))
    texts = [passage.text for passage in store.passages(passage_ids(store)).values()]
    assert texts == [COMET]
    assert store.removed_since(1) == old
    assert not set(old) & set(passage_ids(store))


def test_passage_ids_are_never_used_twice(store: CorpusStore) -> None:
    index_articles(store, an_article("a"))
    old = passage_ids(store)
    remove_article(store, "a")
    index_articles(store, an_article("a"))
    assert not set(old) & set(passage_ids(store))


def test_added_since_stops_at_the_revision_asked_for(store: CorpusStore) -> None:
    index_articles(store, an_article("a", FERRY))
    index_articles(store, an_article("b", COMET, published=date(2031, 5, 2)))
    index_articles(store, an_article("c", COMET + " More."))
    (entry,) = store.added_since(1, 2)
    assert (entry.text, entry.title) == (COMET, "Headline b")
    assert entry.traits.published_day == date(2031, 5, 2).toordinal()
    ((ids, vectors),) = store.passage_vectors(1, 2)
    assert (ids, vectors.shape) == ([entry.traits.passage_id], (1, 64))


def test_an_article_comes_back_as_it_was_stored(store: CorpusStore) -> None:
    article = Article(
        "full",
        "https://brenholm-post.example/ferry",
        "Ferry leaves",
        "Aboard\n\n" + FERRY,
        "Brenholm Post",
        byline="Ada Thorne",
        dateline="BRENHOLM",
        published=datetime(2031, 5, 2, 6, 30, tzinfo=UTC),
        captions=("The quay",),
        related=(RelatedLink("Herring", "Salt Weekly", "https://salt.example/1"),),
        headings=((0, 6),),
        language="en",
        read_from="ferry.html",
    )
    index_articles(store, article)
    assert list(store.articles()) == [article]


def test_a_damaged_file_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"not a database, only noise " * 400)
    with pytest.raises(DamagedIndexError, match=r"move it away and run `dateline index` again"):
        CorpusStore(tmp_path)


def test_a_second_writer_is_refused_after_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index.database, "_WAIT_S", 0.1)
    first, second = CorpusStore(tmp_path), CorpusStore(tmp_path)
    with (
        first.transaction(),
        pytest.raises(IndexStoreError, match="wait for it to end"),
        second.transaction(),
    ):
        pytest.fail("two writers at once")
    with second.transaction() as writing:
        writing.note({"turn": "second"})
    assert first.meta("turn") == "second"
    first.close()
    second.close()


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(IndexStoreError, match="choose another with --data-dir"):
        CorpusStore(tmp_path / "file")


def test_a_file_of_another_format_is_refused(tmp_path: Path) -> None:
    store = CorpusStore(tmp_path)
    with store.transaction() as writing:
        writing.note({"schema": "99"})
    store.close()
    with pytest.raises(IndexStoreError, match="is in format 99"):
        CorpusStore(tmp_path)


def test_the_summary_counts_and_spans_the_corpus(store: CorpusStore) -> None:
    assert store.summary() == CorpusSummary(0, 0, None, None, undated=0)
    index_articles(
        store,
        an_article("a", published=date(2031, 5, 2)),
        an_article("b", COMET, published=date(2030, 1, 9)),
        an_article("c", COMET),
    )
    assert store.summary() == CorpusSummary(3, 3, date(2030, 1, 9), date(2031, 5, 2), undated=1)


def test_articles_are_counted_by_a_day_with_the_undated(store: CorpusStore) -> None:
    index_articles(
        store,
        an_article("a", published=date(2031, 5, 2)),
        an_article("b", published=date(2031, 5, 3)),
        an_article("c"),
    )
    assert store.count_articles(NO_LIMITS) == 3
    assert store.count_articles(Limits(not_after=date(2031, 5, 2))) == 2
    assert store.count_articles(Limits(not_after=date(2000, 1, 1))) == 1
    assert store.count_articles(Limits(first=date(2000, 1, 1))) == 2
    assert store.count_articles(Limits(last=date(2031, 5, 2))) == 1
    assert store.count_articles(Limits(articles=frozenset({"a", "z"}))) == 1
    assert store.count_articles(Limits(outlets=frozenset({"Nowhere"}))) == 0


def test_the_newest_articles_of_a_day_or_before_come_first_and_undated_ones_last(
    store: CorpusStore,
) -> None:
    days = {"a": date(2031, 5, 2), "b": None, "c": date(2031, 5, 3), "d": date(2031, 5, 9)}
    index_articles(
        store,
        *(an_article(one, published=day, outlet=f"The {one}") for one, day in days.items()),
    )

    assert store.recent(9, date(2031, 5, 3)) == (("c", "The c"), ("a", "The a"), ("b", "The b"))
    assert store.recent(1, date(2031, 5, 3)) == (("c", "The c"),)


def test_outlets_come_with_the_largest_first(store: CorpusStore) -> None:
    index_articles(
        store,
        an_article("a", outlet="quill.example"),
        an_article("b", outlet="zeta.example"),
        an_article("c", outlet="zeta.example"),
        an_article("d", outlet=None),
    )
    assert store.outlets() == (("zeta.example", 2), (None, 1), ("quill.example", 1))


def test_bylines_come_once_each_and_lead_to_their_articles(store: CorpusStore) -> None:
    names = {"a": "Odile Marrow", "b": "Tam Brackwater", "c": "Odile Marrow", "d": None}
    index_articles(store, *(replace(an_article(i), byline=name) for i, name in names.items()))
    assert store.bylines() == ("Odile Marrow", "Tam Brackwater")
    assert store.articles_by(["Odile Marrow", "Nobody"]) == {"a", "c"}
    assert store.articles_by([]) == frozenset()


def test_an_older_file_is_given_the_indexes_it_lacks(store: CorpusStore) -> None:
    store.rows("DROP INDEX articles_byline")
    again = CorpusStore(store.path.parent)
    assert again.rows("SELECT 1 FROM sqlite_master WHERE name = 'articles_byline'") == [(1,)]
    again.close()
