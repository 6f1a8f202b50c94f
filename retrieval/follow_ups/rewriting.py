"""From the text of a chat to what is searched for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from retrieval.follow_ups.asking_again import at_time, in_parallel
from retrieval.follow_ups.carrying import carried
from retrieval.follow_ups.contents import content, topical
from retrieval.follow_ups.languages_told import vocabulary_of
from retrieval.follow_ups.references import means_somebody, refers_back
from retrieval.follow_ups.small_talk import after_greeting, is_small_talk
from retrieval.follow_ups.tokens import Token, tokens_of
from retrieval.follow_ups.topics import needs_topic
from retrieval.follow_ups.vocabulary import Vocabulary
from retrieval.query import Period, Turn

_TURNS_READ = 3
_LONGEST_FOLLOW_UP = 30
"""Words; a longer text says itself what it is about."""
_LONGEST_FRAGMENT = 6


class Kind(StrEnum):
    """What a text of a chat is."""

    NEW = "new"
    """A question that stands by itself."""
    FOLLOW_UP = "follow-up"
    """A question that goes on from the one before."""
    SMALL_TALK = "small talk"
    """A greeting, thanks, a yes or no: nothing is asked."""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """The text to search for, and the ``period`` carried over from the turn before, if any.

    ``may_stand_alone``: a follow-up that nothing in its words makes one ("How many died in the
    flood?"); which of both readings is right only what is found for them can tell.
    """

    searched: str
    period: Period | None
    kind: Kind
    may_stand_alone: bool = False


def rewrite(text: str, turns: Sequence[Turn], *, names_time: bool = False) -> Rewriting:
    """What to search for ``text`` after ``turns``, the oldest first.

    ``names_time``: the text itself says when, so no period is carried over, and the time words of
    the turn before give way to its own.
    """
    own = " ".join(text.split()) or text
    words = tokens_of(own)
    if is_small_talk(words):
        return Rewriting(own, None, Kind.SMALL_TALK)
    asked_before = any(turn.searched.casefold() == own.casefold() for turn in turns)
    if not turns or asked_before or len(words) > _LONGEST_FOLLOW_UP:
        return Rewriting(own, None, Kind.NEW)
    following = _following(own, words, turns[-_TURNS_READ:], names_time)
    if following is None:
        return Rewriting(own, None, Kind.NEW)
    searched, may_stand_alone = following
    period = None if names_time else turns[-1].period
    return Rewriting(searched, period, Kind.FOLLOW_UP, may_stand_alone)


def _following(
    own: str, words: Sequence[Token], turns: Sequence[Turn], names_time: bool
) -> tuple[str, bool] | None:
    """What is searched for a question that goes on from ``turns``; None for one that does not.

    With it, whether the question may stand alone as well.
    """
    last = turns[-1]
    last_tokens = tokens_of(last.searched)
    vocabulary = vocabulary_of(own, words, vocabulary_of(last.searched, last_tokens))
    greeted = after_greeting(words)
    asked = _after_opener(greeted, vocabulary)
    opened = len(asked) < len(greeted) or greeted[-1].key in vocabulary.closers
    said = own[asked[0].start :] if asked else own
    points = refers_back(asked, vocabulary)
    is_fragment = _is_fragment(asked, vocabulary)
    if is_fragment and names_time and _is_time(asked, vocabulary, opened):
        return at_time(last, _trimmed(said, vocabulary)), False
    if is_fragment and not points and content(asked, vocabulary):
        if not opened and topical(asked, vocabulary) and not _begins_within(asked, vocabulary):
            return None  # words to search for, typed without a question
        if topical(asked, vocabulary):
            return in_parallel(at_time(last, "") if names_time else last.searched, said), False
    bare = not content(asked, vocabulary)
    if not (bare or points or needs_topic(asked, last, vocabulary, opened, names_time)):
        return None
    may_stand_alone = not (bare or points or opened)
    somebody = means_somebody(asked, vocabulary)
    for turn in reversed(turns):
        more = carried(turn, asked, verbs=bare, time=not names_time, somebody=somebody)
        if more:
            return f"{said} {more}", may_stand_alone
    return said, may_stand_alone


def _after_opener(tokens: Sequence[Token], vocabulary: Vocabulary) -> Sequence[Token]:
    keys = tuple(token.key for token in tokens)
    for opener in vocabulary.openers:
        if keys[: len(opener)] == opener:
            return tokens[len(opener) :]
    return tokens


def _is_fragment(tokens: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether the words are less than a question: no question word, no verb put first."""
    if not 0 < len(tokens) <= _LONGEST_FRAGMENT:
        return False
    asks = any(token.key in vocabulary.questions for token in tokens)
    verb_first = tokens[0].key in vocabulary.auxiliaries and not content(tokens[:1], vocabulary)
    return not asks and not verb_first


def _is_time(tokens: Sequence[Token], vocabulary: Vocabulary, opened: bool) -> bool:
    """Whether a fragment that names a time names nothing else, as far as its form tells."""
    first = tokens[0].key
    begins = first in vocabulary.prepositions or first in vocabulary.time_starts
    begins = begins or first in vocabulary.not_before  # "this week"
    named = [token for token in content(tokens, vocabulary) if not token.key.isdigit()]
    return len(named) <= (2 if begins else int(opened or len(tokens) == 1))


def _begins_within(tokens: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether a fragment begins as a part of a sentence does: "the opposition", "by Tuesday"."""
    return tokens[0].key in vocabulary.articles or tokens[0].key in vocabulary.prepositions


def _trimmed(said: str, vocabulary: Vocabulary) -> str:
    """Without the mark at its end, and without what closes a question that goes on."""
    said = said.rstrip(" ?!.？؟。！")
    return next((said.removesuffix(one) for one in vocabulary.closers if said.endswith(one)), said)
