"""What an operator is told of a run of indexing, and of the index."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.commands.index_report import (
    print_report,
    report_as_json,
    skip_lines,
    status_as_json,
    status_lines,
)
from index.articles import Skip
from index.corpus_store import CorpusStore
from index.indexing import IndexReport
from tests.index.store.fake_encoder import COMET, FERRY, an_article, index_articles


@pytest.fixture
def store(tmp_path: Path) -> Iterator[CorpusStore]:
    opened = CorpusStore(tmp_path)
    yield opened
    opened.close()


def report(skips: int = 0) -> IndexReport:
    """A run in which no two numbers are the same."""
    skipped = [Skip(f"herring-{n}.txt", "the file is empty") for n in range(skips)]
    return IndexReport(11, 4, 3, 2, 9, 27, skipped, copies=1, removed=5)


class TestReport:
    def test_it_is_told_as_a_table(self, capsys: pytest.CaptureFixture[str]) -> None:
        print_report(report())

        rows = [line.split() for line in capsys.readouterr().out.splitlines()]
        assert rows == [
            ["read", "11"],
            ["new", "4"],
            ["updated", "3"],
            ["unchanged", "2"],
            ["copies", "1"],
            ["removed", "5"],
            ["skipped", "0"],
            ["passages", "9"],
        ]

    def test_what_was_skipped_is_listed_with_the_reason(self) -> None:
        assert list(skip_lines(report(2))) == [
            "skipped herring-0.txt: the file is empty",
            "skipped herring-1.txt: the file is empty",
        ]

    def test_reasons_are_printed_as_they_are(self, capsys: pytest.CaptureFixture[str]) -> None:
        made = report()
        made.skipped.append(Skip("[red]a.txt:3", "is [/] no JSON " + "x" * 200))
        print_report(made)

        assert f"skipped [red]a.txt:3: is [/] no JSON {'x' * 200}\n" in capsys.readouterr().out

    def test_twenty_skips_are_listed_and_no_rest_is_told_of(self) -> None:
        assert len(list(skip_lines(report(20)))) == 20

    def test_of_more_skips_the_rest_is_counted(self) -> None:
        lines = list(skip_lines(report(23)))

        assert len(lines) == 21
        assert lines[-1] == "… and 3 more; --json lists them all"

    def test_for_programs_it_has_everything(self) -> None:
        made = report_as_json(report(23))

        assert made == {
            "read": 11,
            "new": 4,
            "updated": 3,
            "unchanged": 2,
            "copies": 1,
            "removed": 5,
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
