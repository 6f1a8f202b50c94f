"""Whether a question points to something that it does not itself name."""

from collections.abc import Sequence

from retrieval.follow_ups.tokens import Token
from retrieval.follow_ups.vocabulary import Vocabulary

_NEAR = 3
"""Words between an empty "it" and the predicate that shows it to be empty."""
_MANY = frozenset("they them their theirs".split())
_MANY_WITHOUT_S = frozenset("police women men children staff".split())


def refers_back(tokens: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether a pronoun or the like in ``tokens`` needs what was said before."""
    return any(_points(tokens, place, vocabulary) for place in range(len(tokens)))


def means_somebody(tokens: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether a word in ``tokens`` stands for a person or people."""
    return any(token.key in vocabulary.persons for token in tokens)


def _points(tokens: Sequence[Token], place: int, vocabulary: Vocabulary) -> bool:
    token = tokens[place]
    key = token.key
    if key not in vocabulary.back and key not in vocabulary.bound:
        return False
    if not vocabulary.capitals and token.capital and not token.opens:
        return False  # German "Sie" and "Ihr" are the one spoken to
    after = tokens[place + 1].key if place + 1 < len(tokens) else ""
    before = tokens[place - 1].key if place else ""
    if after in vocabulary.not_before.get(key, ()) or before in vocabulary.not_after.get(key, ()):
        return False
    needed = vocabulary.only_after.get(key)
    first_word = not place and key not in vocabulary.articles
    if needed is not None and before not in needed and not first_word:
        return False
    if (
        not vocabulary.capitals
        and key == "das"
        and any(one.capital for one in tokens[place + 1 : place + 3])
    ):
        return False  # the article of a noun
    if key not in vocabulary.persons and _is_hollow(tokens, place, vocabulary):
        return False
    # "How many goals did they score": a subject means nothing in its own clause.
    if key in vocabulary.bound and before not in vocabulary.auxiliaries:
        return not _named(tokens[:place], key, vocabulary)
    return not _in_another_clause(tokens, place, vocabulary)


def _is_hollow(tokens: Sequence[Token], place: int, vocabulary: Vocabulary) -> bool:
    near = tokens[place + 1 : place + 1 + _NEAR]
    if not any(token.key in vocabulary.hollow for token in near):
        return False
    return any(token.key in vocabulary.clauses for token in tokens[place + 1 :])


def _in_another_clause(tokens: Sequence[Token], place: int, vocabulary: Vocabulary) -> bool:
    """Whether a clause before this one names what is meant: "When it struck, who helped it?"."""
    for cut in range(place, 0, -1):
        begins = tokens[cut].breaks or _begins_clause(tokens, cut, vocabulary)
        if begins and _named(tokens[:cut], tokens[place].key, vocabulary):
            return True
    return False


def _begins_clause(tokens: Sequence[Token], cut: int, vocabulary: Vocabulary) -> bool:
    key = tokens[cut].key
    if key in vocabulary.clauses and key not in vocabulary.prepositions:
        return True
    # "Velmark says it will leave": no "that" stands between.
    after = tokens[cut + 1].key if cut + 1 < len(tokens) else ""
    return after in vocabulary.auxiliaries and tokens[cut - 1].key in vocabulary.general


def _named(before: Sequence[Token], key: str, vocabulary: Vocabulary) -> bool:
    """Whether ``before`` names what ``key`` may stand for: by a name, or a noun with its article.

    English says "farmers … their" without an article, and "the men … his" does not agree.
    """
    for place, token in enumerate(before):
        if token.key in vocabulary.empty or token.key in vocabulary.general:
            continue
        if token.capital and not token.opens:
            return True
        if place and before[place - 1].key in vocabulary.articles:
            return True
        if key in _MANY and (token.key.endswith("s") or token.key in _MANY_WITHOUT_S):
            return True
        if not vocabulary.articles:
            return True
    return False
