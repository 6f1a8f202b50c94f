"""How a day is written, wherever one is shown."""

from datetime import date, datetime

from index.articles import Published

UNDATED = "undated"


def day(published: Published) -> str:
    """A date as it is shown: "15 June 2022"."""
    if published is None:
        return UNDATED
    value: date = published.date() if isinstance(published, datetime) else published
    return f"{value.day} {value:%B %Y}"
