"""Tables of words made into regular expressions, once for each language."""

import re
from dataclasses import fields
from functools import cache

from retrieval.composing.values.chinese_arabic import ARABIC, CHINESE
from retrieval.composing.values.english_german import ENGLISH, GERMAN
from retrieval.composing.values.romance import FRENCH, PORTUGUESE, SPANISH
from retrieval.composing.values.slavic import RUSSIAN, UKRAINIAN
from retrieval.composing.values.wording import Wording
from retrieval.times.folding import fold

WORDINGS = {
    wording.code: wording
    for wording in (
        ENGLISH,
        GERMAN,
        FRENCH,
        SPANISH,
        PORTUGUESE,
        RUSSIAN,
        UKRAINIAN,
        CHINESE,
        ARABIC,
    )
}
_NO_ALTERNATIVES = ("code", "prefixes", "spaced")


class Words:
    """The words of one language, ready to be looked for in folded text."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        start = rf"(?<!\w){fold(wording.prefixes)}" if wording.spaced else ""
        self._patterns = {
            name: re.compile(f"{start}(?:{fold(getattr(wording, name))})")
            for name in (field.name for field in fields(wording))
            if name not in _NO_ALTERNATIVES and getattr(wording, name)
        }

    def has(self, name: str, folded: str) -> bool:
        """Whether a word of the field ``name`` stands in a folded text."""
        return self.first(name, folded) is not None

    def first(self, name: str, folded: str) -> re.Match[str] | None:
        """The first word of the field ``name`` in a folded text."""
        pattern = self._patterns.get(name)
        return pattern.search(folded) if pattern else None

    def all_of(self, name: str, folded: str) -> list[re.Match[str]]:
        """Every word of the field ``name`` in a folded text."""
        pattern = self._patterns.get(name)
        return list(pattern.finditer(folded)) if pattern else []


@cache
def words_for(language: str) -> Words | None:
    """The words of a language (ISO 639-1), None for one of another."""
    wording = WORDINGS.get(language)
    return Words(wording) if wording else None
