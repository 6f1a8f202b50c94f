"""Turns away what is no question before anything is searched."""

import unicodedata

from retrieval.outcomes import Reason

LONGEST_QUESTION = 1000
"""Characters; a question this long is a pasted text, and the encoder would not read its end."""


def reason_not_to_search(text: str) -> Reason | None:
    """Why ``text`` cannot be searched for, or None when it can."""
    if len(text) > LONGEST_QUESTION:
        return Reason.TOO_LONG
    if not any(unicodedata.category(character)[0] in "LN" for character in text):
        return Reason.NOT_A_QUESTION
    return None
