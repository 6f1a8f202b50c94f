"""Who is the source of what a sentence says, by the words "according to" and their like."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from retrieval.composing.bare_nouns import bare_noun, reference_of_noun
from retrieval.composing.reading import Reference
from retrieval.composing.wording.wording import Wording
from retrieval.composing.words_in_order import Word

_SOURCES = frozenset(
    """angaben darstellung schilderung auskunft worten ansicht meinung einschätzung auffassung
    aussage aussagen view words opinion account словам данным мнению утверждению словами даними
    думку думкою переконанням mots yeux juicio palabras opinión opinião palavras""".split()
)
_ONLY_BEFORE_SOURCES = frozenset("nach по за на in a à en na".split())


_AS_TOLD = frozenset("как як".split())
_SLAVIC_VERBS = ("ил", "ал", "ла", "ли", "ло", "ает", "ают", "ив", "ав", "є", "ють")
_AS, _AS_FAR = 3, 12


@dataclass(frozen=True, slots=True)
class Attribution:
    """A verb of saying at ``place``, or the words "according to".

    ``reference`` is None where its subject is named.
    """

    place: int
    reference: Reference | None


def according(
    tokens: Sequence[Word], wording: Wording, named: Sequence[bool]
) -> Attribution | None:
    """The first attribution to a source; ``named`` tells for each word if it is of a name."""
    lows = [token.low for token in tokens]
    for j in range(len(lows)):
        for parts in _in_words(wording.according):
            m = j + len(parts)
            if lows[j] != parts[0] or lows[j:m] != parts or m >= len(lows):
                continue
            kind = wording.oblique.get(lows[m]) or wording.pronouns.get(lows[m])
            of_source = m + 1 < len(lows) and lows[m + 1] in _SOURCES
            if len(parts) == 1 and parts[0] in _ONLY_BEFORE_SOURCES and not of_source:
                continue
            if lows[m] in wording.saying:
                continue  # "según contó"
            if kind and (of_source or lows[m] in wording.oblique):
                return Attribution(j, Reference(tokens[m].end, kind))
            if not tokens[m].breaks and not kind:
                noun = m + (lows[m] in wording.articles)
                bare = bare_noun(tokens, noun, wording, named)
                return Attribution(j, reference_of_noun(tokens[noun], wording) if bare else None)
    as_told = len(lows) > _AS and lows[0] in _AS_TOLD and lows[1].endswith(_SLAVIC_VERBS)
    if as_told and any(one.breaks for one in tokens[2:_AS_FAR]):
        bare = bare_noun(tokens, 2, wording, named)  # "как установила прокуратура,"
        return Attribution(1, reference_of_noun(tokens[2], wording) if bare else None)
    for m in range(1, len(lows) - 1):
        kind = wording.oblique.get(lows[m]) or wording.pronouns.get(lows[m])
        if kind and lows[m + 1] in _SOURCES and lows[m - 1] in _ONLY_BEFORE_SOURCES:
            return Attribution(m, Reference(tokens[m].end, kind))
    return None


@lru_cache(maxsize=8)
def _in_words(phrases: tuple[str, ...]) -> list[list[str]]:
    return [re.findall(r"\w+", phrase) for phrase in phrases]
