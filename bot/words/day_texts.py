"""How a day is written, wherever one is shown."""

from datetime import date, datetime

from babel.dates import format_date

from bot.words.saying import LOCALE, say
from index.articles import Published


def day(published: Published) -> str:
    """A date as it is shown: "15 June 2022"."""
    if published is None:
        return say("undated")
    return say("day", date=published.date() if isinstance(published, datetime) else published)


def month(value: date) -> str:
    """The name of its month: "June"."""
    return str(format_date(value, "LLLL", locale=LOCALE.replace("-", "_")))
