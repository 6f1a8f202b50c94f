"""Whether a phrase is a time where it stands: "may", "2000" and "Sunday" are not always one."""

import re
from collections.abc import Callable

from retrieval.times.candidates import Candidate
from retrieval.times.grammar import Bound, Meaning
from retrieval.times.patterns import Patterns

_NEXT_WORD = re.compile(r"[ \t]+([^\W\d_][\w'-]*)")
_WORD_BEFORE = re.compile(r"([^\W_][\w'-]*)[ \t]+$")
_SMALL_WORD = re.compile(r"(?<!\w)[^\W\d_A-Z][^\W\d_]{3}")
_BEFORE_SENTENCE = (*".?!:;\"'«“„(¿¡-", "")
_MONTHS_IN_CAPITALS = ("en", "de")
_PRODUCTS = frozenset(
    "windows room flight route highway area number no line unit model agenda vision office".split()
)


def is_plausible(
    said: Candidate, bound: Bound | None, question: str, folded: str, patterns: Patterns
) -> bool:
    """Whether the words around a phrase let it be a time; ``bound`` is the word before it."""
    verbs = patterns.language.verbs
    alone = said.without_year and (bound is None or (bound == Bound.ON and not said.day))
    # In small letters and alone these months are verbs: "may", "march".
    if verbs and alone and re.search(rf"\b(?:{verbs})\b", question[said.start : said.end]):
        return False
    check = _CHECKS.get(said.meaning)
    return check is None or check(said, bound, question, folded, patterns)


def _month(
    said: Candidate, bound: Bound | None, question: str, folded: str, patterns: Patterns
) -> bool:
    if not said.without_year or not patterns.language.spaced:
        return True
    if patterns.language.code not in _MONTHS_IN_CAPITALS and _is_name(said, question):
        return False
    after = _NEXT_WORD.match(folded, said.end)
    of_event = bool(after and patterns.events.match(folded, after.start(1)))
    return of_event or (bound is not None and bound != Bound.ON)


def _relative(
    said: Candidate, bound: Bound | None, question: str, folded: str, patterns: Patterns
) -> bool:
    return not _is_name(said, question) and not _is_title(said, question, patterns)


def _is_title(said: Candidate, question: str, patterns: Patterns) -> bool:
    """Whether every word of a phrase has a capital, as in the name of a film or programme."""
    words = question[said.start : said.end].split()
    if len(words) < 2 or patterns.language.code == "de":  # whose nouns have one anyway
        return False
    return all(word[0].isupper() for word in words) and bool(_SMALL_WORD.search(question))


def _is_name(said: Candidate, question: str) -> bool:
    """Whether a phrase has a capital that neither a sentence nor a title gives it."""
    inside = question[: said.start].rstrip()[-1:] not in _BEFORE_SENTENCE
    return inside and question[said.start].isupper() and bool(_SMALL_WORD.search(question))


def _season(
    said: Candidate, bound: Bound | None, question: str, folded: str, patterns: Patterns
) -> bool:
    return not said.without_year or bound is not None


def _weekday(
    said: Candidate, bound: Bound | None, question: str, folded: str, patterns: Patterns
) -> bool:
    # A name holds the day among its capitals: "Sunday Herald", "Bloody Sunday".
    after = _NEXT_WORD.match(question, said.end)
    before = _WORD_BEFORE.search(question, 0, said.start)
    capital = question[said.start].isupper()
    named = bool(after and after[1][0].isupper()) and capital
    within = bool(before and before[1][0].isupper() and before.start() > 0) and capital
    return bound == Bound.ON or (not named and (bound is not None or not within))


def _year(
    said: Candidate, bound: Bound | None, question: str, folded: str, patterns: Patterns
) -> bool:
    after = _NEXT_WORD.match(folded, said.end)
    before = _WORD_BEFORE.search(folded, 0, said.start)
    if patterns.counted.match(folded, after.start(1) if after else said.end):
        return False
    if bound is not None and bound != Bound.ON:
        return not (after and _is_count(after[1], patterns) and bound != Bound.IN)
    if before and (before[1] in _PRODUCTS or before[1].isdigit()):
        return False
    if before and patterns.events.fullmatch(before[1]):
        return True
    if after:
        named = question[after.start(1)].isupper() or patterns.events.match(folded, after.start(1))
        # A German year stands by itself: "geschah 2021 in Velmora".
        adverb = before and question[before.start(1)].islower()
        adverb = bool(adverb and patterns.common.fullmatch(after[1]))
        return bool(named or adverb) or _the(said, folded)
    return bool(before) and not question[said.end :].strip(" ?!.")


def _is_count(word: str, patterns: Patterns) -> bool:
    """Whether an English plural that is no event follows, as after a number of things."""
    plural = patterns.language.code == "en" and word.endswith("s") and not word.endswith("ss")
    return plural and not patterns.events.match(word) and not patterns.common.match(word)


def _the(said: Candidate, folded: str) -> bool:
    """A number after "the" counts things only before a plural: "the 2022 murder"."""
    after = _NEXT_WORD.match(folded, said.end)
    return folded.endswith("the ", 0, said.start) and bool(after and not after[1].endswith("s"))


_Check = Callable[[Candidate, Bound | None, str, str, Patterns], bool]
_CHECKS: dict[Meaning, _Check] = {
    Meaning.MONTH: _month,
    Meaning.SEASON: _season,
    Meaning.TODAY: _relative,
    Meaning.YESTERDAY: _relative,
    Meaning.LAST_NIGHT: _relative,
    Meaning.THIS: _relative,
    Meaning.LAST: _relative,
    Meaning.WEEKDAY: _weekday,
    Meaning.YEAR: _year,
}
