"""Formatted text is packed into messages that Telegram takes, with nothing lost or cut open."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.layout.rich_text import LONGEST_MESSAGE, Block, Run, to_messages, units
from tests.botapi.markup import Marked, parse_html

LINK = "https://news.tidewater.example/?a=1&b=\"2\"<3>'4'"

characters = st.characters(exclude_categories=("Cs", "Cc"))
texts = st.one_of(
    st.text(characters | st.sampled_from(" \n<>&\"';😀"), max_size=60),
    st.builds(
        lambda word, times: word * times,
        st.sampled_from(("ab ", "x", "<&> ", "😀", "😀 😀\n", "&amp;", "\n")),
        st.integers(1, 3000),
    ),
)
runs = st.builds(
    Run, texts, st.booleans(), st.booleans(), st.none() | st.just("https://tidewater.example/a")
)
blocks = st.builds(Block, st.lists(runs, max_size=8).map(tuple), st.booleans())


def parsed(messages: list[str]) -> list[Marked]:
    return [parse_html(message) for message in messages]


def without_space(text: str) -> str:
    return re.sub(r"\s", "", text)


def marked_characters(marked: list[Marked], kind: str) -> str:
    """Everything that is so marked, white space left out: a cut may fall on it."""
    stretches = (e.of(m.text) for m in marked for e in m.entities if e.type == kind)
    return without_space("".join(stretches))


@settings(max_examples=120, deadline=None)
@given(st.lists(blocks, max_size=6))
def test_any_runs_become_messages_that_telegram_takes(given_blocks: list[Block]) -> None:
    messages = to_messages(given_blocks)
    seen = parsed(messages)

    assert all(units(one.text) <= LONGEST_MESSAGE for one in seen)
    assert all(len(one.entities) <= 100 for one in seen)
    assert all(len(message.encode()) <= 32_768 for message in messages)
    assert all(message.strip() for message in messages)
    assert [one.losses for one in seen] == [()] * len(seen)


@settings(max_examples=120, deadline=None)
@given(st.lists(blocks, max_size=6))
def test_nothing_is_lost_or_turned_round_and_formats_stay(given_blocks: list[Block]) -> None:
    seen = parsed(to_messages(given_blocks))

    every = [run for block in given_blocks for run in block.runs]
    assert without_space("".join(one.text for one in seen)) == without_space(
        "".join(run.text for run in every)
    )
    for kind, has in (
        ("bold", lambda run: run.bold),
        ("italic", lambda run: run.italic),
        ("text_link", lambda run: run.link),
    ):
        wanted = without_space("".join(run.text for run in every if has(run)))
        assert marked_characters(seen, kind) == wanted
    quoted = "".join(run.text for block in given_blocks if block.quoted for run in block.runs)
    assert marked_characters(seen, "expandable_blockquote") == without_space(quoted)


def test_what_is_written_as_markup_is_shown_as_it_is_written() -> None:
    (message,) = to_messages([Block((Run("<b>5 < 6 &amp; 'x' \"y\"</b>"),))])

    assert parse_html(message).text == "<b>5 < 6 &amp; 'x' \"y\"</b>"
    assert parse_html(message).entities == ()


def test_a_link_cannot_break_out_of_its_attribute() -> None:
    html = Run("here", link=LINK).html()

    assert html.count("<") == 2
    assert parse_html(html).text == "here"


def test_paragraphs_stand_apart_and_a_quotation_under_its_source() -> None:
    said = [Block((Run("a"),)), Block((Run("b"),)), Block((Run("c"),), quoted=True)]

    assert to_messages(said) == ["a\n\nb\n<blockquote expandable>c</blockquote>"]


def test_two_quotations_stand_apart() -> None:
    said = [Block((Run(letter),), quoted=True) for letter in "ab"]

    assert parse_html(to_messages(said)[0]).text == "a\n\nb"


def test_messages_part_between_paragraphs_while_one_fits() -> None:
    said = [Block((Run(letter * 2000),)) for letter in "abc"]

    assert [without_space(m) for m in to_messages(said)] == ["a" * 2000 + "b" * 2000, "c" * 2000]


def test_a_quotation_takes_its_source_line_along() -> None:
    said = [
        Block((Run("a" * 2000),)),
        Block((Run("source"),)),
        Block((Run("b" * 2500),), quoted=True),
        Block((Run("c" * 2500),), quoted=True),
    ]

    first, second, third = (one.text for one in parsed(to_messages(said)))

    assert first == "a" * 2000
    assert second == "source\n" + "b" * 2500
    assert third == "c" * 2500


def test_a_long_paragraph_is_cut_at_white_space() -> None:
    words = "harbour " * 1000

    pieces = to_messages([Block((Run(words),))])

    assert len(pieces) == 2
    assert all(piece.split() == ["harbour"] * len(piece.split()) for piece in pieces)


def test_a_word_longer_than_a_message_is_cut_all_the_same() -> None:
    assert "".join(to_messages([Block((Run("x" * 9000),))])) == "x" * 9000


def test_a_message_never_holds_half_a_character() -> None:
    pieces = to_messages([Block((Run("😀" * 5000),))])

    assert "".join(pieces) == "😀" * 5000
    assert all(units(piece) <= LONGEST_MESSAGE for piece in pieces)


def test_many_links_are_spread_over_messages() -> None:
    many = tuple(Run(f"[{n}]", link="https://tidewater.example/a") for n in range(250))

    seen = parsed(to_messages([Block(many)]))

    assert sum(len(one.entities) for one in seen) == 250
    assert all(len(one.entities) <= 100 for one in seen)


def test_long_links_do_not_overfill_a_message() -> None:
    link = "https://tidewater.example/" + "a" * 1500
    many = tuple(Run(f"[{n}]", link=link) for n in range(60))

    messages = to_messages([Block(many)])

    for one in parsed(messages):
        assert sum(entity.wire_bytes for entity in one.entities) <= 9_500
    assert sum(len(one.entities) for one in parsed(messages)) == 60


def test_a_link_too_long_for_any_message_leaves_its_text() -> None:
    link = "https://tidewater.example/" + "a" * 20_000

    assert to_messages([Block((Run("Ferry sinks", link=link),))]) == ["Ferry sinks"]


@pytest.mark.parametrize("nothing", [[], [Block(())], [Block((Run(""),))], [Block((Run(" \n"),))]])
def test_nothing_to_say_is_no_message(nothing: list[Block]) -> None:
    assert to_messages(nothing) == []


@pytest.mark.parametrize(("text", "length"), [("", 0), ("aé中", 3), ("😀a", 3)])
def test_length_is_counted_as_telegram_counts_it(text: str, length: int) -> None:
    assert units(text) == length
