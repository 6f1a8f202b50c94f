"""The pronoun or bare noun that a sentence opens with, in an alphabet."""

from collections.abc import Sequence

from retrieval.composing.bare_nouns import AGED, bare_noun, reference_of_noun
from retrieval.composing.name_runs import function_words
from retrieval.composing.no_attribution import AND
from retrieval.composing.possessives import POSSESSIVES
from retrieval.composing.reading import Mention, Reference
from retrieval.composing.wording.wording import Kind, Wording
from retrieval.composing.words_in_order import Word

_PHRASE = 7
"""Words of an adverbial phrase before the subject: "In a letter to staff, she"."""
_SEXES = frozenset({Kind.HE, Kind.SHE})


def opening(
    tokens: Sequence[Word], named: Sequence[bool], mentioned: Sequence[Mention], wording: Wording
) -> Reference | None:
    """What the sentence opens with that stands for something named elsewhere."""
    at = 0
    while at < len(tokens) and tokens[at].low in wording.openers:
        at += 1
    for begin in (at, _after_phrase(tokens, at, named, wording)):
        if begin is not None and begin < len(tokens):
            found = _reference(tokens, begin, named, wording)
            if found and not _named_later(tokens, begin, mentioned, wording):
                return found
    return _late_pronoun(tokens, at, mentioned, wording)


def closing_pronoun(tokens: Sequence[Word], wording: Wording) -> Reference | None:
    """The pronoun for a person that opens the last clause but for a conjunction: "…, and she"."""
    for k in range(len(tokens) - 1, 1, -1):
        kind = wording.pronouns.get(tokens[k].low)
        if kind not in _SEXES or kind is None or tokens[k].low in POSSESSIVES:
            continue
        joined = tokens[k - 1].low in AND and tokens[k - 1].breaks
        if joined or tokens[k].breaks:
            return Reference(tokens[k].end, kind)
    return None


def _reference(
    tokens: Sequence[Word], at: int, named: Sequence[bool], wording: Wording
) -> Reference | None:
    word = tokens[at]
    if _named_beside(tokens, at, named, wording):
        return None
    following = [token.low for token in tokens[at + 1 : at + 4]]
    empty = wording.empty.get(word.low, frozenset())
    if any(" ".join(following[:n]) in empty for n in (1, 2, 3)):
        return None
    kind = wording.pronouns.get(word.low)
    if kind is not None:
        if wording.nouns_have_capitals and word.low == "sie" and following[:1]:
            many = following[0].endswith("en") or following[0] == "sind"
            kind = Kind.THEY if many else Kind.SHE
        return Reference(word.end, kind, owns=word.low in POSSESSIVES)
    if word.low in wording.demonstratives:
        noun = tokens[at + 1].capital if at + 1 < len(tokens) else False
        if word.low in wording.articles and noun:
            return None
        return Reference(word.end, Kind.THIS) if following else None
    if word.low in wording.articles and at + 1 < len(tokens):
        noun_at = at + 1
        if AGED.fullmatch(tokens[noun_at].low) and _stands_alone(tokens, noun_at, wording):
            return Reference(tokens[noun_at].end, Kind.PERSON)
        if not AGED.fullmatch(tokens[noun_at].low) and bare_noun(tokens, noun_at, wording, named):
            return reference_of_noun(tokens[noun_at], wording)
    if not wording.articles:
        aged = AGED.fullmatch(word.low)
        if not aged and at == 0 and bare_noun(tokens, at, wording, named):
            return reference_of_noun(word, wording)
        if aged and at + 1 < len(tokens):
            plain = not any(named[at + 1 : at + 3])
            return Reference(tokens[at + 1].end, Kind.PERSON) if plain else None
    return None


def _named_beside(tokens: Sequence[Word], at: int, named: Sequence[bool], wording: Wording) -> bool:
    """Whether a comma and the name follow: "He, Mr Roe, said", "The bishop, Tadeo Hill, came"."""
    last = at + (tokens[at].low in wording.articles)
    for k in range(last + 1, min(last + 3, len(tokens))):
        if tokens[k].breaks:
            return tokens[k].capital and named[k] and tokens[k].start - tokens[k - 1].end == 2
        if k == last + 1 and tokens[k].low in wording.pronouns:
            return False
        break
    return False


def _stands_alone(tokens: Sequence[Word], at: int, wording: Wording) -> bool:
    """Whether "54-year-old" is itself the noun: no name or noun for a person follows."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return not after or not (after.capital or after.low in wording.people | wording.titles)


def _after_phrase(
    tokens: Sequence[Word], at: int, named: Sequence[bool], wording: Wording
) -> int | None:
    """The place after an adverbial phrase and its comma; None where there is none."""
    if at >= len(tokens) or tokens[at].low not in (
        wording.prepositions | wording.clauses | wording.time | wording.openers
    ):
        return None
    for k in range(at + 1, min(at + _PHRASE + 1, len(tokens))):
        if tokens[k].breaks:
            return k
    return None


def _named_later(
    tokens: Sequence[Word], at: int, mentioned: Sequence[Mention], wording: Wording
) -> bool:
    """Whether a clause stands before that of the name: "When she came, Holm said"."""
    first = tokens[0].low in wording.clauses and at <= 1
    comma = next((token.start for token in tokens[at + 1 :] if token.breaks), None)
    return (
        first
        and comma is not None
        and any(one.start == comma and one.person is not False for one in mentioned)
    )


def _late_pronoun(
    tokens: Sequence[Word], at: int, mentioned: Sequence[Mention], wording: Wording
) -> Reference | None:
    """A pronoun for a person after nothing but small words: "On Monday she"."""
    if at < len(tokens) and not _is_small(tokens[at].low, wording):
        return None
    if at < len(tokens) and tokens[at].low in wording.pronouns:
        return None
    for k in range(at + 1, min(at + _PHRASE, len(tokens))):
        low = tokens[k].low
        if wording.pronouns.get(low) in _SEXES and not _named_later(tokens, 1, mentioned, wording):
            return Reference(tokens[k].end, wording.pronouns[low])
        if low in wording.pronouns or low in wording.articles:
            return None
        if not (low.isdigit() or _is_small(low, wording)):
            return None
    return None


def _is_small(low: str, wording: Wording) -> bool:
    tables = (
        *(wording.openers, wording.time, wording.prepositions),
        *(wording.clauses, wording.between, function_words()),
    )
    return any(low in table for table in tables)
