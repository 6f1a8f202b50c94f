"""Names of several words in a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.names import names_in, rarity


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Who is Tove Lind?", ("Tove Lind",)),
        ("Tove Lind said what?", ("Tove Lind",)),
        (
            "What did Odd Brenn tell the Harbour Workers' Union?",
            ("Odd Brenn", "Harbour Workers' Union"),
        ),
        ("When was the Bank of Ondra founded?", ("Bank of Ondra",)),
        ("Who leads Port Ondra’s council, and who Vell?", ("Port Ondra",)),
        ("Кто такой Олег Ставин?", ("Олег Ставин",)),
        ("Wer ist Uwe Karsten?", ("Uwe Karsten",)),
        ("Who sank?", ()),
        ("What happened? The ferry sank.", ()),
        ("In May, Ondra and Vell", ()),
        ("who is tove lind", ()),
        ("谁是图韦?", ()),
    ],
)
def test_words_with_capitals_side_by_side_are_a_name(question: str, names: tuple[str, ...]) -> None:
    assert names_in(question) == names


def test_five_names_at_most_each_once() -> None:
    many = " and ".join(f"Ann{letter} Reed" for letter in "abcdefg")
    assert len(names_in(many)) == 5
    assert names_in("Ann Reed met Ann Reed") == ("Ann Reed",)


def test_a_rarer_name_tells_more() -> None:
    assert rarity(1, 10_000) == 1.0
    assert rarity(100, 10_000) == pytest.approx(0.25)
    assert rarity(10_000, 10_000) == 0.0
    assert rarity(5, 1) == 1.0
    assert rarity(0, 50) == 1.0


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert all(" " in name for name in names_in(text))
