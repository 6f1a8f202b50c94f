"""Counts of the whole corpus are made once a revision, and are never older than it."""

from dataclasses import replace
from datetime import date

import pytest

from index.corpus_store import CorpusStore
from index.counted import Counted
from index.limits import Limits
from tests.index.store.fake_encoder import an_article, index_articles, remove_article

MAY_2, MAY_3 = date(2031, 5, 2), date(2031, 5, 3)


def all_counts(counted: Counted | CorpusStore) -> tuple[object, ...]:
    articles = counted.articles if isinstance(counted, Counted) else counted.count_articles
    by_day = [articles(Limits(not_after=day)) for day in (None, MAY_2, MAY_3)]
    return counted.summary(), by_day, counted.outlets(), counted.bylines()


def test_every_commit_is_counted(store: CorpusStore) -> None:
    counted = Counted(store)
    for number in range(3):
        article = an_article(f"a{number}", published=MAY_3, outlet=f"{number}.example")
        index_articles(store, replace(article, byline=f"Tam Brackwater {number}"))
        assert all_counts(counted) == all_counts(store)
    remove_article(store, "a1")
    assert all_counts(counted) == all_counts(store)


def test_nothing_is_counted_twice_at_one_revision(
    store: CorpusStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    index_articles(store, an_article("a", published=MAY_3))
    counted = Counted(store)
    before = all_counts(counted)
    asked: list[str] = []
    rows = store.rows

    def note(statement: str, values: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
        asked.append(statement)
        return rows(statement, values)

    monkeypatch.setattr(store, "rows", note)
    assert all_counts(counted) == before
    assert not [statement for statement in asked if "FROM meta" not in statement]
