"""What a language model wrote, as sentences with the numbers that they cite."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.writing.written import read_written


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank [1]. Nobody died [2].",
        "The ferry sank. [1] Nobody died. [2]",
        "The ferry sank.[1] Nobody died.[2]",
        "The ferry sank [1] Nobody died. [2]",
        "- The ferry sank [1].\n- Nobody died [2].",
        "1. The ferry sank [1].\n2. Nobody died [2].",
        "**The ferry sank** [1].\n\nNobody died 【2】.",
        "The fer\u200bry sank\x1b [1].\r\nNobody died [ 2 ].",
    ],
)
def test_a_sentence_has_the_numbers_that_stand_at_its_end(text: str) -> None:
    read = [(one.text.rstrip("."), one.cites) for one in read_written(text.replace("\u200b", ""))]
    assert read == [("The ferry sank", (1,)), ("Nobody died", (2,))]


def test_numbers_may_stand_together_or_within_and_count_once() -> None:
    (one,) = read_written("The ferry [3] sank on Monday [1, 2][3].")
    assert (one.text, one.cites) == ("The ferry sank on Monday.", (3, 1, 2))


def test_a_sentence_without_a_number_cites_nothing() -> None:
    assert [one.cites for one in read_written("It sank. Nobody died [1].")] == [(), (1,)]


def test_a_number_of_years_is_no_citation() -> None:
    (one,) = read_written("It sank in (2031) [1].")
    assert one.cites == (1,)


def test_numbers_alone_are_no_sentence() -> None:
    assert read_written("[1] [2]\n\n[3].") == ()


def test_what_steers_a_terminal_or_turns_the_text_round_is_gone() -> None:
    (one,) = read_written("It \x1b[31msank\u202e [1].")
    assert "\x1b" not in one.text
    assert "\u202e" not in one.text


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    for one in read_written(text):
        assert one.text
        assert "\n" not in one.text
