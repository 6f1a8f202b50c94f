"""Where a question may speak of time: the phrases of a language's table found in it."""

import re
from dataclasses import dataclass

from retrieval.times.grammar import Meaning, Unit
from retrieval.times.patterns import Patterns

# No question names as many; a pasted text may, and each costs time.
_MOST = 20
_NO_WORD = re.compile(r"[\s,(（]*")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase found from letter ``start`` to before ``end``, and the values of its tokens."""

    meaning: Meaning
    start: int
    end: int
    n: int | None = None
    unit: Unit | None = None
    month: int | None = None
    weekday: int | None = None
    season: int | None = None
    quarter: int | None = None
    year: int | None = None
    years_back: int | None = None
    day: int | None = None
    other: int | None = None
    decade: int | None = None

    @property
    def without_year(self) -> bool:
        """Whether a month, a date or a season is named and not its year."""
        return self.year is None and self.years_back is None


def find_candidates(folded: str, patterns: Patterns) -> tuple[Candidate, ...]:
    """The phrases in a folded text, the longest at each place, and the first of very many."""
    found: list[Candidate] = []
    end = 0
    while len(found) < _MOST and (match := patterns.any_rule.search(folded, end)):
        candidate = _longest(folded, match.start(), patterns)
        # In 6月15日(周三) the weekday only says again which day it is.
        again = candidate.meaning == Meaning.WEEKDAY and bool(
            found and found[-1].meaning == Meaning.DATE
        )
        if not (again and _NO_WORD.fullmatch(folded, end, candidate.start)):
            found.append(candidate)
        end = candidate.end
    return tuple(found)


def _longest(folded: str, start: int, patterns: Patterns) -> Candidate:
    matches = ((rule.match(folded, start), meaning) for meaning, rule in patterns.rules)
    fitting = [(match, meaning) for match, meaning in matches if match]
    match, meaning = max(fitting, key=lambda pair: pair[0].end())
    return _read(match, meaning, patterns)


def _read(match: re.Match[str], meaning: Meaning, patterns: Patterns) -> Candidate:
    groups = match.groupdict()
    decade = _number(groups.get("decade"))
    dual = _value(groups.get("dual"), "dual", patterns)
    unit = _value(groups.get("unit"), "unit", patterns) if dual is None else dual
    return Candidate(
        meaning,
        match.start(),
        match.end(),
        n=2 if dual is not None else _count(groups.get("n"), patterns),
        unit=None if unit is None else list(Unit)[unit],
        month=_one_up(_value(groups.get("month"), "month", patterns)),
        weekday=_value(groups.get("weekday"), "weekday", patterns),
        season=_value(groups.get("season"), "season", patterns),
        quarter=_one_up(_value(groups.get("quarter"), "quarter", patterns)),
        year=_number(groups.get("year")),
        years_back=_years_back(groups.get("ago"), patterns),
        day=_number(groups.get("day")),
        other=_number(groups.get("other")),
        decade=decade + 1900 if decade is not None and decade < 100 else decade,
    )


def _value(word: str | None, name: str, patterns: Patterns) -> int | None:
    """The place of a token's word among the words of its kind."""
    if word is None:
        return None
    padded = f"1 {word} 1"
    return next(at for at, known in enumerate(patterns.words[name]) if known.match(padded, 2))


def _years_back(word: str | None, patterns: Patterns) -> int | None:
    place = _value(word, "ago", patterns)
    return None if place is None else 1 - place


def _count(word: str | None, patterns: Patterns) -> int | None:
    return _number(word) if word is None or word.isdigit() else _one_up(_value(word, "n", patterns))


def _number(word: str | None) -> int | None:
    return None if word is None else int(word)


def _one_up(place: int | None) -> int | None:
    return None if place is None else place + 1
