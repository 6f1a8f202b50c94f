"""Replies laid out for the terminal."""

import io
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from bot.commands.terminal_text import print_reply
from bot.conversation import Reply, Said
from bot.words import texts
from bot.words.saying import say
from retrieval.outcomes import Form
from tests.bot.samples import (
    NOBODY,
    SANK,
    SIXTY,
    VALVE,
    answer,
    article,
    citation,
    headline,
    refusal,
)

HOSTILE = "[bold]Ferry[/bold] :ship: \x1b[2Jsinks\r\x07 at\tberth \x9b31m[/]"
ORDERS = ("\x1b[2J", "\r", "\x07", "\t", "\x9b")
SHOWN = "[bold]Ferry[/bold] :ship: [2Jsinks at berth 31m[/]"


def printed(reply: Reply, old_after_days: int = 7, width: int = 80) -> str:
    """What is printed where there is no terminal."""
    file = io.StringIO()
    print_reply(Console(file=file, width=width, highlight=False), reply, old_after_days)
    return file.getvalue()


def on_terminal(reply: Reply, width: int = 80) -> str:
    """What is printed in a terminal, colours included."""
    file = io.StringIO()
    console = Console(
        file=file,
        width=width,
        highlight=False,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        _environ={},
    )
    print_reply(console, reply, 7)
    return file.getvalue()


def test_an_answer_is_its_quotes_and_then_its_sources() -> None:
    other = article(id="car", title="Sixty cars", url="https://kelp.example/c", outlet="Kelp Daily")
    quotes = (citation(article(), SANK), citation(other, SIXTY, number=2))

    assert printed(answer(*quotes)) == (
        f"{SANK} [1]\n{SIXTY} [2]\n"
        "\n"
        "[1] Ferry sinks at berth\n"
        "    The Tidewater Post · Ann Reed · 9 May 2031\n"
        "    https://news.tidewater.example/ferry\n"
        "[2] Sixty cars\n"
        "    Kelp Daily · Ann Reed · 9 May 2031\n"
        "    https://kelp.example/c\n"
    )


def test_an_article_quoted_twice_is_one_source() -> None:
    said = printed(answer(citation(article(), SANK), citation(article(), NOBODY)))

    assert said.startswith(f"{SANK} {NOBODY} [1]\n")
    assert said.count("Ferry sinks at berth") == 1


def test_a_quote_over_a_line_break_is_one_line() -> None:
    broken = article(body="The ferry\nsank. Nobody was aboard.")

    assert printed(answer(citation(broken, "The ferry\nsank."))).startswith("The ferry sank. [1]\n")


def test_what_is_unknown_is_said_to_be_and_no_empty_link_is_shown() -> None:
    bare = article(url=None, outlet=None, byline=None, published=None)

    assert printed(answer(citation(bare, SANK))).endswith("\n    outlet unknown · undated\n")


@pytest.mark.parametrize(("days", "told"), [(7, True), (8, False)])
def test_the_end_of_an_old_corpus_is_told_last(days: int, told: bool) -> None:
    old = answer(citation(article(), SANK), newest=date(2031, 5, 2))

    assert (
        printed(old, days).endswith("\n\nThe newest article I have is from 2 May 2031.\n") == told
    )


def test_a_refusal_shows_the_nearest_headlines() -> None:
    near = (headline(), headline("Whale seen", outlet=None, published=None, url=None))

    assert printed(refusal(*near)) == (
        "The articles I have do not say.\n"
        "I searched 3 articles; the newest I have is from 9 May 2031.\n"
        "Nearest headlines:\n"
        "• Ferry sinks at berth (The Tidewater Post · 9 May 2031)\n"
        "  https://news.tidewater.example/ferry\n"
        "• Whale seen (outlet unknown · undated)\n"
    )


def test_a_refusal_with_nothing_near_shows_no_list() -> None:
    assert "Nearest" not in printed(refusal())


def test_the_bots_own_words_keep_their_paragraphs() -> None:
    assert printed(Said(texts.help_text()), width=500) == f"{texts.help_text()}\n"


@pytest.mark.parametrize(
    "reply",
    [
        answer(citation(article(title=HOSTILE), SANK)),
        answer(citation(article(body=f"{HOSTILE}. B."), f"{HOSTILE}.")),
        answer(citation(article(body=f"{HOSTILE}. B."), f"{HOSTILE}.", answering=("at\tberth",))),
        answer(citation(article(), SANK, brackets=(("Island", HOSTILE),))),
        answer(citation(article(outlet=HOSTILE), SANK)),
        answer(citation(article(outlet=HOSTILE), SANK), form=Form.DIFFERING),
        answer(citation(article(byline=HOSTILE), SANK)),
        answer(citation(article(url=HOSTILE), SANK)),
        refusal(headline(HOSTILE)),
        refusal(headline(outlet=HOSTILE)),
        refusal(headline(url=HOSTILE)),
        Said(f"I have read 3 articles.\n• {HOSTILE}: 3 articles"),
    ],
    ids=[
        "title",
        "quote",
        "words",
        "bracket",
        "outlet",
        "label",
        "byline",
        "url",
        "near",
        "near-outlet",
        "near-url",
        "said",
    ],
)
def test_an_article_cannot_give_orders_to_the_terminal(reply: Reply) -> None:
    """Neither rich's markup nor the terminal's own sequences are obeyed."""
    said = printed(reply)

    assert SHOWN in said
    assert {c for c in said if not c.isprintable()} == {"\n"}
    in_colour = on_terminal(reply)
    assert [order for order in ORDERS if order in in_colour] == []


def test_without_a_terminal_there_is_no_colour_and_no_line_is_broken() -> None:
    long = "The ferry sank. " * 20

    said = printed(answer(citation(article(body=f"{long}B."), long.strip())), width=40)

    assert said.splitlines()[0] == f"{long.strip()} [1]"
    assert "\x1b" not in said


@pytest.mark.parametrize(("width", "widest"), [(40, 40), (300, 100)])
def test_in_a_terminal_lines_fit_it_and_are_never_too_long_to_read(width: int, widest: int) -> None:
    lines = on_terminal(Said("ferry " * 100), width).splitlines()

    assert widest - len("ferry ") <= max(map(len, lines)) <= widest


def test_each_form_is_laid_out_as_it_is_read() -> None:
    quotes = (
        citation(article(), SANK, brackets=(("Island", "off Tarn"),)),
        citation(article(id="b", outlet=None, published=None), SIXTY, number=2),
    )
    sank = SANK.replace("Island", "Island [off Tarn]")

    def head(form: Form, *, closest: bool = False) -> str:
        return printed(answer(*quotes, form=form, closest=closest)).partition("\n\n")[0]

    assert head(Form.SENTENCES, closest=True) == (f"The closest I found:\n{sank} [1]\n{SIXTY} [2]")
    assert head(Form.LIST) == f"• {sank} [1]\n• {SIXTY} [2]"
    assert head(Form.TIMELINE) == f"9 May 2031 — {sank} [1]\nundated — {SIXTY} [2]"
    assert head(Form.DIFFERING) == (
        "The articles differ:\n"
        f"The Tidewater Post, 9 May 2031: {sank} [1]\n"
        f"outlet unknown, undated: {SIXTY} [2]"
    )


def test_in_a_terminal_the_words_that_answer_are_bold_where_they_are_known() -> None:
    quotes = (citation(article(), VALVE, answering=("a valve",)), citation(article(), NOBODY))

    said = on_terminal(answer(*quotes))

    assert "blamed \x1b[1ma valve\x1b[0m that" in said
    assert said.count("\x1b[1m") == 1


def test_in_a_terminal_the_day_of_a_timeline_is_dim_and_its_sentence_is_not() -> None:
    told = citation(article(), NOBODY, answering=("Nobody",))

    said = on_terminal(answer(told, form=Form.TIMELINE))

    assert "\x1b[2m9 May 2031\x1b[0m — \x1b[1mNobody\x1b[0m was aboard." in said


def test_in_a_terminal_the_quote_is_bold_and_the_address_is_a_link() -> None:
    said = on_terminal(answer(citation(article(url="https://tidewater.example/a b"), SANK)))

    assert f"\x1b[1m{SANK}\x1b[0m" in said
    assert ";https://tidewater.example/a b\x1b\\" in said


def test_what_a_language_model_phrased_has_its_quotes_under_their_sources() -> None:
    made = replace(
        answer(citation(article(), SANK), citation(article(), NOBODY)),
        text=f"It sank. [1] {HOSTILE}",
        written=True,
    )

    said = printed(made)
    assert said.startswith(
        f"It sank. [1] {SHOWN}\n\n{say('written')}\n\n[1] Ferry sinks at berth\n"
    )
    assert said.endswith(f"/ferry\n    “{SANK}”\n    “{NOBODY}”\n")
