"""Reads a sentence in Arabic: the verb stands before its subject, and names have no capitals."""

from collections.abc import Sequence

from index.sentences import Span
from retrieval.composing.given_names import sex_of
from retrieval.composing.reading import Mention, Reading, Reference
from retrieval.composing.wording.arabic import (
    ACCORDING,
    HE,
    NOUNS,
    OPENERS,
    PRONOUNS,
    REJECTS,
    SAYING,
    SHE,
    SOURCES,
    STOPS,
    TELLS,
    THAT,
    THEY,
    THIS,
    TIMES,
    TITLES,
)
from retrieval.composing.wording.wording import Kind, words
from retrieval.composing.words_in_order import Word, masked, words_in_order

_NEAR = 5
_SHORT = 5
"""Words of a sentence that is too short to introduce somebody."""


def read_arabic(body: str, sentence: Span, spoken: Sequence[Span]) -> Reading:
    """What ``sentence`` tells of speakers and references."""
    start, end = sentence
    text = masked(body, start, end, spoken)
    tokens = words_in_order(text, start)
    opens_narrated = bool(tokens) and not any(first <= start for first, _ in spoken)
    speaks_as, subject = _said(tokens)
    found = _titled(body, tokens) if subject is None else (_mention(body, tokens, *subject),)
    lows = [token.low.removeprefix("و") for token in tokens]
    return Reading(
        start,
        end,
        tuple(spoken),
        bool(tokens),
        found,
        _opening(tokens) if opens_narrated else None,
        subject is not None,
        speaks_as,
        not found,
        text.rstrip("\x00 \n").endswith(":"),
        False,
        bool(REJECTS.intersection(lows)),
        subject is not None or speaks_as is not None or bool(TELLS.intersection(lows)),
        frozenset({Kind.SOURCE})
        if opens_narrated
        and speaks_as is None
        and len(tokens) > _SHORT
        and not NOUNS.keys() & set(lows[:2])
        else frozenset(),
        bool(THIS.intersection(lows[:3])) and bool(TELLS.intersection(lows)),
        bool(words("أنا نحن").intersection(lows)),
    )


def _titled(body: str, tokens: Sequence[Word]) -> tuple[Mention, ...]:
    """The person whose title stands near the beginning, with the two words after it."""
    for k in range(min(_NEAR, len(tokens) - 2)):
        named = tokens[k + 1 : k + 3]
        if tokens[k].low in TITLES and not any(w.breaks or w.low in STOPS for w in named):
            start, end = named[0].start, named[1].end
            return (Mention(body[start:end], start, end, True, False, True),)
    return ()


def _verb(token: Word) -> str | None:
    for form in (token.low, token.low[1:] if token.low[0] in "وف" else ""):
        if form in SAYING:
            return form
    return None


def _said(tokens: Sequence[Word]) -> tuple[Reference | None, tuple[int, int] | None]:
    """Whom a verb of saying refers back to, or the places of its named subject."""
    for k, token in enumerate(tokens):
        if token.low in SOURCES and k and tokens[k - 1].low in ACCORDING | words("على حد"):
            return Reference(token.end, SOURCES[token.low]), None
        if token.low.removeprefix("و") in ("بحسبه", "بحسبها"):
            return Reference(token.end, SOURCES[token.low.removeprefix("و")]), None
        if token.low in ACCORDING and k + 1 < len(tokens) and tokens[k + 1].low not in SOURCES:
            return None, (k + 1, _end_of_subject(tokens, k + 1))
        noun = tokens[k + 2].low if k + 2 < len(tokens) else ""
        if token.low in ("جاء", "وجاء") and tokens[k + 1].low == "في" and noun in NOUNS:
            return Reference(tokens[k + 2].end, NOUNS[noun], word=noun), None
        verb = _verb(token)
        if verb is None:
            continue
        kind = Kind.SHE if verb in SHE else Kind.THEY if verb in THEY else Kind.HE
        last = _end_of_subject(tokens, k + 1)
        if last > k + 1:
            noun = tokens[k + 1].low
            if last == k + 2 and noun in NOUNS:
                return Reference(tokens[k + 1].end, NOUNS[noun], word=noun), None
            return None, (k + 1, last)
        first = next((j for j in range(k) if tokens[j].low not in OPENERS), None)
        if first is not None and tokens[first].low in PRONOUNS:
            return Reference(tokens[first].end, kind), None
        if first is not None and tokens[first].low.removeprefix("و") not in STOPS:
            noun = tokens[first].low.removeprefix("و")
            if noun in NOUNS and first == k - 1:
                return Reference(tokens[first].end, NOUNS[noun], word=noun), None
            return None, (first, min(k, _end_of_subject(tokens, first)))
        return Reference(token.end, kind, silent=True), None
    return None, None


def _end_of_subject(tokens: Sequence[Word], first: int) -> int:
    k = first
    while k < len(tokens) and not (tokens[k].breaks or tokens[k].low in STOPS):
        k += 1
    return k


def _opening(tokens: Sequence[Word]) -> Reference | None:
    k = 0
    while k < len(tokens) - 1 and tokens[k].low in OPENERS and tokens[k].low not in THIS:
        k += 1
    low = tokens[k].low
    following = tokens[k + 1].low if k + 1 < len(tokens) else ""
    if low in PRONOUNS:
        return Reference(tokens[k].end, PRONOUNS[low])
    if low in THIS and following not in TIMES:
        return Reference(tokens[k].end, Kind.THIS)
    return None


def _mention(body: str, tokens: Sequence[Word], first: int, last: int) -> Mention:
    named = tokens[first:last] or tokens[first : first + 1]
    feminine = named[0].low.endswith("ة") or named[0].low in ("وزيرة", "رئيسة")
    verb = _verb(tokens[first - 1]) if first else None
    sex = Kind.SHE if feminine or verb in SHE else Kind.HE if verb in HE else None
    sexes = {sex_of(one.low) for one in named} - {None}
    if sex is None and len(sexes) == 1:
        sex = sexes.pop()
    start, end = named[0].start, named[-1].end
    after = tokens[last] if last < len(tokens) else None
    clear = after is None or after.breaks or after.low in THAT  # else an object may be part of it
    return Mention(body[start:end], start, end, None, clear, True, sex)
