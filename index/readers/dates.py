"""Reads a publication date as a page writes it. What is not certain is unknown."""

import re
from datetime import date, datetime

import dateparser

from index.articles import Published

_LONGEST = 60
_LABEL = re.compile(r"^(published|updated|posted|on|date)\b[:\s]*", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(1[6-9]|20|21)\d\d(?!\d)")
_NUMERIC = re.compile(r"^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$")


def read_date(text: str) -> Published:
    """The date or instant that ``text`` is, or None: no full date, or one with two readings.

    ISO 8601 with an offset gives an instant; anything else a day. "03/04/2022" could be in March or
    in April, so it is unknown.
    """
    text = _LABEL.sub("", text.strip())
    if not text or len(text) > _LONGEST or not _YEAR.search(text):
        return None
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        pass
    else:
        return instant if instant.tzinfo else instant.date()
    numeric = _NUMERIC.match(text)
    if numeric:
        return _unambiguous(*(int(group) for group in numeric.groups()))
    parsed = dateparser.parse(
        text, settings={"REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True}
    )
    return parsed.date() if parsed else None


def _unambiguous(first: int, second: int, year: int) -> date | None:
    if first <= 12 and second <= 12 and first != second:
        return None
    day, month = (first, second) if second <= 12 else (second, first)
    try:
        return date(year, month, day)
    except ValueError:
        return None
