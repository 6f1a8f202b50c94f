"""Which wording a text is read with: told by its script, and by its language within Latin."""

from index.languages import main_language
from retrieval.composing.wording.english import ENGLISH
from retrieval.composing.wording.french import FRENCH
from retrieval.composing.wording.german import GERMAN
from retrieval.composing.wording.portuguese import PORTUGUESE
from retrieval.composing.wording.slavic import SLAVIC
from retrieval.composing.wording.spanish import SPANISH
from retrieval.composing.wording.wording import Wording

_LATIN = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH, "pt": PORTUGUESE}
_ENOUGH = 2000
"""Characters that tell a language; a passage that is shorter has been told before, and is kept."""


def wording_of(text: str) -> Wording:
    """The wording for a text in an alphabet."""
    letters = [character for character in text[:400] if character.isalpha()]
    if sum("\u0400" <= one <= "\u052f" for one in letters) * 2 > len(letters):
        return SLAVIC
    return _LATIN.get(main_language(text[:_ENOUGH]), ENGLISH)
