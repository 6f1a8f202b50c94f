"""Replies laid out for Telegram."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.conversation import Reply, Said
from bot.layout.page_blocks import passages_of
from bot.layout.reply_blocks import answer_blocks, reply_blocks
from bot.layout.rich_text import to_messages
from bot.words.refusal_texts import refusal_lines
from bot.words.saying import say
from retrieval.outcomes import Answer, Form, Reason
from tests.bot.samples import (
    NOBODY,
    SANK,
    SECOND,
    SIXTY,
    VALVE,
    answer,
    article,
    citation,
    headline,
    refusal,
)
from tests.botapi.markup import Marked, parse_html


def seen(reply: Reply, old_after_days: int = 7) -> Marked:
    """What a reader sees of a reply that fits one message."""
    (message,) = to_messages(reply_blocks(reply, old_after_days))
    marked = parse_html(message)
    assert marked.losses == ()
    return marked


def opened(answer: Answer) -> Marked:
    """The same with all of its passages."""
    (message,) = to_messages(answer_blocks(answer, 7, passages_of(answer, 1000)))
    marked = parse_html(message)
    assert marked.losses == ()
    return marked


def stretches(marked: Marked, kind: str) -> list[str]:
    return [entity.of(marked.text) for entity in marked.entities if entity.type == kind]


def test_the_quote_comes_first_with_its_number_linked() -> None:
    marked = seen(answer(citation(article(), SANK)))

    assert marked.text.startswith(f"{SANK} [1]\n\n[1] Ferry sinks at berth\n")
    assert "\nThe Tidewater Post · Ann Reed · 9 May 2031" in marked.text
    assert stretches(marked, "expandable_blockquote") == []
    assert stretches(marked, "text_link") == ["[1]", "Ferry sinks at berth"]
    assert {e.url for e in marked.entities if e.url} == {"https://news.tidewater.example/ferry"}


def test_the_cited_sentence_is_bold_inside_the_whole_passage() -> None:
    marked = opened(answer(citation(article(), NOBODY, within=(SANK, VALVE))))

    assert stretches(marked, "blockquote") == [f"{SANK} {NOBODY} {VALVE}"]
    assert stretches(marked, "bold") == [NOBODY]


def test_one_number_does_for_sentences_that_follow_one_another_in_their_article() -> None:
    def above(*quotes: str) -> str:
        return seen(answer(*(citation(article(), one) for one in quotes))).text.split("\n")[0]

    assert above(SANK, NOBODY) == f"{SANK} {NOBODY} [1]"
    assert above(VALVE, SECOND, SIXTY) == f"{VALVE} {SECOND} {SIXTY} [1]"
    assert above(SANK, VALVE) == f"{SANK} [1] {VALVE} [1]"
    assert above(NOBODY, SANK) == f"{NOBODY} [1] {SANK} [1]"


def test_one_passage_stands_open_and_several_are_folded_so_that_all_sources_are_in_sight() -> None:
    one = opened(answer(citation(article(), NOBODY)))
    two = opened(answer(citation(article(), NOBODY), citation(article(), SECOND)))

    assert (stretches(one, "blockquote"), stretches(one, "expandable_blockquote")) == ([NOBODY], [])
    assert stretches(two, "blockquote") == []
    assert stretches(two, "expandable_blockquote") == [NOBODY, SECOND]


def test_a_headline_without_a_link_is_set_apart_by_being_bold() -> None:
    marked = parse_html(to_messages(answer_blocks(answer(citation(article(url=None), SANK)), 7))[0])

    assert stretches(marked, "bold") == ["Ferry sinks at berth"]


def test_several_quotes_of_one_passage_show_it_once_each_bold_in_the_order_of_the_text() -> None:
    whole = (SANK, VALVE)
    quotes = (citation(article(), VALVE, within=whole), citation(article(), SANK, within=whole))

    marked = opened(answer(*quotes))

    assert marked.text.startswith(f"{VALVE} [1] {SANK} [1]\n")
    assert stretches(marked, "blockquote") == [f"{SANK} {NOBODY} {VALVE}"]
    assert stretches(marked, "bold") == [SANK, VALVE]


def test_only_the_words_that_answer_are_bold_above_and_the_whole_sentence_in_its_passage() -> None:
    told = citation(article(), VALVE, within=(SANK, VALVE), answering=("Odd Brenn", "a valve"))

    marked = opened(answer(told))

    assert marked.text.startswith(f"{VALVE} [1]\n\n")
    assert stretches(marked, "bold") == ["Odd Brenn", "a valve", VALVE]


def test_a_name_in_brackets_stands_above_only_and_is_never_bold() -> None:
    told = citation(
        article(),
        VALVE,
        answering=("master Odd Brenn blamed",),
        brackets=(("Harbour master", "of Quill"), ("Odd Brenn", "<b>Ann</b>")),
    )

    marked = opened(answer(told))

    assert marked.text.startswith(
        "Harbour master [of Quill] Odd Brenn [<b>Ann</b>] blamed a valve that was left open. [1]"
    )
    assert stretches(marked, "bold") == [
        "master",
        " Odd Brenn",
        " blamed",
        VALVE,
    ]
    assert stretches(marked, "blockquote") == [VALVE]


TWO = (
    citation(article(), SANK),
    citation(
        article(id="car", title="Sixty cars", url=None, outlet=None, published=None),
        SIXTY,
        number=2,
        answering=("sixty cars",),
    ),
)


@pytest.mark.parametrize(
    ("form", "above", "labels"),
    [
        (Form.SENTENCES, f"{SANK} [1]\n{SIXTY} [2]", []),
        (Form.LIST, f"• {SANK} [1]\n• {SIXTY} [2]", []),
        (
            Form.TIMELINE,
            f"9 May 2031 — {SANK} [1]\nundated — {SIXTY} [2]",
            ["9 May 2031", "undated"],
        ),
        (
            Form.DIFFERING,
            "The articles differ:\n"
            f"The Tidewater Post, 9 May 2031: {SANK} [1]\n"
            f"outlet unknown, undated: {SIXTY} [2]",
            [
                *("The articles differ:", "The Tidewater Post, 9 May 2031"),
                "outlet unknown, undated",
            ],
        ),
    ],
)
def test_each_form_is_laid_out_as_it_is_read(form: Form, above: str, labels: list[str]) -> None:
    marked = seen(answer(*TWO, form=form))

    assert marked.text.startswith(f"{above}\n\n[1] Ferry sinks at berth\n")
    assert stretches(marked, "italic") == labels
    assert stretches(marked, "bold")[0] == "sixty cars"


@pytest.mark.parametrize(
    ("form", "above"),
    [
        (Form.SENTENCES, "The closest I found:\nThe ferry"),
        (Form.LIST, "The closest I found:\n• The ferry"),
        (Form.DIFFERING, "The closest I found:\nThe articles differ:\nThe Tidewater"),
    ],
)
def test_what_is_only_the_closest_is_said_to_be_on_a_line_of_its_own(
    form: Form, above: str
) -> None:
    assert seen(answer(*TWO, form=form, closest=True)).text.startswith(above)


def test_an_article_quoted_from_two_passages_is_named_once_with_both_and_its_reprints() -> None:
    reprinted = replace(
        citation(article(), SANK, within=(SANK, VALVE)), also_in=(headline(outlet="Kelp Daily"),)
    )
    other = citation(article(id="car", title="Sixty cars"), NOBODY, number=2)
    again = citation(article(), SIXTY, within=(SECOND, SIXTY))

    marked = opened(answer(reprinted, other, again))

    assert marked.text.count("[1] Ferry sinks at berth") == 1
    assert (
        "[1] Ferry sinks at berth\nThe Tidewater Post · Ann Reed · 9 May 2031\n"
        f"also in: Kelp Daily\n{SANK} {NOBODY} {VALVE}\n\n{SECOND} {SIXTY}\n\n[2] Sixty cars\n"
    ) in marked.text


def test_a_sentence_before_its_passage_is_shown_before_it() -> None:
    """As one that was brought in to name who the next one speaks of."""
    quotes = (
        citation(article(), NOBODY, within=(VALVE, VALVE)),
        citation(article(), VALVE, within=(VALVE, VALVE)),
    )

    assert stretches(opened(answer(*quotes)), "blockquote") == [f"{NOBODY} {VALVE}"]


def test_an_answer_of_many_words_and_long_passages_is_kept_whole_in_what_telegram_takes() -> None:
    body = " ".join(f"Ferry number {n} sank on that day." for n in range(1, 41))
    quotes = []
    for number in range(1, 6):
        one = article(id=str(number), body=body, url=f"https://tidewater.example/{'a' * 1500}")
        words = tuple(f"number {n} sank" for n in range(1, 41))
        quotes.append(citation(one, body, number=number, answering=words))

    said = answer(*quotes, form=Form.LIST)
    blocks = answer_blocks(said, 7, passages_of(said, 1000))
    messages = [parse_html(one) for one in to_messages(blocks)]

    assert all(one.losses == () and len(one.entities) <= 100 for one in messages)
    assert sum(len(stretches(one, "bold")) for one in messages) >= 5 * 40 + 5
    text = "\n".join(one.text for one in messages)
    assert text.count("Ferry number 7 sank") == 2 * 5
    sources = [one for one in messages if "Ferry sinks at berth" in one.text]
    assert all("Ferry number 1 " in one.text.rpartition("Ferry sinks")[2] for one in sources)


def test_quotes_of_two_passages_show_both() -> None:
    quotes = (
        citation(article(), SANK, within=(SANK, VALVE)),
        citation(article(), SIXTY, within=(SECOND, SIXTY)),
    )

    passages = stretches(opened(answer(*quotes)), "expandable_blockquote")

    assert passages == [f"{SANK} {NOBODY} {VALVE}", f"{SECOND} {SIXTY}"]


def test_quotes_of_two_articles_carry_their_own_numbers() -> None:
    other = article(id="car", title="Sixty cars", url="https://kelp.example/c", outlet="Kelp Daily")
    quotes = (citation(article(), SANK), citation(other, SIXTY, number=2))

    marked = seen(answer(*quotes))

    assert marked.text.startswith(f"{SANK} [1]\n{SIXTY} [2]\n")
    assert "[2] Sixty cars\nKelp Daily" in marked.text


def test_a_quote_over_a_line_break_is_one_line_above_and_verbatim_below() -> None:
    broken = article(body="The ferry\nsank. Nobody was aboard.")

    marked = opened(answer(citation(broken, "The ferry\nsank.")))

    assert marked.text.startswith("The ferry sank. [1]")
    assert stretches(marked, "blockquote") == ["The ferry\nsank."]


def test_what_is_unknown_is_said_to_be() -> None:
    bare = article(url=None, outlet=None, byline=None, published=None)

    marked = seen(answer(citation(bare, SANK)))

    assert "\noutlet unknown · undated" in marked.text
    assert stretches(marked, "text_link") == []


def test_an_instant_is_shown_as_the_day_the_source_wrote() -> None:
    late = article(published=datetime(2031, 5, 9, 23, 59, tzinfo=UTC))

    assert "9 May 2031" in seen(answer(citation(late, SANK))).text


def test_markup_in_an_article_is_shown_as_text() -> None:
    hostile = article(
        title="<b>Ferry</b> & co",
        body='Crew said "<i>stop</i>" & left. </blockquote> Then <script>x</script>.',
        outlet="<u>Post</u>",
        byline="A & B",
        url='https://tidewater.example/?a=1&b="2"',
    )

    marked = opened(answer(citation(hostile, 'Crew said "<i>stop</i>" & left.')))

    assert marked.text.startswith('Crew said "<i>stop</i>" & left. [1]')
    assert "[1] <b>Ferry</b> & co\n<u>Post</u> · A & B" in marked.text
    assert {e.type for e in marked.entities} == {"text_link", "bold", "blockquote"}


def test_what_was_understood_and_the_end_of_the_corpus_are_one_note() -> None:
    old = answer(citation(article(), SANK), newest=date(2031, 5, 2))
    any_date = replace(old, query=replace(old.query, any_date=True))

    (note,) = stretches(seen(any_date, 7), "italic")
    assert note == "Articles from any date. The newest article I have is from 2 May 2031."


def test_the_end_of_an_old_corpus_is_told_in_italics() -> None:
    old = answer(citation(article(), SANK), newest=date(2031, 5, 2))

    assert stretches(seen(old, 7), "italic") == ["The newest article I have is from 2 May 2031."]
    assert stretches(seen(old, 8), "italic") == []


def test_a_refusal_shows_what_was_searched_and_the_nearest_headlines() -> None:
    near = (headline(), headline("Whale <seen>", outlet=None, published=None, url=None))

    marked = seen(refusal(*near))

    assert marked.text == (
        "The articles I have do not say.\n"
        "I searched 3 articles; the newest I have is from 9 May 2031.\n\n"
        "Nearest headlines:\n"
        "• Ferry sinks at berth\nThe Tidewater Post · 9 May 2031\n"
        "• Whale <seen>\noutlet unknown · undated"
    )
    assert stretches(marked, "text_link") == ["Ferry sinks at berth"]


def test_a_refusal_with_nothing_near_shows_no_list() -> None:
    assert "Nearest" not in seen(refusal()).text


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_to_refuse_has_its_words(reason: Reason) -> None:
    marked = seen(replace(refusal(), reason=reason))

    assert marked.text.startswith(refusal_lines(replace(refusal(), reason=reason))[0])


def test_the_bots_own_words_are_escaped_and_keep_their_paragraphs() -> None:
    assert seen(Said("a < b\n\nc & d\ne")).text == "a < b\n\nc & d\ne"


def test_what_a_language_model_phrased_is_told_so_with_its_numbers_linked_above_the_quotes() -> (
    None
):
    quotes = (citation(article(), NOBODY, within=(SANK, VALVE)),)
    made = replace(answer(*quotes), text="<b>Nobody</b> was on it. [1] So [3].", written=True)

    marked = seen(made)
    assert marked.text.startswith(
        f"<b>Nobody</b> was on it. [1] So [3].\n\n{say('written')}\n\n[1]"
    )
    assert say("written") in stretches(marked, "italic")
    assert stretches(marked, "text_link") == ["[1]", "Ferry sinks at berth"]
    assert stretches(marked, "expandable_blockquote") == [NOBODY]


def test_quotes_are_not_told_to_be_of_a_language_model() -> None:
    assert say("written") not in seen(answer(citation(article(), SANK))).text
