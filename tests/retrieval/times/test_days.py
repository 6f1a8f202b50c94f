"""Spans on the calendar, whatever the day asked and the first day of a week."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.times import days
from retrieval.times.days import Part, Span

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
WEEKDAYS = st.integers(0, 6)


def length(span: Span) -> int:
    return (span.last - span.first).days + 1


@given(DAYS, WEEKDAYS)
def test_last_week_is_the_whole_week_before_the_one_that_holds_the_day(
    asked: date, week_starts: int
) -> None:
    week = days.last_week(asked, week_starts)
    assert length(week) == 7
    assert week.first.weekday() == week_starts
    assert 1 <= (asked - week.last).days <= 7


@given(DAYS, st.integers(0, 400))
def test_days_ago_is_one_day_that_many_back(asked: date, back: int) -> None:
    span = days.days_ago(asked, back)
    assert span.first == span.last
    assert (asked - span.first).days == back


@given(DAYS, st.integers(1, 400))
def test_past_days_end_with_the_day_asked(asked: date, count: int) -> None:
    span = days.past_days(asked, count)
    assert (span.last, length(span)) == (asked, count)


@given(DAYS, st.integers(1, 50))
def test_weeks_ago_is_seven_days_around_the_day(asked: date, weeks: int) -> None:
    span = days.weeks_ago(asked, weeks)
    assert length(span) == 7
    assert span.first + timedelta(days=3 + 7 * weeks) == asked


@given(DAYS)
def test_last_month_is_whole_and_ends_the_day_before_this_one(asked: date) -> None:
    month = days.last_month(asked)
    assert month.first.day == 1
    assert month.last + timedelta(days=1) == asked.replace(day=1)
    assert month.first.month == month.last.month


@given(DAYS)
def test_last_quarter_is_whole_and_ends_before_this_one(asked: date) -> None:
    quarter = days.last_quarter(asked)
    following = quarter.last + timedelta(days=1)
    assert following <= asked
    assert days.quarter_of(following.year, (following.month + 2) // 3).last >= asked


@pytest.mark.parametrize(
    ("asked", "months", "back"),
    [
        (date(2022, 3, 31), 1, date(2022, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2022, 1, 15), 1, date(2021, 12, 15)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2022, 5, 31), 3, date(2022, 2, 28)),
        (date(2022, 12, 31), 24, date(2020, 12, 31)),
    ],
)
def test_months_back_never_leave_a_shorter_month(asked: date, months: int, back: date) -> None:
    assert days.months_back(asked, months) == back


@given(DAYS, st.integers(1, 40))
def test_past_months_end_with_the_day_asked_and_are_that_long(asked: date, months: int) -> None:
    span = days.past_months(asked, months)
    assert span.last == asked
    assert 28 * months - 3 <= length(span) <= 31 * months + 3


@given(DAYS, WEEKDAYS, st.booleans())
def test_the_latest_weekday_lies_within_a_week(
    asked: date, weekday: int, today_counts: bool
) -> None:
    found = days.latest_weekday(asked, weekday, today_counts=today_counts).first
    assert found.weekday() == weekday
    assert (not today_counts) <= (asked - found).days <= 7 - today_counts


@given(DAYS)
def test_the_latest_weekend_has_begun(asked: date) -> None:
    weekend = days.latest_weekend(asked)
    assert (weekend.first.weekday(), weekend.last.weekday()) == (5, 6)
    assert 0 <= (asked - weekend.first).days <= 6


@given(DAYS)
def test_the_latest_leap_day_is_not_after_the_day_asked(asked: date) -> None:
    leap = days.latest_day(asked, 2, 29)
    if asked >= date(1904, 2, 29):
        assert leap
        assert leap.first <= asked
        assert (leap.first.month, leap.first.day) == (2, 29)


def test_a_day_that_no_year_has_is_not_found() -> None:
    assert days.latest_day(date(2022, 7, 20), 2, 30) is None


def test_winter_ends_in_the_february_of_its_year() -> None:
    winter = days.season_of(2024, days.WINTER)
    assert winter == Span(date(2023, 12, 1), date(2024, 2, 29))


@given(st.integers(1900, 2100))
def test_seasons_follow_each_other_without_a_gap(year: int) -> None:
    winter, *others = (
        days.season_of(year, season)
        for season in (days.WINTER, days.SPRING, days.SUMMER, days.AUTUMN)
    )
    for span in others:
        assert span.first == winter.last + timedelta(days=1)
        winter = span


@given(st.integers(1901, 2099), st.integers(1, 12))
def test_the_parts_of_a_month_or_year_fill_it(year: int, month: int) -> None:
    for span in (days.month_of(year, month), days.year_of(year), days.year_of(year, 10)):
        for parts in (
            (Part.EARLY, Part.MID, Part.LATE),
            (Part.FIRST_HALF, Part.SECOND_HALF),
        ):
            cut = [days.part_of(span, part) for part in parts]
            assert sum(map(length, cut)) == length(span)
            assert (cut[0].first, cut[-1].last) == (span.first, span.last)


def test_early_and_late_are_ten_days_of_a_month_and_four_months_of_a_year() -> None:
    assert days.part_of(days.month_of(2022, 6), Part.EARLY).last == date(2022, 6, 10)
    assert days.part_of(days.year_of(2022), Part.LATE).first == date(2022, 9, 1)
