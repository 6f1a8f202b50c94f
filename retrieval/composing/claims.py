"""Reads from a sentence the one value that it gives for what is asked, if it surely gives one."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

from index.languages import main_language
from index.sentences import Span
from retrieval.composing.saying import words_of
from retrieval.composing.values.amounts import Amount, read_amounts
from retrieval.composing.values.asking import Asked, Kind
from retrieval.composing.values.days_said import Days, read_days
from retrieval.composing.values.scopes import Scope, part_around, scope_at
from retrieval.composing.values.words import Words, words_for
from retrieval.evidence import Evidence
from retrieval.times.folding import fold
from retrieval.words import content_words

_Value = TypeVar("_Value", Amount, Days)
_OLDEST = 120
_NEXT_WORDS = 3
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence and its value. ``counted`` are the words, cut short, for what is counted."""

    evidence: Evidence
    language: str
    folded: str
    value: Amount | Days
    counted: frozenset[str]
    scope: Scope


def claim_of(one: Evidence, asked: Asked) -> Claim | None:
    """The value of the kind ``asked`` that ``one`` gives; None where it gives none, or several.

    Of several, the one counts that stands in the words that answer.
    """
    language = main_language(one.hit.passage.text)
    words = words_for(language)
    if words is None:
        return None
    folded = fold(one.text)
    if asked.kind is Kind.DAY:
        times = read_days(one.text, language, one.hit.article.published_day)
        value: Amount | Days | None = _only([day for day in times if day.spans], one)
    else:
        amounts = _not_of_time(read_amounts(one.text, words), one, language)
        fitting = [a for a in amounts if _fits(a, asked, language, words, folded)]
        value = _only(_of_scope(fitting, asked, words, folded), one)
    if value is None:
        return None
    scope = scope_at(folded, value.start, value.end, words)
    counted = _counted(value, folded, words) if isinstance(value, Amount) else frozenset()
    return Claim(one, language, folded, value, counted, scope)


def _of_scope(amounts: list[Amount], asked: Asked, words: Words, folded: str) -> list[Amount]:
    """Of several, those of the dead where the dead are asked for, and the like."""
    if len(amounts) < 2 or asked.scope[0] is None:
        return amounts
    scopes = ((a, scope_at(folded, a.start, a.end, words)) for a in amounts)
    return [amount for amount, scope in scopes if scope[0] == asked.scope[0]]


def _only(values: list[_Value], one: Evidence) -> _Value | None:
    if one.answering:
        span = one.answering[0] - one.start, one.answering[1] - one.start
        answering = [value for value in values if _meet((value.start, value.end), span)]
        if len(answering) == 1:
            return answering[0]
    return values[0] if len(values) == 1 else None


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _not_of_time(amounts: list[Amount], one: Evidence, language: str) -> list[Amount]:
    times = read_days(one.text, language, one.hit.article.published_day)
    dated = [(day.start, day.end) for day in times if day.spans]
    return [a for a in amounts if not any(_meet((a.start, a.end), day) for day in dated)]


def _fits(amount: Amount, asked: Asked, language: str, words: Words, folded: str) -> bool:
    """Whether a number can be what is asked, by its unit and the words beside it."""
    before, after = folded[max(0, amount.start - 14) : amount.start], folded[amount.end :][:24]
    if words.has("part", " ".join(before.split()[-1:])) or words.has("part", _next(after, 2)):
        return False
    if asked.kind is Kind.AGE:
        bare = bool(re.fullmatch(r".*[,(]\s*", before)) and bool(re.match(r"\s*[,)]", after))
        aged = words.has("aged", before)
        return amount.value <= _OLDEST and (amount.unit == "year" or bare or aged)
    if asked.kind is Kind.MUCH:
        return amount.unit is not None
    if amount.value != int(amount.value):
        return False
    counted = _counted(amount, folded, words)
    if asked.language == language:
        return bool(counted & _asked_for(asked.folded, language))
    return bool(counted & _concepts(asked.folded, asked.language)) or amount.unit is None


def _counted(amount: Amount, folded: str, words: Words) -> frozenset[str]:
    """The next words after a number, or, where none follow, those before it."""
    part = part_around(folded, amount.start, amount.end, words)
    if not words.wording.spaced:
        beside = folded[amount.end : amount.end + 3] or folded[: amount.start][-4:]
        return words_of(beside) | _concepts(part, words.wording.code)
    start = part.find(folded[amount.start : amount.end])
    after = _next(part[start + amount.end - amount.start :], _NEXT_WORDS)
    beside = after or " ".join(part[:start].split()[-_NEXT_WORDS:])
    unit = frozenset({f"<{amount.unit}>"}) if amount.unit else frozenset()
    language = words.wording.code
    return _stems(beside, language) | _concepts(part, language) | unit


def _next(text: str, count: int) -> str:
    return " ".join(_WORD.findall(text)[:count])


@lru_cache(maxsize=64)
def _asked_for(folded: str, language: str) -> frozenset[str]:
    return _stems(folded, language) | _concepts(folded, language)


def _stems(folded: str, language: str) -> frozenset[str]:
    stems = content_words(folded, language)
    return words_of(" ".join(stems)) if language != "zh" else words_of(folded)


def _concepts(folded: str, language: str) -> frozenset[str]:
    """People, and what befell them, as one word for all the languages' words."""
    words = words_for(language)
    if words is None:
        return frozenset()
    names = ("people", "dead", "hurt", "missing", "held")
    return frozenset(f"<{name}>" for name in names if words.has(name, folded))
