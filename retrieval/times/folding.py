"""A question in the plain letters the tables are compared in, every letter at its old place."""

import unicodedata
from functools import lru_cache

# Readers leave out accents, hamzas and the dots of ё; the end of a word tells ة from ه well enough.
_ALIKE = str.maketrans("ёأإآٱىة’‘ʼ`–—−‑،？", "еاااايه''''----,?")


def fold(text: str) -> str:
    """``text`` in small letters without accents and with plain digits; no letter moves."""
    return "".join(map(_fold_letter, text))


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    small = letter.lower().translate(_ALIKE)
    base = unicodedata.normalize("NFD", small)[:1]
    # й and ї are letters of their own, é and ñ are not, for what is compared here.
    folded = base if base.isascii() else small
    return folded if len(folded) == 1 else letter
