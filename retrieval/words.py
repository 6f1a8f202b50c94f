"""The content words of a text: what is left without function words, reduced to stems."""

import re
from functools import lru_cache

import stopwordsiso

from retrieval.stemmers import stemmer

_STEMMERS = {
    "en": "english",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "pt": "portuguese",
    "ru": "russian",
    "ar": "arabic",
}


def content_words(text: str, language: str) -> frozenset[str]:
    """The stems of the words of ``text`` that are no function words of ``language`` (ISO 639-1)."""
    stop = _stop_words(language)
    return frozenset(
        _stem(word, language)
        for word in re.findall(r"\w+", text.casefold())
        if word not in stop and (len(word) > 1 or word.isdigit())
    )


def is_function_word(word: str, language: str) -> bool:
    """Whether ``word`` is one of the words of ``language`` (ISO 639-1) that carry no matter."""
    return word.casefold() in _stop_words(language)


@lru_cache(maxsize=16)
def _stop_words(language: str) -> frozenset[str]:
    return frozenset(stopwordsiso.stopwords(language) if stopwordsiso.has_lang(language) else ())


@lru_cache(maxsize=50_000)
def _stem(word: str, language: str) -> str:
    name = _STEMMERS.get(language)
    return stemmer(name).stemWord(word) if name else word
