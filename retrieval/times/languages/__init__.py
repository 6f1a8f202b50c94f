"""The words of time, one table a language, by the writing of these languages.

All languages of one writing are tried on a question, so their order decides only ties.
"""

import re

from retrieval.times.languages.arabic import ARABIC
from retrieval.times.languages.chinese import CHINESE
from retrieval.times.languages.english import ENGLISH
from retrieval.times.languages.french import FRENCH
from retrieval.times.languages.german import GERMAN
from retrieval.times.languages.portuguese import PORTUGUESE
from retrieval.times.languages.russian import RUSSIAN
from retrieval.times.languages.spanish import SPANISH
from retrieval.times.languages.ukrainian import UKRAINIAN

WRITINGS = (
    # Digits are of every writing.
    (re.compile("[a-zA-Z0-9\u00c0-\u024f]"), (ENGLISH, GERMAN, FRENCH, SPANISH, PORTUGUESE)),
    (re.compile("[\u0400-\u04ff]"), (RUSSIAN, UKRAINIAN)),
    (re.compile("[\u4e00-\u9fff]"), (CHINESE,)),
    (re.compile("[\u0600-\u06ff]"), (ARABIC,)),
)
