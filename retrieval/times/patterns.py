"""Tables of words made into regular expressions, once for each language."""

import re
from dataclasses import dataclass

from retrieval.times.days import Part
from retrieval.times.folding import fold
from retrieval.times.grammar import Language, Meaning, Unit

_GROUP = re.compile(r"\(\?P<\w+>")
_TOKEN = re.compile(r"(?<!\?P)<[a-z]+>")
_NAMELESS = (Meaning.FUTURE, Meaning.IGNORED, Meaning.LATELY)
_MONTH, _DAY = r"1[0-2]|0?[1-9]", r"3[01]|[12]\d|0?[1-9]"
_YEAR = r"(?:19|20)\d\d|2100"
# Not the end of a longer number, of a name ("CL-2020") or of an amount, nor the start of one.
_YEAR_HERE = (
    rf"(?<![a-zа-я\d_.,$€£#№/:+])(?<!\D-)(?P<year>{_YEAR})(?!\d|[.,:/]\d|-\d\d?(?!\d)|\s?[%€$£°])"
)
_FIGURES = (
    (Meaning.DATE, rf"(?P<year>{_YEAR})-(?P<month>{_MONTH})-(?P<day>{_DAY})(?:t[\d:]+z?)?"),
    (Meaning.DATE, rf"(?P<day>{_DAY})[./](?P<month>{_MONTH})[./](?P<year>{_YEAR})"),
    (Meaning.DATE, rf"(?P<month>{_MONTH})/(?P<day>{_DAY})/(?P<year>{_YEAR})"),
    (Meaning.YEAR, "<year>"),
)


@dataclass(frozen=True, slots=True)
class Patterns:
    """The expressions of one language, compiled; ``words`` gives the value of a token's word."""

    language: Language
    any_rule: re.Pattern[str]
    rules: tuple[tuple[Meaning, re.Pattern[str]], ...]
    words: dict[str, tuple[re.Pattern[str], ...]]
    lead: re.Pattern[str]
    tail: re.Pattern[str]
    joint: re.Pattern[str]
    common: re.Pattern[str]
    events: re.Pattern[str]
    counted: re.Pattern[str]
    latest: re.Pattern[str]
    tense: re.Pattern[str]
    to_come: re.Pattern[str]


def compile_language(language: Language) -> Patterns:
    """Everything that reading a question in ``language`` needs."""
    tokens = _tokens(language)
    before = r"(?<!\w)" if language.spaced else r"(?<!\d)"
    after = r"(?!\w)" if language.spaced else r"(?!\d)"
    # An Arabic "and" or "in" is written together with the word that it stands before.
    prefixed = rf"(?:{before}|(?<=\b[{language.prefixes}]))" if language.prefixes else before

    def words(pattern: str, start: str = before) -> str:
        return f"{start}(?:{_blanks(_folded(pattern), language)}){after}"

    rules: list[tuple[Meaning, str]] = []
    phrases = [
        (meaning, _with_weekday(meaning, rule, language)) for meaning, rule in language.rules
    ]
    for meaning, phrase in (*phrases, *_FIGURES):
        pattern = _TOKEN.sub(lambda token: tokens[token[0]], words(phrase, ""))
        named = _GROUP.sub("(?:", pattern) if meaning in _NAMELESS else pattern
        rules.append((meaning, named))
    return Patterns(
        language,
        # The boundary stands once before all, so that most letters are passed over at once.
        any_rule=re.compile(f"{prefixed}(?:{'|'.join(_GROUP.sub('(?:', p) for _, p in rules)})"),
        rules=tuple((meaning, re.compile(prefixed + pattern)) for meaning, pattern in rules),
        words={name: _whole(words) for name, words in _vocabularies(language).items()},
        lead=re.compile(_lead(language, prefixed)),
        tail=re.compile(_tail(language, after)),
        joint=re.compile(_joint(language)),
        common=re.compile(words(language.common)),
        events=re.compile(words(language.events)),
        counted=re.compile(words(language.counted)),
        latest=re.compile(words(language.latest)),
        tense=re.compile(
            rf"(?P<past>{words(language.past)})|(?P<present>{words(language.present)})"
        ),
        to_come=re.compile(words(language.to_come)),
    )


def _with_weekday(meaning: Meaning, rule: str, language: Language) -> str:
    """A date may follow its day of the week: "Tuesday, 5 July"."""
    article = f"(?:(?:{language.articles}) )?" if language.articles else ""
    dated = meaning in (Meaning.DATE, Meaning.DATES) and language.spaced
    return f"(?:{article}<weekday>,? {article})?{rule}" if dated else rule


def _folded(phrase: str) -> str:
    # What is written in ASCII is folded already, and may hold the capitals of named groups.
    return phrase if phrase.isascii() else fold(phrase)


def _vocabularies(language: Language) -> dict[str, tuple[str, ...]]:
    units = tuple(language.units.get(unit, "(?!)") for unit in Unit)
    return {
        "month": tuple(f"{word}|0?{value}" for value, word in enumerate(language.months, start=1)),
        "weekday": language.weekdays,
        "season": language.seasons,
        "quarter": language.ordinals,
        "n": language.numbers,
        "unit": units,
        "dual": tuple(language.duals.get(unit, "(?!)") for unit in Unit),
        "ago": (language.last_year, language.this_year),
    }


def _tokens(language: Language) -> dict[str, str]:
    def either(words: tuple[str, ...]) -> str:
        return _blanks(fold("|".join(f"(?:{word})" for word in words if word)), language)

    named = [language.units[unit] for unit in list(Unit)[2:] if unit in language.units]
    ago = either((language.last_year, language.this_year))
    return {
        "<month>": f"(?P<month>{either(language.months)})",
        "<weekday>": f"(?P<weekday>{either(language.weekdays)})",
        "<season>": f"(?P<season>{either(language.seasons)})",
        "<quarter>": f"(?P<quarter>{either(language.ordinals)})",
        "<n>": rf"(?P<n>(?<![\d.,])\d{{1,3}}|{either(language.numbers)})",
        "<unit>": f"(?P<unit>{either(tuple(language.units.values()))})",
        "<period>": f"(?P<unit>{either(tuple(named))})",
        "<dual>": f"(?P<dual>{either(tuple(language.duals.values()) or ('(?!)',))})",
        "<day>": rf"(?P<day>{_DAY})(?!\d)",
        "<other>": rf"(?P<other>{_DAY})(?!\d)",
        "<year>": _YEAR_HERE,
        "<when>": f"(?:{_YEAR_HERE}|(?P<ago>{ago}))",
        "<ago>": f"(?P<ago>{ago})",
        "<decade>": r"(?P<decade>(?:19|20)\d0|[5-9]0)",
    }


def _blanks(pattern: str, language: Language) -> str:
    gap = r"\s+" if language.spaced else r"\s*"
    return pattern.replace(" ?", r"\s*").replace(" ", gap)


def _whole(words: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Patterns of a token's word with a figure on either side, as abbreviations look for one."""
    return tuple(re.compile(rf"(?:{fold(word)})(?= 1$)".replace(" ", r"\s+")) for word in words)


def _named(groups: dict[str, str]) -> str:
    return "|".join(f"(?P<{name}>{pattern})" for name, pattern in groups.items() if pattern)


def _lead(language: Language, start: str) -> str:
    # A French "d'" and an English "mid-" need no blank after them.
    gap = r"(?:\s+|(?<=['-]))" if language.spaced else r"\s*"
    bounds = _named({bound.value: fold(words) for bound, words in language.bounds.items()})
    parts = _named({part.value: fold(w) for part, w in zip(Part, language.parts, strict=True) if w})
    article = f"(?:(?:{fold(language.articles)}){gap})?" if language.articles else ""
    named = f"(?:(?P<article>{fold(language.articles)}){gap})?" if language.articles else ""
    part = rf"(?:{article}(?:{parts})(?:{gap}|-))?" if parts else ""
    reported = f"(?:(?P<reported>{fold(language.reported)}){gap})?"
    pattern = f"{start}{reported}(?:(?:{bounds}){gap})?{part}{named}$"
    return pattern.replace(" ", gap)


def _tail(language: Language, after: str) -> str:
    groups = {bound.value: fold(words) for bound, words in language.tails.items()}
    if language.tail_parts:
        groups |= dict(zip(list(Part), map(fold, language.tail_parts), strict=False))
    blank = r"\s*" if language.spaced else ""
    return f"{blank}(?:{_named(groups) or '(?!)'}){after}".replace(" ", r"\s+")


def _joint(language: Language) -> str:
    article = f"(?:(?:{fold(language.articles)})\\s+)?" if language.articles else ""
    joints = rf"(?P<to>-|{fold(language.joint_to)})|(?P<and>{fold(language.joint_and)})"
    return rf"\s*(?:{joints})\s*{article}$".replace(" ", r"\s+")
