"""The words of a text that say something, each as a stem that its forms share."""

import re
from functools import lru_cache

import snowballstemmer

from index.word_forms import OWN, SNOWBALL, spelled
from retrieval.follow_ups.chinese_arabic import ARABIC, CHINESE
from retrieval.follow_ups.english import ENGLISH
from retrieval.follow_ups.german_slavic import CYRILLIC, GERMAN
from retrieval.follow_ups.romance import FRENCH, PORTUGUESE, SPANISH
from retrieval.follow_ups.tokens import Token, tokens_of
from retrieval.follow_ups.vocabulary import Vocabulary
from retrieval.stemmers import stemmer

_VOCABULARIES = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "pt": PORTUGUESE,
    "ru": CYRILLIC,
    "uk": CYRILLIC,
    "zh": CHINESE,
    "ar": ARABIC,
}

_HAN_NUMBER = re.compile("[零〇一二两兩三四五六七八九十百千万萬亿億]")


def vocabulary_for(language: str) -> Vocabulary:
    """The small words of ``language`` (ISO 639-1), English where it is none of the nine."""
    return _VOCABULARIES.get(language, ENGLISH)


def telling_stems(text: str, language: str) -> frozenset[str]:
    """The stems of the words of ``text`` that are no small words; numbers left out."""
    empty = vocabulary_for(language).empty
    return frozenset(
        stem
        for token in tokens_of(text)
        if token.key not in empty
        for stem in stems_of(token, language)
        if not stem.isdecimal()
    )


def all_stems(text: str, language: str) -> frozenset[str]:
    """The stems of all words of ``text``."""
    return frozenset(stem for token in tokens_of(text) for stem in stems_of(token, language))


def stems_of(token: Token, language: str) -> tuple[str, ...]:
    """The stem of a word; of a Chinese one, its pairs of characters; of a hyphened one, each."""
    return _stems(token.text, language)


@lru_cache(maxsize=20_000)
def _stems(word: str, language: str) -> tuple[str, ...]:
    parts = spelled(word, language).replace("’", "'").replace("-", " ").replace("'", " ").split()
    if language in OWN:
        return tuple(map(OWN[language], parts))
    name = SNOWBALL.get(language)
    if name is None:
        return tuple(one for one in parts if not _HAN_NUMBER.search(one))
    return tuple(_stem(one, stemmer(name)) for one in parts)


def _stem(word: str, by: snowballstemmer.stemmer) -> str:
    """The stem of the stem and so on: where one looks like a form (паром, of пар), all agree."""
    while (stem := by.stemWord(word)) != word:
        word = stem
    return word
