"""What an operator is told of a run of indexing, and of the index."""

import json
import logging
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from bot import index_report
from bot.index_report import (
    progress_line,
    report_as_json,
    report_lines,
    status_as_json,
    status_lines,
)
from index.articles import Skip
from index.corpus_store import CorpusStore
from index.indexing import IndexReport
from tests.index.store.fake_encoder import COMET, FERRY, an_article, index_articles

LOGGER = "bot.index_report"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CorpusStore]:
    opened = CorpusStore(tmp_path)
    yield opened
    opened.close()


def report(skips: int = 0) -> IndexReport:
    """A run in which no two numbers are the same."""
    skipped = [Skip(f"herring-{n}.txt", "the file is empty") for n in range(skips)]
    return IndexReport(11, 4, 3, 2, 9, 27, skipped)


class TestReport:
    def test_it_is_told_in_one_line(self) -> None:
        assert list(report_lines(report())) == [
            "11 read: 4 new, 3 updated, 2 unchanged, 0 skipped; 9 passages written."
        ]

    def test_what_was_skipped_is_listed_with_the_reason(self) -> None:
        first, *skips = report_lines(report(2))

        assert "2 skipped" in first
        assert skips == [
            "skipped herring-0.txt: the file is empty",
            "skipped herring-1.txt: the file is empty",
        ]

    def test_twenty_skips_are_listed_and_no_rest_is_told_of(self) -> None:
        assert len(list(report_lines(report(20)))) == 21

    def test_of_more_skips_the_rest_is_counted(self) -> None:
        lines = list(report_lines(report(23)))

        assert len(lines) == 22
        assert lines[-1] == "… and 3 more; --json lists them all"

    def test_for_programs_it_has_everything(self) -> None:
        made = report_as_json(report(23))

        assert made == {
            "read": 11,
            "new": 4,
            "updated": 3,
            "unchanged": 2,
            "passages": 9,
            "encoded": 27,
            "skipped": [
                {"where": f"herring-{n}.txt", "reason": "the file is empty"} for n in range(23)
            ],
        }
        assert json.loads(json.dumps(made)) == made


class TestStatus:
    def test_an_empty_index_says_so(self, store: CorpusStore) -> None:
        assert list(status_lines(store)) == [
            "I have no articles to answer from yet.",
            "0 passages, encoder none yet.",
            f"{store.path}, revision 0.",
        ]
        assert status_as_json(store) == {
            "articles": 0,
            "passages": 0,
            "oldest": None,
            "newest": None,
            "undated": 0,
            "encoder": None,
            "fingerprint": None,
            "revision": 0,
            "path": str(store.path),
        }

    def test_a_filled_index_tells_its_reach_its_outlets_and_its_encoder(
        self, store: CorpusStore
    ) -> None:
        index_articles(
            store,
            an_article("a", FERRY, published=date(2031, 5, 2)),
            an_article("b", COMET, published=date(2031, 5, 9)),
            an_article("c", COMET, outlet=None),
        )

        assert list(status_lines(store)) == [
            "I have read 3 articles, from 2 May 2031 to 9 May 2031.",
            "1 article without a date.",
            "3 passages, encoder fake.",
            "  brenholm-post.example: 2 articles",
            "  outlet unknown: 1 article",
            f"{store.path}, revision 1.",
        ]
        made = status_as_json(store)
        assert made == {
            "articles": 3,
            "passages": 3,
            "oldest": "2031-05-02",
            "newest": "2031-05-09",
            "undated": 1,
            "encoder": "fake",
            "fingerprint": "fake-1",
            "revision": 1,
            "path": str(store.path),
        }
        assert json.loads(json.dumps(made)) == made

    def test_where_every_article_has_a_date_nothing_is_said_of_it(self, store: CorpusStore) -> None:
        index_articles(store, an_article("a", published=date(2031, 5, 2)))

        assert "without a date" not in "\n".join(status_lines(store))

    def test_of_many_outlets_the_ten_largest_are_shown(self, store: CorpusStore) -> None:
        few = [an_article(f"few-{n:02}", outlet=f"few-{n:02}.example") for n in range(12)]
        index_articles(store, *few, *(an_article(f"many-{n}", outlet="many") for n in range(2)))

        shown = [line for line in status_lines(store) if line.startswith("  ")]

        assert shown[0] == "  many: 2 articles"
        assert len(shown) == 10


class Clock:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.now_s = 1000.0

    def monotonic(self) -> float:
        return self.now_s


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    moved = Clock()
    monkeypatch.setattr(index_report, "time", SimpleNamespace(monotonic=moved.monotonic))
    return moved


def test_progress_is_logged_now_and_then_with_the_rate_of_the_whole_run(
    clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, LOGGER)
    show = progress_line()
    for passed_s in (0.0, 4.0, 2.0, 1.0, 3.0, 2.0):
        clock.now_s += passed_s
        show(IndexReport(read=64, passages=300, encoded=1200))

    assert caplog.messages == [
        "64 read, 300 passages, 200 texts/s",
        "64 read, 300 passages, 100 texts/s",
    ]


def test_a_short_run_logs_no_progress(clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, LOGGER)

    progress_line()(report())

    assert caplog.messages == []
