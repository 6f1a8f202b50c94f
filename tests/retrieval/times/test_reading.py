"""What holds for every question: it is read whatever it says, on the day of its own place."""

import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta, timezone

import dateparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.query import Period, PeriodKind
from retrieval.times import read_times

DAYS = st.dates(date(1990, 1, 1), date(2099, 12, 31))
MOMENTS = st.datetimes(
    datetime(1990, 1, 1),
    datetime(2099, 12, 31),
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=14)), timezone(-timedelta(hours=11))]),
)
LAST_MONTH = [
    "last month",
    "letzten Monat",
    "le mois dernier",
    "el mes pasado",
    "no mês passado",
    "в прошлом месяце",
    "минулого місяця",
    "上个月",
    "الشهر الماضي",
]
PAST = [
    "yesterday",
    "last night",
    "this week",
    "last week",
    "this month",
    "in the past three months",
    "two weeks ago",
    "3 days ago",
    "a year ago",
    "on Monday",
    "last Friday",
    "over the weekend",
    "last weekend",
    "in June",
    "on 29 February",
    "on 31 December",
    "since Friday",
    "last winter",
    "in late October",
    "last year",
    "between October and February",
]
# What the words of nine languages are made of, so that arbitrary text meets the rules often.
PIECES = st.sampled_from(
    "in the last 3 weeks ago since until between and may 2022 15 . / - 31 February 0 of early "
    "Monday's mars 2020 im letzten Mai depuis le printemps hace dos años на прошлой неделе 2021 "
    "года 去年 6月 31日 以来 三 个月 前 منذ عام قبل أسبوعين يونيو ٢٠٢٢ 99 the 999 years ago century"
    .split()
)  # fmt: skip


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def period(question: str, asked: datetime, week_starts: int = 0) -> Period:
    found = read_times(question, asked, week_starts).period
    assert found, question
    return found


@given(st.text(), MOMENTS, st.integers(0, 6))
def test_any_text_is_read(text: str, asked: datetime, week_starts: int) -> None:
    read_times(text, asked, week_starts)


@given(st.lists(PIECES, max_size=9).map(" ".join), MOMENTS, st.integers(0, 6))
def test_any_words_of_time_are_read_and_their_words_stand_in_the_question(
    text: str, asked: datetime, week_starts: int
) -> None:
    found = read_times(text, asked, week_starts).period
    if found:
        assert found.words in text
        assert found.words
        assert not found.first or found.first <= asked.date()
        assert not found.last or found.last <= asked.date()


@pytest.mark.parametrize("asked", [datetime.min, datetime.max])
@pytest.mark.parametrize("words", [*PAST, *LAST_MONTH, "999 years ago", "999 months ago"])
def test_no_day_is_too_early_or_too_late_to_ask_on(words: str, asked: datetime) -> None:
    read_times(f"What happened {words}?", asked.replace(tzinfo=UTC))


@given(DAYS, st.sampled_from(PAST))
def test_an_expression_of_the_past_begins_no_later_than_asked(asked: date, words: str) -> None:
    found = period(f"What happened in Velmora {words}?", noon(asked))
    assert found.first
    assert found.first <= asked
    assert not found.last or found.first <= found.last <= asked


@given(DAYS, st.integers(0, 6))
def test_last_week_starts_on_the_day_given(asked: date, week_starts: int) -> None:
    found = period("Who left last week?", noon(asked), week_starts)
    assert found.first
    assert found.last
    assert found.first.weekday() == week_starts
    assert found.last - found.first == timedelta(days=6)
    assert 1 <= (asked - found.last).days <= 7


@given(DAYS)
def test_this_week_is_seven_days_to_the_day_asked_wherever_a_week_starts(asked: date) -> None:
    for week_starts in range(7):
        found = period("Who left this week?", noon(asked), week_starts)
        assert (found.first, found.last) == (asked - timedelta(days=6), asked)


@given(DAYS, st.integers(1, 99))
def test_days_ago_are_counted_back(asked: date, back: int) -> None:
    found = period(f"Who left {back} days ago?", noon(asked))
    assert found.first == found.last == asked - timedelta(days=back)


@given(DAYS, st.sampled_from(LAST_MONTH))
def test_last_month_is_a_whole_month_in_every_language(asked: date, words: str) -> None:
    found = period(words, noon(asked))
    assert found.first
    assert found.last == asked.replace(day=1) - timedelta(days=1)
    assert found.first == found.last.replace(day=1)
    assert found.kind == PeriodKind.REPORTED


def test_today_is_the_day_of_the_place_it_is_asked_at() -> None:
    late = datetime(2022, 7, 20, 23, 30, tzinfo=UTC)
    east = late.astimezone(timezone(timedelta(hours=3)))
    assert period("What happened today?", late).first == date(2022, 7, 20)
    assert period("What happened today?", east).first == date(2022, 7, 21)


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "pt", "ru", "uk", "zh", "ar"])
@pytest.mark.parametrize("month", range(1, 13))
def test_the_names_of_months_are_those_of_a_reader_of_dates(language: str, month: int) -> None:
    text = DATES[language][month - 1]
    settings = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"]}
    read = dateparser.parse(text, languages=[language], settings=settings)
    assert read
    found = period(text, datetime(2022, 7, 20, tzinfo=UTC))
    assert found.first == found.last == read.date() == date(2021, month, 15)


def dated(names: str, pattern: str = "15 {} 2021") -> list[str]:
    return [pattern.format(name) for name in names.split()]


DATES = {
    "en": dated(
        "January February March April May June July August September October November December"
    ),
    "de": dated(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "15. {} 2021",
    ),
    "fr": dated(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    ),
    "es": dated(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "15 de {} de 2021",
    ),
    "pt": dated(
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "15 de {} de 2021",
    ),
    "ru": dated(
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "15 {} 2021 года",
    ),
    "uk": dated(
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "15 {} 2021",
    ),
    "zh": [f"2021年{month}月15日" for month in range(1, 13)],
    "ar": dated("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
}


def test_importing_needs_no_parser_of_dates() -> None:
    code = "import sys, retrieval.times; sys.exit('dateparser' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
