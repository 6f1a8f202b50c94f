"""Finds articles that give different values for the very same thing.

It is kept narrow: where a difference can be of rounding, of scope, of another event or of an
update, there is none. What is found is shown as it stands, and no side is taken.
"""

import re
from collections.abc import Iterator, Sequence

from retrieval.composing.claims import Claim, claim_of
from retrieval.composing.quote import Quote, quote_of
from retrieval.composing.saying import names_and_numbers, words_of
from retrieval.composing.updating import one_updates
from retrieval.composing.values.amounts import Amount
from retrieval.composing.values.asking import Asked, Kind, value_asked
from retrieval.composing.values.days_said import read_days
from retrieval.composing.values.scopes import same_scope
from retrieval.composing.values.words import Words, words_for
from retrieval.evidence import Evidence
from retrieval.times.folding import fold
from retrieval.words import content_words

_WITHIN = 0.09
_MOST = 3
_SHARED, _SHARED_OF_LESS = 2, 0.3
_COMMON = ("people", "dead", "hurt", "missing", "held")
_SAID = 0.5
_TWO_WORDS_AFTER = re.compile(r"\s+([^\W\d_][\w'-]*)(?:\s+([^\W\d_][\w'-]*))?")


def differing(question: str, evidence: Sequence[Evidence], within: float = _WITHIN) -> list[Quote]:
    """The two or three best sentences of different articles whose values cannot both be right.

    Empty where the question asks for no number or day, or where nothing surely differs. None
    scores more than ``within`` below the best sentence.
    """
    asked = value_asked(question)
    if asked is None or not evidence:
        return []
    chosen: list[Claim] = []
    for claim in _claims(asked, evidence, evidence[0].score - within):
        if len(chosen) < _MOST and all(_differ(claim, other, asked) for other in chosen):
            chosen.append(claim)
    return [quote_of(claim.evidence) for claim in chosen] if len(chosen) > 1 else []


def _claims(asked: Asked, evidence: Sequence[Evidence], bar: float) -> Iterator[Claim]:
    """The best sentence of each article that gives a value for what is asked."""
    seen: set[str] = set()
    for one in evidence:
        if one.score < bar:
            return
        if one.hit.article.id in seen or (one.gain is not None and one.gain < 0.0):
            continue
        claim = claim_of(one, asked)
        if claim and _speaks_of(claim, asked):
            seen.add(one.hit.article.id)
            yield claim


def _speaks_of(claim: Claim, asked: Asked) -> bool:
    """Whether a sentence speaks to the question, as far as its words tell, and not of a change."""
    article = claim.evidence.hit.article
    words = words_for(claim.language)
    if words is None or _changes(claim.folded, words, asked):
        return False
    if asked.language != claim.language:
        return True
    if not asked.names <= words_of(f"{article.title} {article.body}"):
        return False
    wanted = _content(asked.question, asked.language)
    said = _content(f"{article.title} {claim.evidence.text}", claim.language)
    return len(wanted & said) >= _SAID * len(wanted)


def _changes(folded: str, words: Words, asked: Asked) -> bool:
    """Whether a sentence says of a value that it took another's place, and that is not asked."""
    own = words_for(asked.language)
    return words.has("changed", folded) and not (own and own.has("changed", asked.folded))


def _differ(one: Claim, other: Claim, asked: Asked) -> bool:
    if one.evidence.hit.article.id == other.evidence.hit.article.id:
        return False
    return (
        _values_differ(one, other, asked)
        and same_scope(one.scope, other.scope, asked.scope)
        and _same_thing(one, other)
        and not _of_other_places(one, other)
        and not _one_is_planned(one, other)
        and not one_updates(one, other, asked)
        and (asked.kind is Kind.DAY or _of_one_time(one, other))
    )


def _values_differ(one: Claim, other: Claim, asked: Asked) -> bool:
    left, right = one.value, other.value
    if isinstance(left, Amount) and isinstance(right, Amount):
        if left.unit != right.unit or left.agrees(right):
            return False
        return asked.kind is not Kind.COUNT or bool(one.counted & other.counted)
    if isinstance(left, Amount) or isinstance(right, Amount):
        return False
    return not left.agrees(right)


def _same_thing(one: Claim, other: Claim) -> bool:
    """Whether two sentences, with their headlines, share enough words, in one language.

    One at least is neither of people nor of what befell them, which many affairs have in common.
    """
    if one.language != other.language:
        return False
    left, right = (_content(_with_title(claim), claim.language) for claim in (one, other))
    shared = {word for word in left & right if not word[0].isdigit()}
    enough = max(_SHARED, _SHARED_OF_LESS * min(len(left), len(right)))
    return len(shared) >= enough and bool(shared - _common(one))


def _common(claim: Claim) -> frozenset[str]:
    """The words of a sentence, with its headline, for people and what befell them."""
    words = words_for(claim.language)
    folded = fold(_with_title(claim))
    tokens = words_of(folded) if claim.language == "zh" else re.findall(r"\w+", folded)
    common = (t for t in tokens if words and any(words.has(field, t) for field in _COMMON))
    return _content(" ".join(common), claim.language)


def _with_title(claim: Claim) -> str:
    return f"{claim.evidence.hit.article.title} {claim.evidence.text}"


def _content(text: str, language: str) -> frozenset[str]:
    return words_of(text) if language == "zh" else content_words(text, language)


def _of_other_places(one: Claim, other: Claim) -> bool:
    """Whether each sentence names a place that the other, with its headline, does not."""
    left, right = words_of(_with_title(one)), words_of(_with_title(other))
    return bool(_places(one) - right) and bool(_places(other) - left)


def _places(claim: Claim) -> frozenset[str]:
    words, text = words_for(claim.language), claim.evidence.text
    found: set[str] = set()
    for match in words.all_of("places", claim.folded) if words else ():
        after = _TWO_WORDS_AFTER.match(text, match.end())
        named = [word for word in (after.groups() if after else ()) if word and word[0].isupper()]
        found |= words_of(" ".join(named[:1]))
    return frozenset(found) & names_and_numbers(text)


def _one_is_planned(one: Claim, other: Claim) -> bool:
    words = words_for(one.language)
    return words is None or words.has("planned", one.folded) != words.has("planned", other.folded)


def _of_one_time(one: Claim, other: Claim) -> bool:
    """Whether two numbers can be of one time: neither names another day or year."""
    times = [
        read_days(claim.evidence.text, claim.language, claim.evidence.hit.article.published_day)
        for claim in (one, other)
    ]
    unread = [any(not day.spans for day in each) for each in times]
    if unread[0] != unread[1]:
        return False
    known = [[day for day in each if day.spans] for each in times]
    if not known[0] or not known[1]:
        return True
    return any(left.agrees(right) for left in known[0] for right in known[1])
