"""Outlets and authors named in a question, of those that the corpus has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.sources import KnownSources, NamedSources, read_sources

KNOWN = KnownSources.of(
    ["Kelp Daily", "The Tidewater Post", "Time", "Ondra Wire"],
    ["Ann Reed", "Odd Brenn and Tove Lind", "Staff"],
)
POST, KELP = frozenset({"The Tidewater Post"}), frozenset({"Kelp Daily"})
TIME = frozenset({"Time"})


@pytest.mark.parametrize(
    ("question", "text", "outlets"),
    [
        ("What sank, according to Kelp Daily?", "What sank,?", KELP),
        ("According to the Tidewater Post, what sank?", "what sank?", POST),
        ("What sank in The Tidewater Post?", "What sank?", POST),
        ("Was geschah laut Kelp Daily?", "Was geschah?", KELP),
        ("Selon Kelp Daily, que s'est-il passé ?", "que s'est-il passé?", KELP),
        ("Что случилось по данным Kelp Daily?", "Что случилось?", KELP),
        ("据Ondra Wire报道,发生了什么?", "报道,发生了什么?", frozenset({"Ondra Wire"})),
        ("Is there an article in Time on tides?", "Is there an article on tides?", TIME),
        ("In Kelp Daily, what sank?", "what sank?", KELP),
        ("and in Kelp Daily?", "and?", KELP),
    ],
)
def test_an_outlet_named_as_source_limits(
    question: str, text: str, outlets: frozenset[str]
) -> None:
    assert read_sources(question, KNOWN) == NamedSources(text, outlets)


@pytest.mark.parametrize(
    "question",
    [
        "What sank, according to the harbour master?",
        "Did the ferry sail in time?",
        "Who bought Kelp Daily?",
        "What did Kelp Daily print?",
        "Who won in Tidewater?",
        "Who is on Time's cover?",
        "What was on in Time?",
        "Who was fired from Kelp Daily?",
        "Is there no Kelp Daily in Vell?",
        "According to Time Magnets Limited, who won?",
        "Who watches, according to Time+?",
        "What happened in the kelp daily?",
        "What was written by staff?",
        "What was painted by Ann?",
    ],
)
def test_what_is_no_source_stays_in_the_question(question: str) -> None:
    assert read_sources(question, KNOWN) == NamedSources(question)


def test_an_author_is_found_in_a_byline_of_several() -> None:
    named = read_sources("What was written by Tove Lind on ferries?", KNOWN)
    assert named.bylines == frozenset({"Odd Brenn and Tove Lind"})
    assert named.authors == ("Tove Lind",)
    assert named.text == "What was written on ferries?"


def test_operators_find_sources_by_a_part_of_their_name() -> None:
    assert KNOWN.outlets_called("tidewater") == POST
    assert KNOWN.outlets_called("the tidewater post") == POST
    assert KNOWN.outlets_called("tide") == frozenset()
    assert KNOWN.bylines_of("reed") == frozenset({"Ann Reed"})
    assert KNOWN.bylines_of("") == frozenset()


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    read_sources(text, KNOWN)
    read_sources(f"according to {text}", KNOWN)
