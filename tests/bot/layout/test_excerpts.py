"""Excerpts hold so many words and no more, whatever the language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.layout.excerpts import Excerpt, count_words, excerpt, joined

BODY = "one two three four five six seven"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry sank.", 3),
        ("Паром затонул — вчера", 4),
        ("渡轮沉没了", 3),
        ("渡轮 sank 了", 3),
        ("  ", 0),
    ],
)
def test_words_are_counted_with_and_without_spaces(text: str, words: int) -> None:
    assert count_words(text, [(0, len(text))]) == words


@pytest.mark.parametrize(
    ("left", "shown", "cut"),
    [
        (7, BODY, False),
        (4, "one two three four", True),
        (1, "one", True),
        (0, "", True),
    ],
)
def test_what_is_over_is_left_out(left: int, shown: str, cut: bool) -> None:
    found = excerpt(BODY, [], [(0, len(BODY))], [], left)

    assert ("".join(BODY[start:end] for start, end in found.parts), found.cut) == (shown, cut)


def test_quotes_stand_there_in_any_case() -> None:
    quote = (BODY.index("six"), len(BODY))

    assert excerpt(BODY, [quote], [(0, len(BODY))], [quote], 0) == Excerpt((quote,), True)


def test_what_was_shown_before_costs_nothing() -> None:
    before = (0, len("one two"))

    found = excerpt(BODY, [], [(0, len(BODY))], [before], 1)

    assert found == Excerpt(((0, len("one two three")),), True)


SPANS = st.lists(
    st.tuples(st.integers(0, len(BODY)), st.integers(0, len(BODY))).map(
        lambda two: (min(two), max(two))
    ),
    max_size=4,
)


@given(SPANS, SPANS, st.integers(0, 8))
def test_never_more_words_than_allowed(
    quotes: list[tuple[int, int]], wanted: list[tuple[int, int]], left: int
) -> None:
    quoted = joined(quotes)
    found = excerpt(BODY, quoted, wanted, quoted, left)

    whole = sum(
        any(start < at + len(word) and at < end for start, end in found.parts)
        for word in BODY.split()
        for at in [BODY.index(word)]
        if not any(start < at + len(word) and at < end for start, end in quoted)
    )
    assert whole <= left
    characters = {at for start, end in found.parts for at in range(start, end)}
    assert characters >= {at for start, end in quoted for at in range(start, end)}
    if not found.cut:
        assert characters >= {at for start, end in wanted for at in range(start, end)}
    assert found.parts == joined(found.parts)
