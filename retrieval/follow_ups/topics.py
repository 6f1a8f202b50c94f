"""Whether a whole question has a topic of its own."""

import re
from collections.abc import Sequence
from itertools import pairwise

from retrieval.follow_ups.contents import is_name, topical
from retrieval.follow_ups.tokens import Token, tokens_of
from retrieval.follow_ups.vocabulary import Vocabulary
from retrieval.query import Turn

_STANDS_BY_ITSELF = 3
"""Topical words with which a question without a name is about something of its own."""
_COMPOUND = 10
"""Letters of a German word that is likely made of two, without an ending that makes a noun."""
_DERIVED = re.compile(r"(?:schaft|ung|heit|keit|tion|ismus|innen)(?:en|s)?$")


def needs_topic(
    tokens: Sequence[Token], last: Turn, vocabulary: Vocabulary, opened: bool, names_time: bool
) -> bool:
    """Whether a whole question is left without a topic unless it is that of ``last``."""
    about = topical(_without_time(tokens, vocabulary) if names_time else tokens, vocabulary)
    if names_time and not opened and not about:
        # "What happened yesterday" asks for any news, "how many died in May" goes on.
        return not any(token.key in vocabulary.news for token in tokens)
    shared = _shared(about, last)
    weight = sum(_weight(token, vocabulary) for token in about)
    if opened and (shared or weight < _STANDS_BY_ITSELF):
        return True
    if any(is_name(token, vocabulary) for token in about):
        return False
    if tokens[0].key in vocabulary.auxiliaries and tokens[1:2] and tokens[1] in about:
        return False  # "Did farmers get their money": any farmers
    if weight <= 1 or len(shared) == len(about):
        return True
    known = {
        token.key
        for before, token in pairwise(tokens)
        if token in about and _has_article(before, token, vocabulary)
    }
    if known & shared:
        return True
    # "Who found the cracks", "how many jobs will be cut": parts of something already spoken of.
    counted = any(token.key in vocabulary.amounts for token in tokens)
    if tokens[0].key in vocabulary.auxiliaries:
        # "Has anyone offered help", "did the government send soldiers"
        anyone = tokens[1:2] and tokens[1].key in vocabulary.general
        return bool(known or anyone) and weight <= _STANDS_BY_ITSELF
    return weight < _STANDS_BY_ITSELF and (bool(known) or counted)


def _has_article(before: Token, token: Token, vocabulary: Vocabulary) -> bool:
    if before.key in vocabulary.articles and before.key not in vocabulary.indefinite:
        return True
    return bool(vocabulary.prefix) and token.key.startswith(vocabulary.prefix)


def _weight(token: Token, vocabulary: Vocabulary) -> int:
    """How many words it stands for: Chinese and German write several without a space."""
    if token.text[0] >= "\u3400":
        return (len(token.text) + 1) // 2
    is_compound = not vocabulary.capitals and len(_DERIVED.sub("", token.key)) >= _COMPOUND
    return 2 if is_compound else 1


def _shared(tokens: Sequence[Token], last: Turn) -> set[str]:
    texts = (last.searched, *last.headlines[:1])
    known = {token.key for text in texts for token in tokens_of(text)}
    return {token.key for token in tokens if token.key in known}


def _without_time(tokens: Sequence[Token], vocabulary: Vocabulary) -> list[Token]:
    """The words without those of time, where only one preposition or the like begins any."""
    begin = vocabulary.prepositions | vocabulary.time_starts | vocabulary.not_before.keys()
    runs: list[list[Token]] = []
    for before, token in pairwise(tokens):
        if token.key in vocabulary.empty and not is_name(token, vocabulary):
            continue
        if before.key in begin:
            runs.append([token])
        elif runs and runs[-1][-1] is before:
            runs[-1].append(token)
    if len(runs) != 1:
        return list(tokens)
    return [token for token in tokens if token not in runs[0]]
