"""News that is read under odd circumstances: none of it stops a run, and no text is lost."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine

from index.articles import Article, Skip
from index.corpus_store import CorpusStore
from index.readers.folders import read_articles
from index.verifying import verify
from tests.faults.indexing import index_folder, open_index
from tests.faults.news import versions, write_news


def record(number: int, text: str) -> str:
    return json.dumps({"url": f"https://brenholm.example/{number}", "title": "Log", "text": text})


def test_the_clock_may_go_backwards(tmp_path: Path) -> None:
    data, news = tmp_path / "data", tmp_path / "news"
    for version, year in enumerate((2031, 2019, 2031, 1971)):
        with time_machine.travel(datetime(year, 5, 2, tzinfo=UTC)):
            write_news(news, version, articles=10)
            index_folder(data, news)
            store = CorpusStore(data)
            assert set(versions(store).values()) == {version}
            assert list(verify(store)) == []
            store.close()


@pytest.mark.parametrize("space", [" ", ""], ids=["of words", "without a space"])
def test_a_sentence_of_a_megabyte_is_cut_and_all_of_it_kept(tmp_path: Path, space: str) -> None:
    text = "herring" + (space + "herring") * (1_000_000 // len("herring" + space)) + "."
    data, news = tmp_path / "data", tmp_path / "news"
    news.mkdir()
    (news / "long.json").write_text(record(1, text))
    index_folder(data, news)

    store = CorpusStore(data)
    (article,) = store.articles()
    passages = store.passages(store.passages_of([article.id])).values()
    reached = 0
    for passage in sorted(passages, key=lambda one: one.start):
        assert not article.body[reached : passage.start].strip()
        reached = max(reached, passage.end)
    assert article.body == text
    assert reached == len(text)
    assert list(verify(store)) == []


def test_links_in_a_circle_are_not_followed(tmp_path: Path) -> None:
    news = tmp_path / "news"
    (news / "deep").mkdir(parents=True)
    (news / "deep" / "up").symlink_to(news)
    (news / "round").symlink_to(news / "about")
    (news / "about").symlink_to(news / "round")
    (news / "a.json").write_text(record(1, "The ferry sailed."))
    read = list(read_articles([news], {}))

    assert sum(isinstance(item, Article) for item in read) == 1
    assert {Path(item.where).name for item in read if isinstance(item, Skip)} == {"round", "about"}


@pytest.mark.parametrize("change", ["cut", "grown", "replaced", "gone"])
def test_a_file_that_changes_while_it_is_read_stops_nothing(tmp_path: Path, change: str) -> None:
    data, news = tmp_path / "data", tmp_path / "news"
    news.mkdir()
    file = news / "a.jsonl"
    lines = [record(number, f"The ferry sailed {number} times.") for number in range(5_000)]
    file.write_text("\n".join(lines))
    reading = read_articles([news], {})
    first = [next(reading) for _ in range(10)]
    match change:
        case "cut":
            file.write_text("\n".join(lines)[: len(lines[0]) * 20 + 7])
        case "grown":
            with file.open("a") as more:
                more.write("\n" + record(5_000, "The ferry sank."))
        case "replaced":
            fresh = news / ".fresh"
            fresh.write_text(record(1, "The ferry was sold."))
            fresh.replace(file)
        case "gone":
            file.unlink()
    rest = list(reading)

    assert all(isinstance(item, Article) for item in first)
    assert len(rest) > 0
    file.write_text("\n".join(lines[:50]))
    index_folder(data, news)
    index = open_index(data)
    assert index.keyword("ferry", 100)
    index.close()
    assert list(verify(CorpusStore(data))) == []
