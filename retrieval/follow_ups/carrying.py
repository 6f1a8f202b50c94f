"""What is taken over from an earlier question."""

from collections.abc import Sequence
from itertools import pairwise

from retrieval.follow_ups.asking_again import at_time
from retrieval.follow_ups.contents import content, is_name, topical
from retrieval.follow_ups.languages_told import vocabulary_of
from retrieval.follow_ups.tokens import Token, tokens_of
from retrieval.follow_ups.vocabulary import Vocabulary
from retrieval.query import Turn

_MOST_WORDS = 8
_MOST_OF_A_HEADLINE = 4
_ENOUGH = 3
"""With fewer content words a question names no topic, and the headline found for it does."""
_WHO = frozenset("who wer qui quién quiénes quem кто хто".split())


def carried(turn: Turn, own: Sequence[Token], *, verbs: bool, time: bool, somebody: bool) -> str:
    """The words of ``turn`` that the words ``own`` of a new question are to be searched with.

    ``verbs``: what was asked is carried too, not just what it was asked about. ``time``: its words
    of time too. ``somebody``: a person is meant, who is in the headline found for it where
    it named nobody or asked who.
    """
    source = turn.searched if time else at_time(turn, "")
    tokens = tokens_of(source)
    vocabulary = vocabulary_of(source, tokens)
    words = content(tokens, vocabulary) if verbs else _objects(tokens, vocabulary)
    chosen = _best(words, vocabulary)
    enough = len(topical(words, vocabulary)) >= _ENOUGH
    unknown = tokens and (
        tokens[0].key in _WHO or not any(is_name(token, vocabulary) for token in tokens)
    )
    if not enough or (somebody and unknown):
        chosen += _of_headlines(turn, names_only=enough)
    seen = {token.key for token in own}
    kept = []
    for word in chosen:
        if word.casefold() not in seen:
            seen.add(word.casefold())
            kept.append(word)
    return " ".join(kept)


def _objects(tokens: Sequence[Token], vocabulary: Vocabulary) -> list[Token]:
    """The topical words without the verb that follows "who"; all content words where it is all."""
    after_who = {token.start for before, token in pairwise(tokens) if before.key in _WHO}
    words = [token for token in topical(tokens, vocabulary) if token.start not in after_who]
    return words or content(tokens, vocabulary)


def _best(words: Sequence[Token], vocabulary: Vocabulary) -> list[str]:
    """As many as may be carried, names before others, in the order they stand in."""
    by_worth = sorted(words, key=lambda token: not is_name(token, vocabulary))
    return [token.text for token in sorted(by_worth[:_MOST_WORDS], key=lambda token: token.start)]


def _of_headlines(turn: Turn, *, names_only: bool) -> list[str]:
    if not turn.headlines:
        return []
    headline = turn.headlines[0]
    tokens = tokens_of(headline)
    vocabulary = vocabulary_of(headline, tokens)
    words = topical(tokens, vocabulary)
    shown = [token for token in words if token.capital] if vocabulary.capitals else words
    # In a headline of capitals throughout they tell no names.
    telling = names_only and 0 < len(shown) < len(words)
    return [token.text for token in (shown if telling else words)][:_MOST_OF_A_HEADLINE]
