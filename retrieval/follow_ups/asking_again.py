"""The earlier question, asked again of another time or of somebody else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from retrieval.follow_ups.contents import content, is_name
from retrieval.follow_ups.languages_told import vocabulary_of
from retrieval.follow_ups.tokens import Token, tokens_of
from retrieval.follow_ups.vocabulary import Vocabulary
from retrieval.query import Turn

_ENDS = " ?!.？؟。！"
_WITHIN_A_NAME = frozenset(["", "von", "van", "de", "da", "do", "del"])
"""What stands between the words of one name."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in a question, from ``start`` to ``end``, and the preposition before it, or ""."""

    preposition: str
    start: int
    end: int


def at_time(turn: Turn, time: str) -> str:
    """The earlier question with the words ``time`` in place of its own words of time.

    The preposition before those goes with them. Where it had none, ``time`` comes last.
    """
    asked = turn.searched
    own = turn.period.words.strip() if turn.period else ""
    found = re.search(re.escape(own), asked, re.IGNORECASE) if own else None
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

    Where it is clear which name of the question is meant, that is replaced; else the fragment is
    put first.
    """
    parts = tokens_of(fragment)
    tokens = tokens_of(question)
    vocabulary = vocabulary_of(question, tokens)
    named = content(parts, vocabulary)
    if named and vocabulary.capitals and all(token.capital for token in named):
        preposition = parts[0].key if parts[0].key in vocabulary.prepositions else ""
        names = _names(question, tokens, vocabulary)
        alike = [name for name in names if name.preposition == preposition]
        if not alike and not preposition:
            alike = names
        if len(alike) == 1:
            new = fragment[named[0].start : named[-1].end]
            return question[: alike[0].start] + new + question[alike[0].end :]
    return f"{fragment} {question}"


def _names(question: str, tokens: Sequence[Token], vocabulary: Vocabulary) -> list[_Name]:
    """The names in the question's first sentence."""
    found: list[_Name] = []
    for place, token in enumerate(tokens):
        if place and token.opens:
            break
        if not is_name(token, vocabulary) or token.key in vocabulary.empty:
            continue
        if found and question[found[-1].end : token.start].strip(" -") in _WITHIN_A_NAME:
            found[-1] = replace(found[-1], end=token.end)
            continue
        before = tokens[place - 1].key
        if before in vocabulary.articles and place > 1:
            before = tokens[place - 2].key
        preposition = before if before in vocabulary.prepositions else ""
        found.append(_Name(preposition, token.start, token.end))
    return found
