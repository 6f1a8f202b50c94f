"""How the words of a text are spelled before they are compared, language by language.

Languages that are written without spaces, and Korean, are cut into pairs of neighbouring
characters, which finds what a dictionary would, needs none, and never cuts differently in a
question than in an article.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from itertools import pairwise

from index.light_stems import arabic_stem, ukrainian_stem

OTHER = "xx"
"""The group of the languages that have no stemmer here."""

SNOWBALL: Mapping[str, str] = {
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
}
"""The stemmer of each language that the keyword engine has one for."""

OWN: Mapping[str, Callable[[str], str]] = {"ar": arabic_stem, "uk": ukrainian_stem}
"""The languages with a stemmer of our own."""

GROUPS = (*SNOWBALL, *OWN, OTHER)

_ALIASES = {"nb": "no", "nn": "no"}
# Soft hyphen, marks that no letter has taken up (stress, a dot), tatweel, Arabic vowel signs, signs
# of no width, the tone marks of Thai and Lao, which tokenizers split at, and halves of characters.
_SILENT = re.compile(
    "[\u00ad\u0300-\u036f\u0640\u064b-\u065f\u0670\u200b-\u200f\u2060\ufeff"
    "\u0e47-\u0e4e\u0ec8-\u0ece\ud800-\udfff]"
)
_UNSPACED = re.compile(
    "[\u0e01-\u0e4d\u0e81-\u0edf\u1100-\u11ff\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa"
    "\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
    "\U00020000-\U0003134f]+"
)
_IN_A_WORD = re.compile("(?<=[\u0430-\u045f\u0491])['’ʼ`](?=[\u0430-\u045f\u0491])")
_ARABIC = str.maketrans("أإآٱىة", "اااايه")
_PORTUGUESE = re.compile(r"(?:ções|[cç]oes|cao|ção)\b"), re.compile(r"[õã]es\b")


def group_of(language: str | None) -> str:
    """The group in which a language (BCP 47, e.g. ``pt-BR``) is stemmed: its code, or OTHER."""
    code = re.split("[-_]", (language or "").strip().lower())[0]
    code = _ALIASES.get(code, code)
    return code if code in GROUPS else OTHER


def spelled(text: str, group: str) -> str:
    """``text`` in lower case and one spelling; scripts without spaces in pairs of characters."""
    text = unicodedata.normalize("NFKC", text).lower()
    if not text.isascii():
        text = _SILENT.sub("", text).replace("ё", "е")
        text = _IN_A_WORD.sub("", text)
        text = _UNSPACED.sub(_pairs, text)
        if group == "ar":
            text = text.translate(_ARABIC)
    if group == "pt":
        # Of -ão, -ões and their spelling without marks, which the stemmer takes for four words.
        text = _PORTUGUESE[1].sub("ão", _PORTUGUESE[0].sub("ção", text))
    return text


def _pairs(run: re.Match[str]) -> str:
    signs = run[0]
    if len(signs) == 1:
        return f" {signs} "
    return " " + " ".join(map("".join, pairwise(signs))) + " "
