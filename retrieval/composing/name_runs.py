"""The runs of words that may be a name, in an alphabet: by their capitals."""

from collections.abc import Sequence
from functools import lru_cache

import stopwordsiso

from retrieval.composing.wording.wording import Wording
from retrieval.composing.words_in_order import Word

_INSIDE = frozenset(
    "of de da do dos du van von den der del della di bin ibn al el la le y e und for".split()
)
_ADJECTIVE_ENDINGS = ("ый", "ой", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ій")
_SURNAME_ENDINGS = ("ский", "цкий", "ская", "цкая", "ський", "цький", "толстой")
_VERB_ENDINGS = ("ó", "ou", "eu", "iu", "aron", "ieron", "aram", "eram", "iram", "aba", "ía", "ava")


def name_runs(tokens: Sequence[Word], wording: Wording) -> list[tuple[int, int]]:
    """The runs of words with a capital, as (first, last + 1) places; small words stand within."""
    runs: list[tuple[int, int]] = []
    first: int | None = None
    last = 0
    for k, word in enumerate(tokens):
        if first is not None and not word.joined:
            runs.append((first, last))
            first = None
        if _may_name(tokens, k, wording):
            if first is None:
                first = k
            last = k + 1
        elif first is not None and word.low not in _INSIDE:
            runs.append((first, last))
            first = None
    if first is not None:
        runs.append((first, last))
    return [run for run in runs if not _is_common(tokens, run, wording)]


def _may_name(tokens: Sequence[Word], k: int, wording: Wording) -> bool:
    word = tokens[k]
    if not word.capital or word.low in wording.time or word.low in wording.pronouns:
        return False
    opens = k == 0 or (word.breaks and len(word.text) > 1 and k > 0 and _after_stop(tokens, k))
    if (opens or wording.nouns_have_capitals) and word.low in wording.saying:
        return False
    if wording.nouns_have_capitals and word.breaks and word.low in wording.articles:
        return False  # "…: Das Seil"
    if opens and (_is_small(tokens, k, wording) or word.low in wording.articles):
        return False
    return not (opens and word.low in wording.openers)


def _is_small(tokens: Sequence[Word], k: int, wording: Wording) -> bool:
    """Whether it is a function word of this language, or of any other where no name goes on."""
    goes_on = k + 1 < len(tokens) and tokens[k + 1].capital and tokens[k + 1].joined
    goes_on = goes_on and not wording.nouns_have_capitals
    words = function_words(wording.languages) if goes_on else function_words()
    return tokens[k].low in words


def _after_stop(tokens: Sequence[Word], k: int) -> bool:
    return tokens[k].start - tokens[k - 1].end > 2


def _is_common(tokens: Sequence[Word], run: tuple[int, int], wording: Wording) -> bool:
    """Whether a run of one word is a common noun that opens the sentence, or a German noun."""
    first, last = run
    word = tokens[first]
    if last - first > 1:
        inner = any(not one.capital for one in tokens[first:last])
        noun = wording.nouns_have_capitals and first > 0 and inner
        bodies = any(one.low in wording.bodies for one in tokens[first:last])
        return noun and not bodies and tokens[first - 1].low in wording.articles
    if wording.nouns_have_capitals:
        known = word.low in wording.titles | wording.people | frozenset(wording.nouns)
        before = tokens[first - 1].low if first and not word.breaks else ""
        says = any(
            0 <= k < len(tokens)
            and tokens[k].low in wording.saying
            and not tokens[max(k, first)].breaks
            for k in (first - 1, first + 1)
        )
        return known or before in wording.articles or not says
    follows = tokens[first + 1] if first + 1 < len(tokens) else None
    if first == 0 and wording.null_subject and word.low.endswith(_VERB_ENDINGS):
        return True
    if first == 0 and follows is not None:
        person = wording.people | wording.titles
        known = word.low in person | frozenset(wording.nouns) or follows.low in person
        described = not wording.articles and word.low.endswith(_ADJECTIVE_ENDINGS)
        described = described and not word.low.endswith(_SURNAME_ENDINGS)
        known = known or (described and not follows.breaks and not follows.capital)
        plural = word.low.endswith("s") and follows.low in wording.saying
        return known or (plural and len(word.low) > 5)
    return False


@lru_cache(maxsize=8)
def function_words(
    languages: tuple[str, ...] = ("en", "de", "fr", "es", "pt", "ru", "uk"),
) -> frozenset[str]:
    """The small words of languages: of all those with an alphabet of capitals, if none is given."""
    return frozenset(stopwordsiso.stopwords(languages))
