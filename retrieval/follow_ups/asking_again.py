"""The earlier question, asked again of another time or of somebody else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from retrieval.follow_ups.contents import content, is_name
from retrieval.follow_ups.languages_told import vocabulary_of
from retrieval.follow_ups.tokens import Token, tokens_of
from retrieval.follow_ups.vocabulary import Vocabulary
from retrieval.query import Turn

_ENDS = " ?!.？؟。！"
_WITHIN_A_NAME = frozenset(["", "von", "van", "de", "da", "do", "del"])
"""What stands between the words of one name."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A part of a question, from ``start`` to ``end``, and the preposition before it, or ""."""

    preposition: str
    start: int
    end: int


def at_time(turn: Turn, time: str) -> str:
    """The earlier question with the words ``time`` in place of its own words of time.

    The preposition before those goes with them. Where it had none, ``time`` comes last.
    """
    asked = turn.searched
    own = turn.period.words.strip() if turn.period else ""
    # "May" is not in "Mayor"; Chinese has no spaces to tell.
    edge = "" if own[:1] >= "\u3400" else r"\b"
    found = re.search(f"{edge}{re.escape(own)}{edge}", asked, re.IGNORECASE) if own else None
    if found is None:
        return f"{asked.rstrip(_ENDS)} {time}" if time else asked
    tokens = tokens_of(asked)
    start = found.start()
    before = [token for token in tokens if token.end <= start]
    if before and before[-1].key in vocabulary_of(asked, tokens).prepositions:
        start = before[-1].start
    again = f"{asked[:start]}{time}{asked[found.end() :]}"
    return re.sub(r"\s+(?=[?!.,]|$)", "", " ".join(again.split()))


def in_parallel(question: str, fragment: str) -> str:
    """``question`` asked of ``fragment`` ("and Brasovia?") instead of what it was asked of.

    Where it is clear what in the question is meant (a name for a name, and the same preposition
    where there is one), that is replaced; else the fragment is put first.
    """
    parts = tokens_of(fragment)
    tokens = tokens_of(question)
    tokens = [*takewhile(lambda token: token is tokens[0] or not token.opens, tokens)]
    vocabulary = vocabulary_of(question, tokens)
    named = content(parts, vocabulary)
    if not named:
        return f"{fragment} {question}"
    preposition = parts[0].key if parts[0].key in vocabulary.prepositions else ""
    if vocabulary.capitals and all(token.capital for token in named):
        names = _names(question, tokens, vocabulary)
        alike = [name for name in names if name.preposition == preposition]
        if not alike and not preposition:
            alike = names
        new = fragment[named[0].start : named[-1].end]
    else:
        alike = _after(preposition, tokens, vocabulary)
        new = fragment[parts[0].end : parts[-1].end].strip()
    if len(alike) != 1:
        return f"{fragment} {question}"
    return question[: alike[0].start] + new + question[alike[0].end :]


def _names(question: str, tokens: Sequence[Token], vocabulary: Vocabulary) -> list[_Phrase]:
    """The names in a question."""
    found: list[_Phrase] = []
    for place, token in enumerate(tokens):
        if not is_name(token, vocabulary) or token.key in vocabulary.empty:
            continue
        if found and question[found[-1].end : token.start].strip(" -") in _WITHIN_A_NAME:
            found[-1] = replace(found[-1], end=token.end)
            continue
        before = tokens[place - 1].key
        if before in vocabulary.articles and place > 1:
            before = tokens[place - 2].key
        preposition = before if before in vocabulary.prepositions else ""
        found.append(_Phrase(preposition, token.start, token.end))
    return found


def _after(preposition: str, tokens: Sequence[Token], vocabulary: Vocabulary) -> list[_Phrase]:
    """What follows each such preposition, without names: "the first round" after "in"."""
    found = []
    for place, token in enumerate(tokens):
        if token.key != preposition:
            continue
        after = tokens[place + 1 :]
        articles = [*takewhile(lambda one: one.key in vocabulary.articles, after)]
        nouns: list[Token] = []
        for one in after[len(articles) :]:
            verb = nouns and nouns[-1].capital and not one.capital  # German, after its noun
            if verb or one.key in vocabulary.empty or is_name(one, vocabulary):
                break
            nouns.append(one)
        if nouns:
            found.append(_Phrase(preposition, after[0].start, nouns[-1].end))
    return found
