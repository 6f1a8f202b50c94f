"""Takes the operators out of a question: outlet:, author:, after:, before:, "a phrase", -word."""

import re
from dataclasses import dataclass
from datetime import date

_QUOTED = r"\"[^\"]+\"|“[^”]+”|„[^“”]+[“”]|«[^»]+»|「[^」]+」"
_NAMED = re.compile(rf"(?<!\S)(outlet|author|after|before):\s*({_QUOTED}|[^\s,;]+)", re.IGNORECASE)
_PHRASE = re.compile(_QUOTED)
_WITHOUT = re.compile(
    rf"(?<![^\s,])[-–−](?:({_QUOTED})|(?=[\w-]*[^\W\d_]|\d{{4}})([^\W_][\w'’-]*[^\W_]|[^\W_]))"
    r"(?=[\s?!.,;:]|$)"
)
_MOST = 8
"""Operators of a kind that are followed; more cost time and say nothing."""
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class Operators:
    """A question without its operators, and what they ask for.

    ``text`` keeps the words of phrases, for they are searched for too. ``after`` and ``before``
    are the first and the last day allowed. ``unread`` are operators whose value is no date.
    """

    text: str
    outlets: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    after: date | None = None
    before: date | None = None
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


def read_operators(question: str) -> Operators:
    """Read them all. ``after:2022-06`` begins with June, ``before:2022-06`` ends with May.

    Of several dates of a kind the narrowest holds.
    """
    named: dict[str, list[str]] = {"outlet": [], "author": [], "after": [], "before": []}
    unread: list[str] = []

    def take(match: re.Match[str]) -> str:
        name, value = match[1].lower(), match[2].rstrip("?!.)؟。！？").strip('"“”„«»「」').strip()
        day = _first_day(value)
        if (name == "after" and day is None) or (name == "before" and day in (None, date.min)):
            unread.append(match[0])
        elif value:
            named[name].append(value)
        return " "

    text = _NAMED.sub(take, question)
    without = [quoted[1:-1] or word for quoted, word in _WITHOUT.findall(text)]
    text = _WITHOUT.sub(" ", text)
    phrases = [match[0][1:-1] for match in _PHRASE.finditer(text)]
    text = _PHRASE.sub(lambda match: f" {match[0][1:-1]} ", text)
    starts = [day for value in named["after"] if (day := _first_day(value))]
    ends = [day for value in named["before"] if (day := _first_day(value))]
    after = max(starts, default=None)
    before = date.fromordinal(min(ends).toordinal() - 1) if ends else None
    if after and before and after > before:  # no day lies between
        unread += [f"after:{named['after'][0]} before:{named['before'][0]}"]
        after = before = None
    return Operators(
        text=" ".join(text.split()),
        outlets=_some(named["outlet"]),
        authors=_some(named["author"]),
        after=after,
        before=before,
        phrases=_some(phrases),
        without=_some(without),
        unread=_some(unread),
    )


def _some(values: list[str]) -> tuple[str, ...]:
    """The first of these, each once; what holds no letter or digit is left out."""
    told = (value.strip() for value in values if any(map(str.isalnum, value)))
    return tuple(dict.fromkeys(told))[:_MOST]


def _first_day(value: str) -> date | None:
    """The first day of "2022", "2022-06" or "2022-06-15"; None where that is no date."""
    match = _DAY.fullmatch(value)
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return None
