"""Whether a question is in a language that the encoder cannot read.

A notice shown to somebody whose question was well understood does more harm than one left out. So
a language is named only where nothing speaks against it, and a foreign name in an English question,
of which there are many in the news, must never be taken for one.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

import stopwordsiso

from index.languages import language_shares

DOUBT = 0.15
"""The most that lingua may give to the languages that the encoder knows.

Measured from 0.01 to 1 on the texts of tests/retrieval/short_questions.tsv: up to 0.15 the
same three of 279 English texts, all made to mislead, are mistaken, and the nearer to it the more
questions in other languages are told; at 0.2 five are mistaken.
"""

_MOST_WORDS_OF_A_NAME = 2
_CHARACTERS_A_WORD = 2  # of Chinese and Japanese, which leave no space between words
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI")
_OF_SCRIPT = {"ARABIC": "ar", "CJK": "zh", "GREEK": "el", "HANGUL": "ko", "HEBREW": "he"}
_OF_SCRIPT |= {"HIRAGANA": "ja", "KATAKANA": "ja", "THAI": "th"}
_RUSSIAN_ONLY, _UKRAINIAN_ONLY = frozenset("ёъыэ"), frozenset("ґєії")
_PERSIAN_ONLY = frozenset("پچژگ")

_ASKING = {
    "en": "who what when where why which whom whose how",
    "de": "wer wen wem wessen wann wo wohin woher warum wieso weshalb wofür womit worum wie "
    "wieviel wieviele welche welcher welches welchen welchem",
    "fr": "qui que quand où combien pourquoi quoi quel quelle quels quelles lequel laquelle",
    "es": "quién quiénes quien que qué cuándo cuando dónde donde cuánto cuánta cuántos cuántas "
    "cuanto cuantos cuantas cómo cuál cuáles",
    "pt": "quem que quando onde quanto quanta quantos quantas qual quais quê",
}
_IN_NAMES = frozenset(
    "d l y e a o von vom zu zum zur und der die das den dem des van de du la le les et au aux sur "
    "par un une del el los las lo con por para do da dos das os são".split()
)
_ALSO_ENGLISH = frozenset(
    "car cent comment contra divers elle embargo en entre era estado favor final font force gut "
    "han hat hay horas local mal mayor pan pour premier rare relative sea ser sin son suit tag tal "
    "tel tenant ton total usa van ver war zeit état".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|„[^“”]*[“”]|\"[^\"]*\"")


def unknown_language(question: str, known: frozenset[str] | None) -> str | None:
    """The language of ``question`` (ISO 639-1) if it is surely none of those ``known``.

    None where the encoder reads every language (``known`` is None) or one cannot be sure: with two
    words or fewer, with names alone, or with a function word of a language that is known. Scripts
    other than Latin decide by themselves.
    """
    if known is None:
        return None
    words = _WORD.findall(_without_marks(_QUOTED.sub(" ", question)))
    script = _main_script(words)
    if _count_words(words, script) <= _MOST_WORDS_OF_A_NAME:
        return None
    spoken = _without_names(words)
    latin = script == "LATIN"
    language = _likeliest(spoken, _ASKING) if latin else _language_of_script(script, words)
    if language is None or language in known:
        return None
    familiar = frozenset().union(*map(_function_words, known))
    spoken_against = familiar - _function_words(language)
    if any(word in spoken_against for word in spoken if len(word) > 1):  # "l'" is no English
        return None
    if not latin:
        return language
    shares = language_shares(" ".join(spoken))
    doubt = sum(shares.get(one, 0.0) for one in known)
    return language if doubt <= DOUBT and _asks_in(language, spoken, known, question) else None


def _likeliest(spoken: list[str], languages: Iterable[str]) -> str:
    """The language with most function words among them; of several, the one lingua prefers.

    Lingua alone takes some short Portuguese questions for Spanish, and French ones for either.
    """
    shares = language_shares(" ".join(spoken))

    def likelihood(language: str) -> tuple[int, float]:
        own = _function_words(language)
        return sum(word in own for word in spoken), shares[language]

    return max(languages, key=likelihood)


def _asks_in(language: str, spoken: list[str], known: frozenset[str], question: str) -> bool:
    """Whether it is put as a question of that language, and not only holds some of its words."""
    if "¿" in question:
        return language == "es"
    if set(spoken) & _asking(language) - frozenset().union(*map(_asking, known)):
        return True
    # Without a question word ("Ist der Pass offen?") it takes more to be sure.
    familiar = frozenset().union(*map(_function_words, known))
    telling = set(spoken) & _function_words(language) - familiar - _IN_NAMES - _ALSO_ENGLISH
    return "?" in question and len(telling) > 1


def _language_of_script(script: str, words: list[str]) -> str | None:
    text = " ".join(words).lower()
    if script == "CYRILLIC":
        if not _RUSSIAN_ONLY.isdisjoint(text):
            return "ru"
        if not _UKRAINIAN_ONLY.isdisjoint(text):
            return "uk"
        return _likeliest(text.split(), ("ru", "uk"))
    if script == "ARABIC" and not _PERSIAN_ONLY.isdisjoint(text):
        return "fa"
    if script == "CJK" and any(_script(letter) in ("HIRAGANA", "KATAKANA") for letter in text):
        return "ja"
    return _OF_SCRIPT.get(script)


def _without_marks(text: str) -> str:
    """Without the vowel marks of Arabic and Hebrew, which would part a word."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(letter for letter in composed if unicodedata.category(letter) != "Mn")


def _without_names(words: list[str]) -> list[str]:
    """The words in lower case without those that may be names: capitals inside the question.

    German nouns go with them; its verbs and function words are enough to know it by.
    """
    first = words[0].lower()
    opens = words[0] == first or any(first in _function_words(one) for one in _ASKING)
    return [first] * opens + [word for word in words[1:] if word == word.lower()]


def _main_script(words: list[str]) -> str:
    """The script of most letters, by the first word of their Unicode names."""
    scripts = Counter(_script(letter) for word in words for letter in word)
    return scripts.most_common(1)[0][0] if scripts else "LATIN"


def _count_words(words: list[str], script: str) -> int:
    if script in _UNSPACED:
        return -(-sum(map(len, words)) // _CHARACTERS_A_WORD)
    return len(words)


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    return unicodedata.name(letter, "LATIN").split()[0]


@lru_cache(maxsize=16)
def _function_words(language: str) -> frozenset[str]:
    known = stopwordsiso.stopwords(language) if stopwordsiso.has_lang(language) else ()
    return _asking(language).union(known)


@lru_cache(maxsize=16)
def _asking(language: str) -> frozenset[str]:
    return frozenset(_ASKING.get(language, "").split())
