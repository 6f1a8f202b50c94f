"""Light stemmers for Ukrainian and Arabic: forms of a word come to one stem, seldom its root.

Tantivy has none for Ukrainian, and its Arabic one keeps a word with the article apart from the
word without. Both work on what :func:`index.word_forms.spelled` made of a text. They know endings,
no vocabulary: a vowel that changes inside a word (кіт, кота; a broken plural) keeps forms apart,
and short words that differ by an ending only (пором, пора) may come to one stem.
"""

import re

_SHORTEST = 3
_REFLEXIVE = re.compile(r"(?<=..)с[яь]$")
_UKRAINIAN = sorted(
    "ого ому ими іми ами ями ові еві єві ій їй ої ою ею єю ий их іх їх им ім їм ам ям ах ях ів їв "
    "ом ем єм ти ла ло ли ть ає ає ує а я у ю и і ї о е є ь й в".split(),
    key=len,
    reverse=True,
)
_ARTICLE = re.compile("^(?:و?[بكف]?ال|و?لل)(?=.{3})")
_AND = re.compile("^و(?=.{4})")
_ARABIC_ENDING = re.compile("(?<=.{3})(?:ها|ان|ات|ون|ين|يه|ه|ي)$")


def ukrainian_stem(word: str) -> str:
    """``word`` without the endings of its case, number, gender, tense and person.

    Endings go as long as three letters stay. Going on until none is left makes a word whose stem
    looks like an ending (пором, "ferry", like the instrumental of пор) agree with its own cases.
    """
    word = _REFLEXIVE.sub("", word) if len(word) > _SHORTEST + 2 else word
    while True:
        for ending in _UKRAINIAN:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
                word = word[: -len(ending)]
                break
        else:
            return word


def arabic_stem(word: str) -> str:
    """``word`` without article, the prepositions joined to it, "and", and one ending.

    After Larkey, Ballesteros and Connell, "Light stemming for Arabic information retrieval"
    (light10); but "and" goes only where four letters stay, so that وزير keeps its first.
    """
    return _ARABIC_ENDING.sub("", _AND.sub("", _ARTICLE.sub("", word)))
