"""Which vocabulary a text is read with: told by its script, and by its small words within Latin."""

from collections.abc import Sequence

from retrieval.follow_ups.chinese_arabic import ARABIC, CHINESE
from retrieval.follow_ups.english import ENGLISH
from retrieval.follow_ups.german_slavic import CYRILLIC, GERMAN
from retrieval.follow_ups.romance import FRENCH, PORTUGUESE, SPANISH
from retrieval.follow_ups.tokens import Token
from retrieval.follow_ups.vocabulary import Vocabulary, words

_LATIN = (ENGLISH, GERMAN, FRENCH, SPANISH, PORTUGUESE)
_SIGNS = ((GERMAN, "äöüß"), (FRENCH, "èêçùœ"), (SPANISH, "ñ¿¡"), (PORTUGUESE, "ãõ"))
_SCRIPTS = (
    ("\u0400", "\u052f", CYRILLIC),
    ("\u0600", "\u06ff", ARABIC),
    ("\u3400", "\u9fff", CHINESE),
)
_SHARED = words("a no me in an")
"""In several of these languages, and so frequent in one that they would mislead."""
_KNOWN = {id(one): (one.empty | one.general) - _SHARED for one in _LATIN}
_KNOWN[id(ENGLISH)] -= words("die was")


def vocabulary_of(text: str, tokens: Sequence[Token], before: Vocabulary = ENGLISH) -> Vocabulary:
    """The vocabulary that knows most of the words; ``before``, that of the chat so far, on a tie.

    A script other than Latin decides where half of the words are in it.
    """
    counts = [sum(first <= token.key[0] <= last for token in tokens) for first, last, _ in _SCRIPTS]
    most = max(counts)
    if most * 2 >= len(tokens) > 0:
        return _SCRIPTS[counts.index(most)][2]

    def weight(one: Vocabulary) -> tuple[float, bool]:
        known = _KNOWN[id(one)]
        seen = sum(t.key in known for t in tokens)
        signs = next((letters for sign, letters in _SIGNS if sign is one), "")
        return seen + any(letter in text for letter in signs), one is before

    return max(_LATIN, key=weight)
