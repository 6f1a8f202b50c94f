"""The days that a phrase means on the day it is asked."""

from collections.abc import Callable
from datetime import date, timedelta

from retrieval.times import days
from retrieval.times.candidates import Candidate
from retrieval.times.days import Span
from retrieval.times.grammar import Meaning, Unit

_THURSDAY, _FRIDAY = 3, 4


def span_of(said: Candidate, asked: date, week_starts: int) -> Span | None:
    """The days meant, some of which may be yet to come; None where there are no such days."""
    try:
        return _READINGS[said.meaning](said, asked, week_starts)
    except (ValueError, OverflowError):
        # 30 February, or a day before the year 1: the calendar refuses, and so no days are meant.
        return None


def _this(said: Candidate, asked: date, week_starts: int) -> Span | None:
    match said.unit:
        case Unit.WEEK:
            return days.past_days(asked, 7)
        case Unit.MONTH:
            return days.month_of(asked.year, asked.month)
        case Unit.QUARTER:
            return days.quarter_of(asked.year, (asked.month + 2) // 3)
        case _:
            return days.year_of(asked.year)


def _last(said: Candidate, asked: date, week_starts: int) -> Span | None:
    match said.unit:
        case Unit.WEEK:
            return days.last_week(asked, week_starts)
        case Unit.MONTH:
            return days.last_month(asked)
        case Unit.QUARTER:
            return days.last_quarter(asked)
        case _:
            return days.year_of(asked.year - 1)


def _past(said: Candidate, asked: date, week_starts: int) -> Span | None:
    n = 1 if said.n is None else said.n
    if n == 0:
        return None
    match said.unit:
        case Unit.HOUR:
            return Span(asked - timedelta(days=-(-n // 24)), asked)
        case Unit.DAY:
            return days.past_days(asked, n)
        case Unit.WEEK:
            return days.past_days(asked, 7 * n)
        case Unit.MONTH:
            return days.past_months(asked, n)
        case Unit.QUARTER:
            return days.past_months(asked, 3 * n)
        case _:
            return days.past_months(asked, 12 * n)


def _ago(said: Candidate, asked: date, week_starts: int) -> Span | None:
    n = 1 if said.n is None else said.n
    match said.unit:
        case Unit.HOUR:
            return Span(asked - timedelta(days=-(-n // 24)), asked - timedelta(days=n // 24))
        case Unit.DAY:
            return days.days_ago(asked, n)
        case Unit.WEEK:
            return days.weeks_ago(asked, n)
        case Unit.MONTH:
            return days.months_ago(asked, n)
        case Unit.QUARTER:
            return days.months_ago(asked, 3 * n)
        case _:
            return days.year_of(asked.year - n)


def _weekday(said: Candidate, asked: date, week_starts: int) -> Span | None:
    today_counts = said.meaning == Meaning.WEEKDAY
    return days.latest_weekday(asked, said.weekday or 0, today_counts=today_counts)


def _weekday_of_last_week(said: Candidate, asked: date, week_starts: int) -> Span | None:
    last = days.last_week(asked, week_starts).last
    return days.latest_weekday(last, said.weekday or 0, today_counts=True)


def _this_weekend(said: Candidate, asked: date, week_starts: int) -> Span | None:
    # From Thursday on the one to come is meant.
    to_come = asked.weekday() in (_THURSDAY, _FRIDAY)
    return days.latest_weekend(asked + timedelta(days=2 if to_come else 0))


def _last_weekend(said: Candidate, asked: date, week_starts: int) -> Span | None:
    back = max(asked.weekday() - _FRIDAY, 0)
    return days.latest_weekend(asked - timedelta(days=back))


def _date(said: Candidate, asked: date, week_starts: int) -> Span | None:
    year, month, day = _year(said, asked), said.month or 0, said.day or 0
    latest = days.latest_day(asked, month, day) if year is None else None
    first = date(year, month, day) if year is not None else latest and latest.first
    return Span(first, first) if first else None


def _dates(said: Candidate, asked: date, week_starts: int) -> Span | None:
    first = _date(said, asked, week_starts)
    return first and Span(first.first, first.first.replace(day=said.other or 0))


def _month(said: Candidate, asked: date, week_starts: int) -> Span | None:
    year, month = _year(said, asked), said.month or 0
    return days.month_of(asked.year - (month > asked.month) if year is None else year, month)


def _last_named_month(said: Candidate, asked: date, week_starts: int) -> Span | None:
    month = said.month or 0
    return days.month_of(asked.year - (month >= asked.month), month)


def _season(said: Candidate, asked: date, week_starts: int) -> Span | None:
    year, season = _year(said, asked), said.season or 0
    if year is not None:
        return days.season_of(year, season)
    over = asked if said.meaning == Meaning.LAST_SEASON else None
    years = (days.season_of(asked.year + ahead, season) for ahead in (1, 0, -1, -2))
    return next(s for s in years if (s.last < over if over else s.first <= asked))


def _this_season(said: Candidate, asked: date, week_starts: int) -> Span | None:
    season = days.season_of(asked.year, said.season or 0)
    # In December, "this winter" is the one that has begun.
    following = days.season_of(asked.year + 1, said.season or 0)
    return following if following.first <= asked else season


def _quarter(said: Candidate, asked: date, week_starts: int) -> Span | None:
    year = _year(said, asked)
    return days.quarter_of(asked.year if year is None else year, said.quarter or 0)


def _year(said: Candidate, asked: date) -> int | None:
    return said.year if said.years_back is None else asked.year - said.years_back


_READINGS: dict[Meaning, Callable[[Candidate, date, int], Span | None]] = {
    Meaning.TODAY: lambda said, asked, starts: Span(asked, asked),
    Meaning.YESTERDAY: lambda said, asked, starts: days.days_ago(asked, 1),
    Meaning.BEFORE_YESTERDAY: lambda said, asked, starts: days.days_ago(asked, 2),
    Meaning.LAST_NIGHT: lambda said, asked, starts: Span(asked - timedelta(days=1), asked),
    Meaning.THIS: _this,
    Meaning.LAST: _last,
    Meaning.PAST: _past,
    Meaning.AGO: _ago,
    Meaning.WEEKDAY: _weekday,
    Meaning.LAST_WEEKDAY: _weekday,
    Meaning.WEEKDAY_OF_LAST_WEEK: _weekday_of_last_week,
    Meaning.WEEKEND: lambda said, asked, starts: days.latest_weekend(asked),
    Meaning.THIS_WEEKEND: _this_weekend,
    Meaning.LAST_WEEKEND: _last_weekend,
    Meaning.DATE: _date,
    Meaning.DATES: _dates,
    Meaning.MONTH: _month,
    Meaning.LAST_NAMED_MONTH: _last_named_month,
    Meaning.THIS_NAMED_MONTH: lambda said, asked, starts: days.month_of(
        asked.year, said.month or 0
    ),
    Meaning.SEASON: _season,
    Meaning.NAMED_SEASON: _season,
    Meaning.LAST_SEASON: _season,
    Meaning.THIS_SEASON: _this_season,
    Meaning.QUARTER: _quarter,
    Meaning.YEAR: lambda said, asked, starts: days.year_of(_year(said, asked) or 0),
    Meaning.NAMED_YEAR: lambda said, asked, starts: days.year_of(_year(said, asked) or 0),
    Meaning.DECADE: lambda said, asked, starts: days.year_of(said.decade or 0, 10),
    Meaning.LATELY: lambda said, asked, starts: None,
    Meaning.FUTURE: lambda said, asked, starts: None,
    Meaning.IGNORED: lambda said, asked, starts: None,
}
