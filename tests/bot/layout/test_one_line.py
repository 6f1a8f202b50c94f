"""Quotes on one line, with the words that answer set apart."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.layout.one_line import Stretch, one_line, stretches
from index.articles import Passage
from retrieval.outcomes import Bracket, Citation
from tests.bot.samples import NOBODY, article, citation

bodies = st.text(st.sampled_from("ab \n\u3000[]🙂ж"), min_size=1, max_size=24)


@st.composite
def citations(draw: st.DrawFn) -> Citation:
    """Any quote, words and names, white space anywhere."""
    body = draw(bodies.filter(str.strip))
    places = st.integers(0, len(body))
    start, end = sorted(draw(st.lists(places, min_size=2, max_size=2, unique=True)))
    inside = st.integers(start, end)
    edges = sorted(draw(st.lists(inside, max_size=6)))
    edges = edges[: len(edges) // 2 * 2]
    ats = sorted(draw(st.lists(st.integers(start + 1, end), max_size=3)))
    of = article(body=body)
    return Citation(
        1,
        body[start:end],
        start,
        end,
        Passage(of.id, 0, len(body), body),
        of,
        answering=tuple(zip(edges[::2], edges[1::2], strict=True)),
        brackets=tuple(Bracket(at, "N") for at in ats),
    )


def without_space(text: str) -> str:
    return "".join(text.split())


@given(citations())
def test_the_stretches_joined_are_the_readable_quote_with_all_its_words_that_answer(
    told: Citation,
) -> None:
    made = stretches(told)

    assert "".join(one.text for one in made) == told.readable
    assert all(one.text for one in made)
    words = "".join(told.article.body[start:end] for start, end in told.answering)
    answers = "".join(one.text for one in made if one.answers)
    assert without_space(answers) == without_space(words)


def test_a_quote_without_words_that_answer_is_one_stretch() -> None:
    assert stretches(citation(article(), NOBODY)) == (Stretch(NOBODY),)


def test_a_name_parts_the_words_that_answer() -> None:
    told = citation(article(), NOBODY, answering=("body was",), brackets=(("Nobody", "Ann"),))

    assert stretches(told) == (
        Stretch("No"),
        Stretch("body", True),
        Stretch(" [Ann]"),
        Stretch(" was", True),
        Stretch(" aboard."),
    )


def test_two_names_at_one_place_keep_their_order() -> None:
    both = citation(article(), NOBODY, brackets=(("Nobody", "Ann"), ("Nobody", "Bo")))

    assert "".join(one.text for one in stretches(both)) == "Nobody [Ann] [Bo] was aboard."
    assert stretches(replace(both, brackets=())) == (Stretch(NOBODY),)


def test_white_space_that_meets_is_one_blank() -> None:
    pieces = (Stretch(" \n"), Stretch("a \t", True), Stretch("\n b"), Stretch(" ", True))

    assert one_line(pieces) == (Stretch("a ", True), Stretch("b"))
