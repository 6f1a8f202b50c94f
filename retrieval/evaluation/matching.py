"""Whether a text contains an answer, as texts are compared when answers are counted."""

import re
import unicodedata

_MARKUP = re.compile(
    r"<!--.*?-->|</?[a-z][^<>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]\w*);", re.IGNORECASE | re.DOTALL
)
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_NO_WORD = re.compile(r"[\W_]+")


def normalised(text: str) -> str:
    """``text`` in lower case without markup, its words of a-z and 0-9 parted by single spaces.

    A space stands at both ends, so that a substring is always a run of whole words.
    """
    return f" {_NOT_PLAIN.sub(' ', _MARKUP.sub(' ', text).lower()).strip()} ".replace("  ", " ")


def contains(text: str, answer: str) -> bool:
    """Whether ``text`` contains ``answer``, both normalised.

    An answer in another script than the Latin one is compared by its own letters, anywhere in the
    text: not all such scripts part their words.
    """
    if _is_other_script(answer):
        return _letters(answer) in _letters(text)
    return normalised(answer) in normalised(text)


def is_comparable(answer: str) -> bool:
    """Whether there is anything in ``answer`` to compare; without, every text would contain it."""
    return _is_other_script(answer) or normalised(answer) != " "


def _is_other_script(text: str) -> bool:
    return any(
        letter.isalpha()
        and not unicodedata.name(letter, "LATIN").startswith(("LATIN", "FULLWIDTH"))
        for letter in text
        if not letter.isascii()
    )


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKC", _MARKUP.sub(" ", text)).casefold()
    return _NO_WORD.sub(" ", folded).strip()
