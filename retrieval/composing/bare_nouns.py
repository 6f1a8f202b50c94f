"""Nouns that refer back: an article and nothing else before them, "the company"."""

import re
from collections.abc import Sequence

from retrieval.composing.reading import Reference
from retrieval.composing.wording.wording import Kind, Wording
from retrieval.composing.words_in_order import Word

AGED = re.compile(r"\d+-(?:year-olds?|jährigen?|летн\w+|річн\w+)")
OF = frozenset("of for at von vom der des für de du da do del dos das la".split())


def bare_noun(tokens: Sequence[Word], at: int, wording: Wording, named: Sequence[bool]) -> bool:
    """Whether the noun at ``at`` has an article and nothing else: "the company", "der Minister"."""
    if at >= len(tokens) or noun_kind(tokens[at], wording) is None:
        return False
    if named[at] and not (wording.nouns_have_capitals or not wording.articles or at == 0):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after and not after.breaks and (after.low in OF or (after.capital and named[at + 1])):
        return False
    of_another = after and not after.breaks and wording.articles
    if of_another and after and (after.low == "s" or noun_kind(after, wording)):
        return False  # "the council's leader", "the council leader"
    if not wording.articles:
        if after and not after.breaks and after.low not in wording.saying | wording.between:
            return False
        opens = at == 0 or tokens[at].breaks or tokens[at - 1].low in wording.saying
        return opens or (at == 1 and tokens[0].low in wording.prepositions)
    before = tokens[at - 1].low if at else ""
    return before in wording.articles and not tokens[at].breaks


def noun_kind(word: Word, wording: Wording) -> Kind | None:
    """What a noun refers back as; "54-year-old" is one."""
    person = AGED.fullmatch(word.low) or word.low in wording.titles or word.low in wording.people
    return wording.nouns.get(word.low) or (Kind.PERSON if person else None)


def reference_of_noun(word: Word, wording: Wording) -> Reference:
    """The reference that a bare noun is."""
    kind = noun_kind(word, wording) or Kind.THIS
    return Reference(word.end, kind, word="" if AGED.fullmatch(word.low) else word.low)
