"""The tantivy index holds what SQLite holds, and takes any text as a query."""

import logging
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from index import telling_words
from index.corpus_store import CorpusStore
from index.derived_stamp import DerivedStamp
from index.keyword import KeywordIndex
from index.limits import NO_LIMITS, Limits
from tests.index.store.fake_encoder import (
    BRIDGE,
    COMET,
    FERRY,
    an_article,
    index_articles,
    remove_article,
)


@pytest.fixture
def store(store: CorpusStore) -> CorpusStore:
    """With two articles in it."""
    index_articles(store, an_article("ferry", FERRY), an_article("comet", COMET))
    return store


def opened(store: CorpusStore) -> KeywordIndex:
    keyword = KeywordIndex(store.path.parent, store.identity)
    keyword.open(store)
    return keyword


def found(
    keyword: KeywordIndex, store: CorpusStore, text: str, limits: Limits = NO_LIMITS
) -> list[str]:
    hits = keyword.search(text, 10, limits)
    passages = store.passages([passage_id for passage_id, _ in hits])
    return [passages[passage_id].article_id for passage_id, _ in hits]


def test_words_of_text_and_headline_are_found_in_any_form(store: CorpusStore) -> None:
    index_articles(store, an_article("café", BRIDGE, title="Café owners rejoice"))
    keyword = opened(store)
    assert found(keyword, store, "HERRINGS") == ["ferry"]
    assert found(keyword, store, "cafe") == ["café"]
    assert found(keyword, store, "zeppelin") == []


def test_additions_and_removals_are_followed_without_opening_anew(store: CorpusStore) -> None:
    keyword = opened(store)
    index_articles(store, an_article("bridge", BRIDGE))
    assert keyword.follow(store)
    assert found(keyword, store, "granite") == ["bridge"]
    remove_article(store, "bridge")
    assert keyword.follow(store)
    assert found(keyword, store, "granite") == []
    assert not keyword.follow(store)


def test_kept_files_are_taken_and_catch_up(
    store: CorpusStore, caplog: pytest.LogCaptureFixture
) -> None:
    opened(store)
    index_articles(store, an_article("bridge", BRIDGE))
    keyword = opened(store)
    assert found(keyword, store, "granite") == ["bridge"]
    assert found(keyword, store, "herring") == ["ferry"]
    assert caplog.messages == []


def test_a_difference_applied_twice_leaves_one_copy(store: CorpusStore) -> None:
    opened(store)
    stamp_file = store.path.with_name("keyword.json")
    stamp = DerivedStamp.read(stamp_file)
    assert stamp is not None
    # As a stop between commit and stamp leaves it.
    DerivedStamp(stamp.corpus, stamp.recipe, 0).write(stamp_file)
    assert found(opened(store), store, "herring") == ["ferry"]


def test_what_another_wrote_and_did_not_stamp_is_replaced_not_doubled(store: CorpusStore) -> None:
    mine, other = opened(store), opened(store)
    stamp = store.path.with_name("keyword.json")
    before = stamp.read_bytes()
    index_articles(store, an_article("bridge", BRIDGE))
    assert other.follow(store)
    stamp.write_bytes(before)  # as where it was killed before it could
    assert mine.follow(store)
    assert found(mine, store, "granite") == ["bridge"]
    assert list(mine.faults(store)) == []


def lose_the_folder(folder: Path, _: CorpusStore) -> None:
    shutil.rmtree(folder)


def garble_every_file(folder: Path, _: CorpusStore) -> None:
    for file in folder.iterdir():
        file.write_bytes(b"noise" * 50)


def empty_every_file(folder: Path, _: CorpusStore) -> None:
    for file in folder.iterdir():
        file.write_bytes(b"")


def zero_the_segments(folder: Path, _: CorpusStore) -> None:
    for file in folder.iterdir():
        if file.suffix != ".json":
            file.write_bytes(bytes(file.stat().st_size))


def lose_the_segments(folder: Path, _: CorpusStore) -> None:
    for file in folder.iterdir():
        if file.suffix in (".idx", ".term", ".store"):
            file.unlink()


def lose_the_stamp(folder: Path, _: CorpusStore) -> None:
    folder.with_name("keyword.json").unlink()


def garble_the_stamp(folder: Path, _: CorpusStore) -> None:
    folder.with_name("keyword.json").write_text("{", encoding="utf-8")


def stamp_ahead(folder: Path, store: CorpusStore) -> None:
    path = folder.with_name("keyword.json")
    stamp = DerivedStamp.read(path)
    assert stamp is not None
    DerivedStamp(stamp.corpus, stamp.recipe, store.revision + 5).write(path)


def take_from_another_corpus(folder: Path, _: CorpusStore) -> None:
    elsewhere = CorpusStore(folder.parent / "elsewhere")
    index_articles(elsewhere, an_article("foreign", "Zeppelin over the marshes."))
    opened(elsewhere)
    elsewhere.close()
    shutil.rmtree(folder)
    for name in ("keyword", "keyword.json"):
        (folder.parent / "elsewhere" / name).rename(folder.parent / name)


@pytest.mark.parametrize(
    ("harm", "warned"),
    [
        (lose_the_folder, True),
        (garble_every_file, True),
        (empty_every_file, True),
        (zero_the_segments, True),
        (lose_the_segments, True),
        (lose_the_stamp, True),
        (garble_the_stamp, True),
        (stamp_ahead, True),
        (take_from_another_corpus, True),
    ],
)
def test_files_that_fail_their_stamp_are_rebuilt_with_a_warning(
    store: CorpusStore,
    harm: Callable[[Path, CorpusStore], None],
    warned: bool,
    caplog: pytest.LogCaptureFixture,
) -> None:
    opened(store)
    index_articles(store, an_article("bridge", BRIDGE))
    harm(store.path.with_name("keyword"), store)
    keyword = opened(store)
    assert found(keyword, store, "herring") == ["ferry"]
    assert found(keyword, store, "comet") == ["comet"]
    assert found(keyword, store, "granite") == ["bridge"]
    assert found(keyword, store, "zeppelin") == []
    assert ("rebuilding" in caplog.text) is warned


def test_an_index_of_an_older_form_is_made_anew_without_alarm(
    store: CorpusStore, caplog: pytest.LogCaptureFixture
) -> None:
    opened(store)
    stamp_file = store.path.with_name("keyword.json")
    stamp = DerivedStamp.read(stamp_file)
    assert stamp is not None
    DerivedStamp(stamp.corpus, "words-2", stamp.revision).write(stamp_file)
    with caplog.at_level(logging.INFO):
        keyword = opened(store)
    assert found(keyword, store, "herring") == ["ferry"]
    assert "its form has changed" in caplog.text
    assert not [one for one in caplog.records if one.levelno > logging.INFO]


def test_what_another_process_wrote_is_searched_too(store: CorpusStore) -> None:
    first, second = opened(store), opened(store)
    index_articles(store, an_article("bridge", BRIDGE))
    assert second.follow(store)
    assert first.follow(store)
    assert found(first, store, "granite") == ["bridge"]


def test_a_limit_leaves_out_later_articles_and_keeps_undated_ones(store: CorpusStore) -> None:
    index_articles(
        store,
        an_article("on-the-day", COMET + " One.", published=date(2031, 5, 2)),
        an_article("the-day-after", COMET + " Two.", published=date(2031, 5, 3)),
    )
    keyword = opened(store)
    kept = found(keyword, store, "comet", Limits(not_after=date(2031, 5, 2)))
    assert sorted(kept) == ["comet", "on-the-day"]
    assert len(found(keyword, store, "comet")) == 3


def test_leaving_out_common_words_does_not_change_what_is_found_first(
    store: CorpusStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    things = "anchor beacon capstan davit fender galley halyard".split()
    index_articles(
        store,
        *(
            an_article(f"{i:03}", f"The port said of the {things[i % 7]} that pier {i} was new.")
            for i in range(70)
        ),
    )
    keyword = opened(store)
    questions = [f"what has the port said of the {things[i % 7]} on pier {i}" for i in range(70)]
    everything = [keyword.search(question, 3) for question in questions]
    monkeypatch.setattr(telling_words, "COMMON_FROM", 20)
    telling = [keyword.search(question, 3) for question in questions]
    assert telling != everything
    assert [hits[0][0] for hits in telling] == [hits[0][0] for hits in everything]
