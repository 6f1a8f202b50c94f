"""Characters no reader could see are taken out; ends of lines are all the same."""

import pytest

from index.readers.characters import plain


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("Harbour\x00 opens\x07\x9d", "Harbour opens"),
        ("\ufeffHarbour", "Harbour"),
        ("a\r\nb\rc\x85d\u2028e\x0cf", "a\nb\nc\nd\ne\nf"),
        ("a\tb\u00a0c", "a\tb\u00a0c"),
        ("\ud83d\ude00 \ud83d", "\U0001f600 \ufffd"),
        ("\u200fشارع", "\u200fشارع"),
    ],
)
def test_plain(given: str, made: str) -> None:
    assert plain(given) == made
