import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.paragraphs import is_finished, is_heading, rejoin


@pytest.mark.parametrize(
    "paragraph",
    [
        "He left.",
        "He left!",
        "Why?",
        "He said:",
        "“He left.”",
        "“He left,”",
        "他走了。",
        "(So.)",
        "…",
    ],
)
def test_a_paragraph_that_ends_as_a_sentence_is_finished(paragraph: str) -> None:
    assert is_finished(paragraph)


@pytest.mark.parametrize("paragraph", ["", "Harbour plans", "the invasion of", "'No limits'", "a,"])
def test_a_paragraph_that_stops_short_is_not_finished(paragraph: str) -> None:
    assert not is_finished(paragraph)


def test_a_short_unfinished_line_before_a_new_start_is_a_heading() -> None:
    assert is_heading("Harbour plans", "The quay closes.")


@pytest.mark.parametrize(
    ("paragraph", "following"),
    [
        ("The quay closes.", "The ferry left."),
        ("Harbour plans", ""),
        ("Harbour plans", "were made."),
        ("The invasion of", "Ondra failed."),
        ("Die Brücke und", "Der Kai sind zu."),
        ("Harbour plans,", "The quay closes."),
        ("Harbour plans —", "The quay closes."),
        ("one two three four five six seven eight nine ten eleven twelve thirteen", "The quay."),
    ],
)
def test_a_line_that_goes_on_or_has_nothing_under_it_is_no_heading(
    paragraph: str, following: str
) -> None:
    assert not is_heading(paragraph, following)


def test_a_heading_may_have_twelve_words() -> None:
    assert is_heading("One two three four five six seven eight nine ten eleven twelve", "The quay.")


def test_a_sentence_broken_over_paragraphs_is_joined() -> None:
    assert rejoin(["The ferry of", "Port Ondra and", "Westhaven left.", "He waved."]) == [
        "The ferry of Port Ondra and Westhaven left.",
        "He waved.",
    ]


def test_a_heading_is_not_glued_to_what_follows() -> None:
    paragraphs = ["He waved.", "Harbour plans", "The quay closes."]
    assert rejoin(paragraphs) == paragraphs


def test_an_unfinished_last_paragraph_stays() -> None:
    assert rejoin(["He waved.", "The ferry of"]) == ["He waved.", "The ferry of"]


LINES = st.sampled_from(["He left.", "The ferry of", "went on", "A heading", "Another, and,"])


@given(st.lists(LINES))
def test_joining_loses_no_word_and_changes_nothing_done_twice(paragraphs: list[str]) -> None:
    joined = rejoin(paragraphs)
    assert " ".join(joined) == " ".join(paragraphs)
    assert rejoin(joined) == joined
