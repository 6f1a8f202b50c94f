"""What stands in a question besides words: outlet:, author:, after:, before:, phrases, -word."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.operators import Operators, read_operators


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who sank?", Operators("Who sank?")),
        ("Who sank? outlet:Kelp", Operators("Who sank?", outlets=("Kelp",))),
        ('OUTLET:"Kelp Daily" Who sank?', Operators("Who sank?", outlets=("Kelp Daily",))),
        ("author:roe author: “Ann Reed” ferry", Operators("ferry", authors=("roe", "Ann Reed"))),
        ("ferry after:2031-05-02", Operators("ferry", after=date(2031, 5, 2))),
        ("ferry after:2031-05", Operators("ferry", after=date(2031, 5, 1))),
        ("ferry before:2031", Operators("ferry", before=date(2030, 12, 31))),
        ("after:2031 after:2031-03 x", Operators("x", after=date(2031, 3, 1))),
        ("before:2031-03 before:2032 x", Operators("x", before=date(2031, 2, 28))),
        ("ferry after:someday", Operators("ferry", unread=("after:someday",))),
        ("ferry before:0001", Operators("ferry", unread=("before:0001",))),
        ("ferry after:0001", Operators("ferry", after=date.min)),
        ("ferry before:2031-13", Operators("ferry", unread=("before:2031-13",))),
        (
            'Who said "the valve was open"?',
            Operators("Who said the valve was open ?", phrases=("the valve was open",)),
        ),
        (
            "Кто сказал «клапан открыт»",
            Operators("Кто сказал клапан открыт", phrases=("клапан открыт",)),
        ),
        ("ferry after:2031-05?", Operators("ferry", after=date(2031, 5, 1))),
        (
            "ferry after:2031 before:2030",
            Operators("ferry", unread=("after:2031 before:2030",)),
        ),
        ('war -"peace treaty"', Operators("war", without=("peace treaty",))),
        ("war -Covid-19 –2022", Operators("war", without=("Covid-19", "2022"))),
        ('"a" "a" "!!!" ferry', Operators("a a !!! ferry", phrases=("a",))),
        ("ferry -football", Operators("ferry", without=("football",))),
        ("a well-known ferry, -5 C", Operators("a well-known ferry, -5 C")),
        ('an empty "" phrase', Operators('an empty "" phrase')),
        ("the note: after all", Operators("the note: after all")),
        ("the ratio 3:2", Operators("the ratio 3:2")),
    ],
)
def test_operators_are_taken_out_of_the_question(question: str, expected: Operators) -> None:
    assert read_operators(question) == expected


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert " ".join(read_operators(text).text.split()) == read_operators(text).text
