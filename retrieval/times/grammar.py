"""What a table of one language holds, and the meanings its phrases can have."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Unit(StrEnum):
    """A unit that time is counted in."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Meaning(StrEnum):
    """What a phrase means; the tokens within it (``<n>``, ``<unit>``, …) say the rest."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    BEFORE_YESTERDAY = "the day before yesterday"
    LAST_NIGHT = "last night"
    THIS = "this <period>"
    LAST = "last <period>"
    PAST = "in the past <n> <unit>"
    AGO = "<n> <unit> ago"
    WEEKDAY = "<weekday>"
    LAST_WEEKDAY = "last <weekday>, never today"
    WEEKDAY_OF_LAST_WEEK = "<weekday> of last week"
    WEEKEND = "the weekend"
    THIS_WEEKEND = "this weekend"
    LAST_WEEKEND = "last weekend"
    DATE = "<day> <month> <when>, or in figures"
    DATES = "<day> to <other> <month> <when>"
    MONTH = "<month> <when>"
    LAST_NAMED_MONTH = "last <month>"
    THIS_NAMED_MONTH = "this <month>"
    SEASON = "<season> <when>"
    NAMED_SEASON = "in <season>, surely a season"
    LAST_SEASON = "last <season>"
    THIS_SEASON = "this <season>"
    QUARTER = "<quarter> quarter of <when>"
    YEAR = "<year>, which may be a mere number"
    NAMED_YEAR = "the year <year>"
    DECADE = "the <decade>s"
    LATELY = "in recent days"
    FUTURE = "next <unit>"
    IGNORED = "looks like a time and is none"


class Bound(StrEnum):
    """How a phrase stands to the time named next to it."""

    IN = "within"
    ON = "on"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"
    BETWEEN = "between"
    FROM = "from"


@dataclass(frozen=True, slots=True, eq=False)  # one of each, so they are told apart as objects
class Language:
    """The words of time of one language, each field regular expressions over folded text.

    A blank stands for any white space. In ``rules`` a token such as ``<month>`` stands for the
    words of that field, ``<when>`` for a year in figures or "last year" or "this year". The order
    of months, weekdays (Monday first), seasons (spring first) and numbers is their value.
    """

    code: str
    common: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    seasons: tuple[str, ...]
    ordinals: tuple[str, ...]
    numbers: tuple[str, ...]
    units: Mapping[Unit, str]
    last_year: str
    this_year: str
    rules: tuple[tuple[Meaning, str], ...]
    bounds: Mapping[Bound, str]
    parts: tuple[str, str, str, str, str]
    """Early, middle and late, the first and the second half."""
    articles: str
    reported: str
    """Words before a time that make it the time of reporting."""
    joint_and: str
    joint_to: str
    events: str
    """Nouns that a year stands beside: "the 2020 election"."""
    counted: str
    """Nouns that a number stands before: "2020 people"."""
    latest: str
    present: str
    past: str
    to_come: str
    """Verbs that put a month, a date or a weekday without a year into the future."""
    tails: Mapping[Bound, str] = field(default_factory=dict)
    tail_parts: tuple[str, str, str] | None = None
    verbs: str = ""
    """Months that in small letters are rather verbs: English "may", "march"."""
    duals: Mapping[Unit, str] = field(default_factory=dict)
    """Words for two of a unit."""
    prefixes: str = ""
    """Letters that may be written together with the word after them."""
    spaced: bool = True
    """Whether words are parted by blanks."""
