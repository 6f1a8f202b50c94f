"""Spans of whole days on the calendar, counted from the day a question is asked."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

SPRING, SUMMER, AUTUMN, WINTER = range(4)
_SATURDAY = 5


class Part(StrEnum):
    """A part of a longer span: a third, or a half."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    FIRST_HALF = "first_half"
    SECOND_HALF = "second_half"


@dataclass(frozen=True, slots=True)
class Span:
    """Days from ``first`` to ``last``, both within it."""

    first: date
    last: date


def days_ago(asked: date, days: int) -> Span:
    """The one day that lies ``days`` back."""
    day = asked - timedelta(days=days)
    return Span(day, day)


def past_days(asked: date, days: int) -> Span:
    """The last ``days`` days, the day asked being one of them."""
    return Span(asked - timedelta(days=days - 1), asked)


def last_week(asked: date, week_starts: int) -> Span:
    """The whole calendar week before this one; ``week_starts`` 0 is Monday, 6 Sunday."""
    this_begins = asked - timedelta(days=(asked.weekday() - week_starts) % 7)
    return Span(this_begins - timedelta(days=7), this_begins - timedelta(days=1))


def weeks_ago(asked: date, weeks: int) -> Span:
    """The seven days around the day ``weeks`` weeks back, as nobody means that very day."""
    day = asked - timedelta(weeks=weeks)
    return Span(day - timedelta(days=3), day + timedelta(days=3))


def months_back(asked: date, months: int) -> date:
    """The same day ``months`` months back, or the last day of that month where it is shorter."""
    months_passed = asked.year * 12 + asked.month - 1 - months
    whole = month_of(months_passed // 12, months_passed % 12 + 1)
    return min(whole.first.replace(day=1) + timedelta(days=asked.day - 1), whole.last)


def months_ago(asked: date, months: int) -> Span:
    """The 31 days around the day ``months`` months back."""
    day = months_back(asked, months)
    return Span(day - timedelta(days=15), day + timedelta(days=15))


def past_months(asked: date, months: int) -> Span:
    """From the day after the same day ``months`` months back to the day asked."""
    return Span(months_back(asked, months) + timedelta(days=1), asked)


def month_of(year: int, month: int) -> Span:
    """A whole calendar month."""
    return Span(date(year, month, 1), _first_after(year, month, 1) - timedelta(days=1))


def last_month(asked: date) -> Span:
    """The whole calendar month before this one."""
    back = months_back(asked, 1)
    return month_of(back.year, back.month)


def quarter_of(year: int, quarter: int) -> Span:
    """A whole quarter, 1 to 4, of a calendar year."""
    first = date(year, 3 * quarter - 2, 1)
    return Span(first, _first_after(year, first.month, 3) - timedelta(days=1))


def last_quarter(asked: date) -> Span:
    """The whole quarter before this one."""
    back = months_back(asked, 3)
    return quarter_of(back.year, (back.month + 2) // 3)


def season_of(year: int, season: int) -> Span:
    """Three whole months of the northern year; the winter of a year ends in its February."""
    first = date(year - 1, 12, 1) if season == WINTER else date(year, 3 * season + 3, 1)
    return Span(first, _first_after(first.year, first.month, 3) - timedelta(days=1))


def year_of(year: int, years: int = 1) -> Span:
    """A whole calendar year, or several from ``year`` on."""
    return Span(date(year, 1, 1), date(year + years - 1, 12, 31))


def latest_weekday(asked: date, weekday: int, *, today_counts: bool) -> Span:
    """The latest such day of the week (0 is Monday), the day asked included or not."""
    back = (asked.weekday() - weekday) % 7
    return days_ago(asked, back if back or today_counts else 7)


def latest_weekend(asked: date) -> Span:
    """The latest Saturday and Sunday of which the first is not after the day asked."""
    saturday = latest_weekday(asked, _SATURDAY, today_counts=True).first
    return Span(saturday, saturday + timedelta(days=1))


def latest_day(asked: date, month: int, day: int) -> Span | None:
    """The latest such day of the year not after ``asked``; None where no month has that day."""
    # Eight years hold a leap day wherever one starts, 1900 and 2100 included.
    for year in range(asked.year, asked.year - 9, -1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= asked:
            return Span(found, found)
    return None


def part_of(span: Span, part: Part) -> Span:
    """A third or a half of a span: ten days of a month, four or six months of a year."""
    first, last = span.first, span.last
    if part in (Part.FIRST_HALF, Part.SECOND_HALF):
        cut = _cut(span, 1, 2)
        return Span(first, cut - timedelta(days=1)) if part == Part.FIRST_HALF else Span(cut, last)
    low, high = _cut(span, 1, 3), _cut(span, 2, 3)
    if part == Part.EARLY:
        return Span(first, low - timedelta(days=1))
    return Span(low, high - timedelta(days=1)) if part == Part.MID else Span(high, last)


def _cut(span: Span, numerator: int, denominator: int) -> date:
    """The first day after that share of the span; years are cut between months."""
    days = (span.last - span.first).days + 1
    years = span.last.year - span.first.year + 1
    if span == year_of(span.first.year, years):
        months = 12 if years == 1 else years
        return _first_after(
            span.first.year, 1, 12 * years // months * (months * numerator // denominator)
        )
    # Never the first day itself, so that no part of three days or more is empty.
    return span.first + timedelta(days=max(days * numerator // denominator, 1))


def _first_after(year: int, month: int, months: int) -> date:
    passed = year * 12 + month - 1 + months
    return date(passed // 12, passed % 12 + 1, 1)
