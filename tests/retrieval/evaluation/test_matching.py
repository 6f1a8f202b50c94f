"""How texts are compared when answers are looked for."""

import pytest

from retrieval.evaluation.matching import contains, is_comparable, normalised


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Forty  Lorries!", " forty lorries "),
        ("$1.5 billion", " 1 5 billion "),
        ("<p class='x'>The <b>Ferry</b></p>", " the ferry "),
        ("one<br>two", " one two "),
        ("salt&nbsp;&amp; pepper &#8212; &#x41;", " salt pepper "),
        ("3 < 5 and 7 > 6", " 3 5 and 7 6 "),
        ("Café-bar", " caf bar "),
        ("", " "),
    ],
)
def test_texts_are_normalised(text: str, plain: str) -> None:
    assert normalised(text) == plain


@pytest.mark.parametrize(
    ("text", "answer", "is_there"),
    [
        ("It carried FORTY-LORRIES of herring.", "forty lorries", True),
        ("It carried forty lorries", "forty lorries", True),
        ("It took 40 minutes.", "4", False),
        ("A carpet was sold.", "car", False),
        ("The U.S. won", "u s", True),
        ("Паром «Хальвард» вышел в море.", "хальвард", True),
        ("Паром вышел в море.", "Хальвард", False),
        ("渡船は東京都を出た。", "東京", True),
    ],
)
def test_an_answer_is_found_as_whole_words(text: str, answer: str, *, is_there: bool) -> None:
    assert contains(text, answer) is is_there


def test_an_answer_of_signs_alone_cannot_be_looked_for() -> None:
    assert not is_comparable("§ – !")
    assert is_comparable("7")
    assert is_comparable("東京")
