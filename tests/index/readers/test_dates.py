from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.readers.dates import read_date

DAY = date(2022, 6, 15)


@pytest.mark.parametrize(
    "text",
    [
        "June 15, 2022",
        "Wednesday, June 15, 2022",
        "15 июня 2022",
        "15 июня 2022 г.",
        "15. Juni 2022",
        "15 juin 2022",
        "2022年6月15日",
        "2022-06-15",
        "15/06/2022",
        "06/15/2022",
        "15.06.2022",
        "15-06-2022",
        "  June 15, 2022 \n",
    ],
)
def test_a_full_date_is_read_in_the_language_it_is_written_in(text: str) -> None:
    assert read_date(text) == DAY


@pytest.mark.parametrize("label", ["Published", "Updated:", "POSTED", "On", "Date:"])
def test_a_label_before_the_date_is_passed_over(label: str) -> None:
    assert read_date(f"{label} 2022-06-15") == DAY


@pytest.mark.parametrize("text", ["03/04/2022", "3.4.2022", "12-11-2022"])
def test_a_date_with_two_readings_is_unknown(text: str) -> None:
    assert read_date(text) is None


def test_a_numeric_date_whose_readings_agree_is_read() -> None:
    assert read_date("04/04/2022") == date(2022, 4, 4)


@pytest.mark.parametrize("text", ["", "June 2022", "2022", "June 15", "yesterday", "1234"])
def test_less_than_a_full_date_is_unknown(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize("text", ["31/02/2022", "15/13/2022", "0/20/2022"])
def test_a_day_no_calendar_has_is_unknown(text: str) -> None:
    assert read_date(text) is None


def test_a_long_line_is_no_date_though_it_names_one() -> None:
    assert read_date("June 15, 2022" + " " * 60 + "at 5 p.m.") is None


def test_an_instant_with_an_offset_keeps_it() -> None:
    zone = timezone(timedelta(hours=3))
    assert read_date("2022-06-15T10:00:00+03:00") == datetime(2022, 6, 15, 10, tzinfo=zone)


def test_an_instant_without_an_offset_is_only_a_day() -> None:
    read = read_date("2022-06-15T10:00:00")
    assert read == DAY
    assert not isinstance(read, datetime)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31)))
def test_every_iso_day_is_read_as_itself(day: date) -> None:
    assert read_date(day.isoformat()) == day
