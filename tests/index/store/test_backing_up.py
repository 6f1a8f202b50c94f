"""A copy of the truth brings the same answers back, and no half of one is taken."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.backing_up import back_up, restore
from index.corpus_store import CorpusStore
from index.database import FILE_NAME
from index.errors import IndexStoreError, InputError
from index.verifying import verify
from tests.faults.indexing import QuickEncoder, index_folder, open_index
from tests.faults.news import versions, write_news
from tests.faults.ruin import ruin_truth


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """An index of edition 1 of the news."""
    write_news(tmp_path / "news", 1, articles=6)
    index_folder(tmp_path / "data", tmp_path / "news")
    return tmp_path / "data"


@pytest.fixture
def copy(tmp_path: Path, data: Path) -> Path:
    """A backup of edition 1, after which the index went on to edition 2."""
    back_up(data, tmp_path / "copy.sqlite3")
    write_news(tmp_path / "news", 2, articles=6)
    index_folder(data, tmp_path / "news")
    return tmp_path / "copy.sqlite3"


@pytest.fixture
def store(data: Path) -> Iterator[CorpusStore]:
    opened = CorpusStore(data)
    yield opened
    opened.close()


def editions(store: CorpusStore) -> set[int]:
    return set(versions(store).values())


def test_a_backup_is_one_file_that_stands_alone(copy: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "elsewhere"
    assert restore(fresh, copy) is None
    assert [file.name for file in tmp_path.glob("*copy*")] == [copy.name]
    store = CorpusStore(fresh)
    assert editions(store) == {1}
    assert list(verify(store)) == []


def test_a_restored_corpus_takes_the_place_of_the_one_that_is_there(
    data: Path, copy: Path, store: CorpusStore
) -> None:
    assert editions(store) == {2}
    assert restore(data, copy) is None
    assert editions(store) == {1}
    assert list(verify(store)) == []


def test_an_open_index_answers_from_what_was_restored(data: Path, copy: Path) -> None:
    query = QuickEncoder().encode_queries(["harbour master day 3 edition"])[0]
    running = open_index(data)
    for edition in (2, 1):
        found = [i for i, _ in running.dense(query, 5)]
        assert {i for i, _ in running.keyword("harbour master", 5)} <= set(range(100))
        texts = [passage.text for passage in running.passages(found).values()]
        assert len(texts) == 5
        assert all(f"edition {edition}." in text for text in texts)
        restore(data, copy)
    running.close()


def test_a_backup_may_be_made_while_the_corpus_is_written(
    data: Path, store: CorpusStore, tmp_path: Path
) -> None:
    with store.transaction() as writing:
        writing.remove_article(next(iter(store.articles())).id)
        back_up(data, tmp_path / "copy")
    restore(tmp_path / "elsewhere", tmp_path / "copy")
    copied = CorpusStore(tmp_path / "elsewhere")
    assert copied.summary().articles == 6
    assert list(verify(copied)) == []


def test_a_damaged_corpus_is_moved_aside(data: Path, copy: Path) -> None:
    file = data / FILE_NAME
    damaged = file.read_bytes()[:5000]
    file.write_bytes(damaged)
    moved = restore(data, copy)
    assert moved == data / f"{FILE_NAME}.damaged-1"
    assert moved.read_bytes() == damaged
    file.write_bytes(b"no database")
    assert restore(data, copy) == data / f"{FILE_NAME}.damaged-2"
    restored = CorpusStore(data)
    assert editions(restored) == {1}
    assert list(verify(restored)) == []


def test_a_damaged_corpus_does_not_take_the_place_of_a_good_copy(data: Path, copy: Path) -> None:
    good = copy.read_bytes()
    ruin_truth(data)
    with pytest.raises(IndexStoreError, match=str(copy)):
        back_up(data, copy)
    assert copy.read_bytes() == good


def test_a_copy_cut_short_is_refused_and_nothing_is_changed(
    data: Path, copy: Path, store: CorpusStore
) -> None:
    copy.write_bytes(copy.read_bytes()[:20_000])
    with pytest.raises(InputError, match="no whole copy"):
        restore(data, copy)
    assert editions(store) == {2}


def test_what_is_no_copy_of_an_index_is_refused(data: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        restore(data, tmp_path / "missing")
    (tmp_path / "text").write_text("Brenholm")
    with pytest.raises(InputError, match="no whole copy"):
        restore(data, tmp_path / "text")
    with closing(sqlite3.connect(tmp_path / "other")) as db, db:
        db.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(InputError, match="no whole copy"):
        restore(data, tmp_path / "other")


def test_a_copy_of_another_format_is_refused(data: Path, copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as db, db:
        db.execute("UPDATE meta SET value = '99' WHERE key = 'schema'")
    with pytest.raises(InputError, match="is in format 99"):
        restore(data, copy)


def test_the_index_itself_is_no_place_for_its_copy(data: Path) -> None:
    with pytest.raises(InputError, match="is the index itself"):
        back_up(data, data / FILE_NAME)


def test_a_copy_that_cannot_be_written_is_told(data: Path, tmp_path: Path) -> None:
    with pytest.raises(IndexStoreError, match="cannot be copied"):
        back_up(data, tmp_path / "no" / "such" / "folder")
