"""Which wording a text is read with: told by its script, and by its language within Latin."""

from index.languages import main_language
from retrieval.composing.wording.english import ENGLISH
from retrieval.composing.wording.german import GERMAN
from retrieval.composing.wording.romance import FRENCH, PORTUGUESE, SPANISH
from retrieval.composing.wording.slavic import SLAVIC
from retrieval.composing.wording.wording import Wording

_LATIN = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH, "pt": PORTUGUESE}


def wording_of(text: str) -> Wording:
    """The wording for a text in an alphabet."""
    letters = [character for character in text if character.isalpha()][:200]
    if sum("\u0400" <= one <= "\u052f" for one in letters) * 2 > len(letters):
        return SLAVIC
    return _LATIN.get(main_language(text), ENGLISH)
