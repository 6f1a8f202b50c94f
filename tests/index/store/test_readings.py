"""What stands in which file: the version that is shown, and what is gone."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from index.articles import Article, Published, Skip
from index.corpus_store import CorpusStore
from index.errors import InputError
from index.indexing import Indexer, IndexReport
from tests.index.store.fake_encoder import BRIDGE, COMET, FERRY, FakeEncoder, an_article


def read_from(file: str, *articles: Article) -> list[Article]:
    return [replace(article, read_from=file) for article in articles]


def index(store: CorpusStore, *items: Article | Skip, prune: tuple[str, ...] = ()) -> IndexReport:
    indexer = Indexer(store, FakeEncoder(), 40)
    return indexer.index(items, prune=[Path(root) for root in prune])


def bodies(store: CorpusStore) -> list[str]:
    return [article.body for article in store.articles()]


def test_two_files_that_hold_other_versions_do_not_take_turns(store: CorpusStore) -> None:
    both = [*read_from("/a", an_article("x", FERRY)), *read_from("/b", an_article("x", COMET))]
    index(store, *both)
    report = index(store, *both)

    assert bodies(store) == [COMET]
    assert (report.updated, report.unchanged, report.encoded) == (0, 2, 0)


def test_a_version_that_changes_takes_the_place_of_the_other(store: CorpusStore) -> None:
    [other] = read_from("/b", an_article("x", COMET))
    index(store, *read_from("/a", an_article("x", FERRY)), other)
    index(store, *read_from("/a", an_article("x", BRIDGE)), other)

    assert bodies(store) == [BRIDGE]


def test_a_file_changed_back_is_followed(store: CorpusStore) -> None:
    for body in (FERRY, COMET, FERRY):
        index(store, *read_from("/a", an_article("x", body)))

    assert bodies(store) == [FERRY]


def test_once_the_shown_version_is_out_of_its_file_the_other_is_taken_up(
    store: CorpusStore,
) -> None:
    first, second = read_from("/a", an_article("x", FERRY), an_article("x", COMET))
    index(store, first, second)
    for _ in range(2):
        index(store, first)

    assert bodies(store) == [FERRY]


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        (date(2031, 5, 3), date(2031, 5, 2), FERRY),
        (date(2031, 5, 2), date(2031, 5, 3), COMET),
        (date(2031, 5, 3), None, COMET),
        (None, date(2031, 5, 2), COMET),
        (date(2031, 5, 2), datetime(2031, 5, 2, 1, tzinfo=UTC), COMET),
        (datetime(2031, 5, 2, 2, tzinfo=UTC), datetime(2031, 5, 2, 1, tzinfo=UTC), FERRY),
    ],
)
@pytest.mark.parametrize("at_once", [True, False])
def test_the_version_changed_later_by_its_source_stands(
    store: CorpusStore, first: Published, second: Published, shown: str, at_once: bool
) -> None:
    [one] = read_from("/a", replace(an_article("x", FERRY), modified=first))
    [two] = read_from("/b", replace(an_article("x", COMET), modified=second))
    if at_once:
        index(store, one, two)
    else:
        index(store, one)
        index(store, two)

    assert bodies(store) == [shown]


class TestPruning:
    def test_what_is_gone_from_the_files_is_removed(self, store: CorpusStore) -> None:
        index(store, *read_from("/news/a", an_article("x", FERRY), an_article("y", COMET)))
        report = index(store, *read_from("/news/a", an_article("y", COMET)), prune=("/news",))

        assert report.removed == 1
        assert bodies(store) == [COMET]

    def test_without_being_asked_nothing_is(self, store: CorpusStore) -> None:
        index(store, *read_from("/news/a", an_article("x", FERRY), an_article("y", COMET)))
        report = index(store, *read_from("/news/a", an_article("y", COMET)))
        later = index(store, *read_from("/news/a", an_article("y", COMET)), prune=("/news/a",))

        assert (report.removed, later.removed) == (0, 1)

    def test_a_file_that_is_gone_takes_its_articles_along(self, store: CorpusStore) -> None:
        index(
            store,
            *read_from("/news/a", an_article("x", FERRY)),
            *read_from("/news/b", an_article("y", COMET)),
        )
        index(store, *read_from("/news/b", an_article("y", COMET)), prune=("/news",))

        assert bodies(store) == [COMET]

    def test_what_another_file_still_holds_stays(self, store: CorpusStore) -> None:
        index(
            store,
            *read_from("/news/a", an_article("x", FERRY)),
            *read_from("/elsewhere/b", an_article("x", FERRY)),
        )
        report = index(store, *read_from("/news/c", an_article("y", COMET)), prune=("/news",))

        assert report.removed == 0
        assert bodies(store) == [FERRY, COMET]

    def test_other_folders_are_left_alone(self, store: CorpusStore) -> None:
        index(
            store,
            *read_from("/news-old/a", an_article("x", FERRY)),
            *read_from("/news/a", an_article("y", COMET)),
        )
        index(store, *read_from("/news/a", an_article("y", COMET)), prune=("/news",))

        assert bodies(store) == [FERRY, COMET]

    def test_a_file_that_gave_trouble_loses_nothing(self, store: CorpusStore) -> None:
        index(store, *read_from("/news/a", an_article("x", FERRY), an_article("y", COMET)))
        skip = Skip("/news/a:2", "is no JSON", "/news/a")
        index(store, *read_from("/news/a", an_article("y", COMET)), skip, prune=("/news",))

        assert bodies(store) == [FERRY, COMET]

    def test_where_nothing_is_read_nothing_is_removed(self, store: CorpusStore) -> None:
        index(store, *read_from("/news/a", an_article("x", FERRY)))
        with pytest.raises(InputError, match=r"/news.*check the paths"):
            index(store, prune=("/news",))

        assert bodies(store) == [FERRY]


def test_vectors_go_with_the_last_text_that_has_them(store: CorpusStore) -> None:
    shared = "The harbour was calm."
    index(
        store,
        *read_from("/a", an_article("x", f"{FERRY} {shared}"), an_article("y", shared)),
    )
    index(store, *read_from("/a", an_article("x", COMET), an_article("y", shared)), prune=("/a",))
    encoder = FakeEncoder()
    Indexer(store, encoder, 40).index(read_from("/b", an_article("z", f"{shared} {FERRY}")))

    assert shared not in encoder.encoded
    assert FERRY.split(". ")[0] + "." in encoder.encoded
