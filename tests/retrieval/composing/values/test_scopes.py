"""What a value is counted of."""

import pytest

from retrieval.composing.values.scopes import same_scope, scope_at, scope_of
from retrieval.composing.values.words import words_for
from retrieval.times.folding import fold


def _lot(text: str, number: str, language: str = "en") -> tuple[str | None, ...]:
    words, folded = words_for(language), fold(text)
    assert words
    start = folded.index(number)
    return scope_at(folded, start, start + len(number), words)


@pytest.mark.parametrize(
    ("language", "text", "number", "lot"),
    [
        ("en", "14 were killed and 30 injured", "14", "dead"),
        ("en", "14 were killed and 30 injured", "30", "hurt"),
        ("en", "it killed 14 and injured 30", "30", "hurt"),
        ("en", "it killed 14 people, 3 in Tarn", "3", "dead"),
        ("en", "with 14 at work, none was killed", "14", "dead"),
        ("zh", "14人死亡、30人受伤", "30", "hurt"),
        ("ru", "погибли 14 человек, 30 ранены", "30", "hurt"),
        ("ar", "قتل 14 شخصا وأصيب 30", "30", "hurt"),
    ],
)
def test_the_word_of_its_part_counts(language: str, text: str, number: str, lot: str) -> None:
    assert _lot(text, number, language)[0] == lot


def test_women_are_told_from_people() -> None:
    asked = (None, None, None, None)
    assert not same_scope(_lot("9 women", "9"), _lot("9 people", "9"), asked)


def test_the_lot_asked_for_must_be_said_on_both_sides() -> None:
    words = words_for("en")
    assert words
    asked = scope_of("how many were killed", words)
    dead, hurt = _lot("14 killed", "14"), _lot("14 hurt", "14")
    assert same_scope(dead, dead, asked)
    assert not same_scope(hurt, hurt, asked)
    assert not same_scope(dead, hurt, asked)


def test_a_place_on_one_side_alone_is_no_other_scope() -> None:
    asked = (None, None, None, None)
    town, none = _lot("14 in the town", "14"), _lot("14 there", "14")
    assert same_scope(town, none, asked)
    assert not same_scope(town, _lot("14 in the province", "14"), asked)
