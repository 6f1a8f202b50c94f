"""The cards of an inline query, and what choosing one sends."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.inline.inline_cards import (
    LONGEST_SNIPPET,
    LONGEST_TITLE,
    article_cards,
    message_of,
    refusal_card,
    shared_card,
)
from bot.layout.outgoing import Button, Outgoing
from bot.layout.rich_text import LONGEST_MESSAGE, units
from bot.words.saying import say
from retrieval.article_search import FoundArticle
from retrieval.outcomes import Answer
from tests.bot.samples import BODY, NOBODY, SANK, answer, article, citation, headline, refusal
from tests.botapi.markup import parse_html


def found(title: str = "Ferry sinks at berth", best: str = SANK, **changed: object) -> FoundArticle:
    one = article(title=title, **changed)
    return FoundArticle(best, answer(citation(one, SANK), citation(one, NOBODY)))


def asked(question: str, of: Answer) -> Answer:
    return replace(of, query=replace(of.query, as_asked=question))


def test_a_card_names_headline_outlet_day_and_the_best_sentence() -> None:
    (card,) = article_cards([found()], 7)

    assert card.title == "Ferry sinks at berth"
    assert card.description == f"The Tidewater Post · 9 May 2031\n{SANK}"
    assert card.to_dict()["input_message_content"]["link_preview_options"] == {"is_disabled": True}


def test_choosing_it_sends_question_quotes_and_source() -> None:
    marked = parse_html(message_of(found().answer, 7))

    assert marked.text == (
        f"{say('asked', question='What sank?')}\n\n{SANK} {NOBODY} [1]\n\n"
        "[1] Ferry sinks at berth · The Tidewater Post · 9 May 2031"
    )
    assert ("text_link", "Ferry sinks at berth") in [
        (entity.type, entity.of(marked.text)) for entity in marked.entities
    ]


def test_the_same_has_the_same_id_and_other_things_another() -> None:
    same, again, other = (
        article_cards([one], 7)[0].id for one in (found(), found(), found(id="other"))
    )

    assert same == again != other
    assert 0 < len(same.encode()) <= 64


def test_what_is_found_twice_is_one_card() -> None:
    assert len(article_cards([found(), found()], 7)) == 1


@given(st.text(min_size=1, max_size=600), st.text(max_size=700))
def test_titles_and_snippets_have_their_limits_and_titles_are_not_empty(
    title: str, best: str
) -> None:
    (card,) = article_cards([found(title, best)], 7)

    assert 0 < len(card.title.strip()) <= LONGEST_TITLE
    assert len(card.description or "") <= LONGEST_SNIPPET


@pytest.mark.parametrize("question", ["<b>who</b> & {x}", "line\nline", "🗞" * 128])
def test_whatever_was_typed_is_said_back_as_it_is(question: str) -> None:
    marked = parse_html(message_of(asked(question, found().answer), 7))

    assert marked.text.startswith(f"{say('asked', question=' '.join(question.split()))}\n\n{SANK}")


@pytest.mark.parametrize(("lengths", "shown"), [((3000, 3000), 1), ((9000,), 0)])
def test_quotes_that_find_no_room_are_left_out(lengths: tuple[int, ...], shown: int) -> None:
    quotes = [
        "".join(f"{place}{letter} " for letter in "ab" * (length // 6))[:length].strip()
        for place, length in enumerate(lengths)
    ]
    long = article(body=" ".join(quotes))
    text = parse_html(message_of(answer(*(citation(long, quote) for quote in quotes)), 7)).text

    assert units(text) <= LONGEST_MESSAGE
    assert [quote in text for quote in quotes] == [place < shown for place in range(len(quotes))]
    assert "[1] Ferry sinks at berth" in text


def test_where_nothing_is_found_a_card_says_so() -> None:
    nothing = refusal(headline("Ferry returns"))
    card = refusal_card(nothing, 7)

    assert card.title == "The articles I have do not say."
    assert "I searched 3 articles" in (card.description or "")
    assert "Ferry returns" in (card.description or "")
    text = parse_html(message_of(nothing, 7)).text
    assert text.startswith("Asked: “What swam?”\n\nThe articles I have do not say.\n")


def test_a_shared_answer_is_one_card_with_its_question_and_buttons() -> None:
    link = Button("Open", url="https://news.tidewater.example/ferry")
    card = shared_card("token", "What sank?", Outgoing("<b>x</b>", ((link,),)))

    assert card.title == "What sank?"
    assert card.to_dict()["input_message_content"]["message_text"] == "<b>x</b>"
    assert card.reply_markup is not None
    assert card.reply_markup.inline_keyboard[0][0].url == link.url
    assert shared_card("token", "What sank?", Outgoing("x")).reply_markup is None


def test_no_body_goes_along() -> None:
    assert BODY not in article_cards([found()], 7)[0].to_json()
