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
_KNOWN = {id(one): one.empty | one.general for one in _LATIN}
_NO_SIGN_OF_ONE = words("a no me die was in an")
"""In several languages, and so frequent in one of them that they would mislead."""


def vocabulary_of(text: str, tokens: Sequence[Token], before: Vocabulary = ENGLISH) -> Vocabulary:
    """The vocabulary that knows most of the words; ``before``, that of the chat so far, on a tie.

    A script other than Latin decides by its first letter of the text's small words, so that a name
    in another script does not.
    """
    counts = [sum(first <= token.key[0] <= last for token in tokens) for first, last, _ in _SCRIPTS]
    most = max(counts)
    if most * 2 >= len(tokens) > 0:
        return _SCRIPTS[counts.index(most)][2]

    def weight(one: Vocabulary) -> tuple[float, bool]:
        known = _KNOWN[id(one)]
        seen = sum(t.key in known and t.key not in _NO_SIGN_OF_ONE for t in tokens)
        signs = next((letters for sign, letters in _SIGNS if sign is one), "")
        return seen + any(letter in text for letter in signs), one is before

    return max(_LATIN, key=weight)
