"""Questions of nine languages and the days each means, kept in tables beside this file."""

import csv
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from retrieval.query import Period, PeriodKind, Times
from retrieval.times import read_times

TABLES = sorted(Path(__file__).parent.glob("*.tsv"))


def rows() -> Iterator[object]:
    for table in TABLES:
        with table.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield pytest.param(row, id=f"{table.stem}: {row['question']} ({row['asked']})")


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def times_of(row: dict[str, str]) -> Times:
    period = None
    if row["kind"]:
        kind = PeriodKind(row["kind"])
        period = Period(day(row["first"]), day(row["last"]), kind, row["words"])
    return Times(period, latest=row["latest"] == "latest")


ROWS = list(rows())


@pytest.mark.parametrize("row", ROWS)
def test_a_question_means_the_days_of_the_table(row: dict[str, str]) -> None:
    asked = datetime.combine(date.fromisoformat(row["asked"]), time(12), UTC)
    assert read_times(row["question"], asked) == times_of(row)


@pytest.mark.parametrize("row", ROWS)
def test_capitals_and_blanks_around_a_question_change_no_days(row: dict[str, str]) -> None:
    asked = datetime.combine(date.fromisoformat(row["asked"]), time(12), UTC)
    found = read_times(f"  {row['question']}\n", asked).period
    expected = times_of(row).period
    assert (found and (found.first, found.last)) == (expected and (expected.first, expected.last))
