"""Answers as they are laid out for a group."""

from dataclasses import replace
from datetime import date

import pytest

from bot.layout.compact_blocks import MOST_LINES, compact_blocks
from bot.layout.rich_text import to_messages
from retrieval.outcomes import Answer, Form
from tests.bot.samples import NOBODY, SANK, SECOND, SIXTY, VALVE, answer, article, citation
from tests.botapi.markup import parse_html

ALL = (SANK, NOBODY, VALVE, SECOND, SIXTY)


def seen(shown: Answer) -> str:
    (html,) = to_messages(compact_blocks(shown, 7))
    return parse_html(html).text


def of_many(form: Form) -> Answer:
    """Five quotes, each of an article of its own."""
    cited = [
        citation(article(id=f"ferry{place}", title=f"Headline {place}"), quote, number=place)
        for place, quote in enumerate(ALL, 1)
    ]
    return answer(*cited, form=form)


def test_quotes_come_with_numbers_and_a_line_a_source() -> None:
    ferry = article()
    shown = answer(
        citation(ferry, SANK, within=(SANK, VALVE)),
        citation(article(id="b", title="Valves"), VALVE, number=2),
        citation(ferry, NOBODY),
    )

    assert seen(shown) == (
        f"{SANK} [1]\n{VALVE} [2]\n{NOBODY} [1]\n\n"
        "[1] Ferry sinks at berth · The Tidewater Post · 9 May 2031\n"
        "[2] Valves · The Tidewater Post · 9 May 2031"
    )


def test_no_passage_stands_below() -> None:
    assert VALVE not in seen(answer(citation(article(), SANK, within=(SANK, VALVE))))


def test_what_a_model_wrote_is_left_out() -> None:
    written = replace(answer(citation(article(), SANK)), written=True, text="It went down. [1]")

    assert seen(written).startswith(SANK)
    assert "went down" not in seen(written)


def test_notes_stand_in_one_line() -> None:
    old = answer(citation(article(), SANK), newest=date(2031, 1, 2), closest=True)

    first, *_, last = seen(old).split("\n")
    assert first == "The closest I found:"
    assert last == "The newest article I have is from 2 January 2031."


@pytest.mark.parametrize("form", [Form.LIST, Form.TIMELINE])
@pytest.mark.parametrize("closest", [False, True])
def test_items_are_cut_to_the_lines_there_are_and_it_is_said(form: Form, closest: bool) -> None:
    text = seen(replace(of_many(form), closest=closest))

    shown = sum(quote in text for quote in ALL)
    assert 2 <= shown < 5
    assert f"{5 - shown} more; ask me in private for all of them." in text
    assert len([line for line in text.split("\n") if line]) <= MOST_LINES
    assert f"Headline {shown + 1}" not in text


def test_items_of_one_article_need_no_cut() -> None:
    text = seen(answer(*(citation(article(), quote) for quote in ALL), form=Form.LIST))

    assert "more" not in text
    assert all(quote in text for quote in ALL)


@pytest.mark.parametrize("form", [Form.SENTENCES, Form.DIFFERING])
def test_sentences_that_need_each_other_stay_together(form: Form) -> None:
    assert all(quote in seen(of_many(form)) for quote in ALL)
