"""The words of a question that say something."""

from collections.abc import Sequence

from retrieval.follow_ups.tokens import Token
from retrieval.follow_ups.vocabulary import Vocabulary


def content(tokens: Sequence[Token], vocabulary: Vocabulary) -> list[Token]:
    """The words that are not empty, general ones included."""
    return [
        token
        for token in tokens
        if token.key not in vocabulary.empty
        # the month, not the verb
        or (token.key in vocabulary.auxiliaries and is_name(token, vocabulary))
    ]


def topical(tokens: Sequence[Token], vocabulary: Vocabulary) -> list[Token]:
    """The words that say what a question is about."""
    return [token for token in content(tokens, vocabulary) if token.key not in vocabulary.general]


def is_name(token: Token, vocabulary: Vocabulary) -> bool:
    """Whether the word is a name by its capital; never so in German."""
    return vocabulary.capitals and token.capital and not token.opens
