"""What stands in the messages of an answer, where little fits or much has changed."""

from dataclasses import replace

import pytest

from bot.answers.answer_pages import AnswerPages
from bot.layout.keyboards import pages_of
from bot.layout.press_data import View
from bot.layout.rich_text import LONGEST_MESSAGE
from bot.state.database import Database
from bot.state.kept_answers import KeptAnswer, KeptAnswers
from bot.state.shown_words import ShownWords
from bot.words.saying import say
from index.articles import Article
from retrieval.outcomes import Answer, Citation, Form, Hit, Outcome
from tests.bot.samples import (
    BODY,
    NOBODY,
    SANK,
    VALVE,
    FakeIndex,
    answer,
    article,
    citation,
    passage,
    refusal,
    summary,
)
from tests.botapi.markup import parse_html

CHAT = 7


@pytest.fixture
def index() -> FakeIndex:
    return FakeIndex(summary())


@pytest.fixture
def answers(state: Database) -> KeptAnswers:
    return KeptAnswers(state)


@pytest.fixture
def pages(state: Database, answers: KeptAnswers, index: FakeIndex) -> AnswerPages:
    return AnswerPages(answers, ShownWords(state), index, 7)


def kept(answers: KeptAnswers, index: FakeIndex, outcome: Outcome, messages: int = 1) -> KeptAnswer:
    """The outcome as it is kept once it was sent, its articles stored."""
    if isinstance(outcome, Answer):
        cited = [one.article for one in outcome.citations]
        index.stored |= {one.id: one for one in (*cited, *(hit.article for hit in outcome.further))}
    key = answers.keep(CHAT, 1, outcome)
    for message in range(messages):
        answers.bind(key, CHAT, 10 + message)
    found = answers.by_key(key)
    assert found is not None
    return found


def of_five(sentence: str) -> Answer:
    """Five articles that say a long sentence between others."""

    def one(number: int) -> Citation:
        body = f"{'Before. ' * 60}{sentence} {'After. ' * 60}".strip()
        of = article(id=str(number), body=body)
        return citation(of, sentence, number=number, within=(body, body))

    return answer(*map(one, range(1, 6)), form=Form.LIST)


def long_article() -> Article:
    return article(id="long", body=f"{'x' * 60} " * 300 + "end.")


def test_without_a_kept_answer_there_are_no_buttons(pages: AnswerPages) -> None:
    (message,) = pages.first(answer(citation(article(), SANK)), CHAT, 1)

    assert (message.keyboard, message.answer) == ((), None)


def test_only_the_last_message_has_buttons_and_all_are_part_of_the_answer(
    pages: AnswerPages, answers: KeptAnswers, index: FakeIndex
) -> None:
    outcome = of_five(f"It {'x' * 1500} sank.")
    key = kept(answers, index, outcome).key

    messages = pages.first(outcome, CHAT, 1)

    assert len(messages) > 1
    assert [bool(one.keyboard) for one in messages] == [False] * (len(messages) - 1) + [True]
    assert {one.answer for one in messages} == {key}


def test_back_on_the_answer_its_last_message_reads_as_it_was_sent(
    pages: AnswerPages, answers: KeptAnswers, index: FakeIndex
) -> None:
    outcome = of_five(f"It {'x' * 1500} sank.")
    messages = pages.first(outcome, CHAT, 1)
    again = kept(answers, index, outcome, len(messages))

    assert pages.page(again, View()).html == messages[-1].html


def test_around_quotes_as_much_is_shown_as_fits_into_the_message(
    pages: AnswerPages, answers: KeptAnswers, index: FakeIndex
) -> None:
    outcome = of_five("It sank.")
    full = pages.page(kept(answers, index, outcome), View(1, full=True))

    seen = parse_html(full.html)
    assert len(seen.text) <= LONGEST_MESSAGE
    assert seen.text.count("It sank.") == 2 * 5
    assert seen.text.count("Before. Before.") >= 5
    assert seen.text.count(say("rest-linked")) == 5
    assert seen.losses == ()


def test_what_cannot_stand_in_one_message_says_so(
    pages: AnswerPages, answers: KeptAnswers, index: FakeIndex
) -> None:
    outcome = of_five(f"It {'x' * 1500} sank.")

    html = pages.page(kept(answers, index, outcome), View(1, full=True)).html

    assert len(parse_html(html).text) <= LONGEST_MESSAGE
    assert say("rest-left-out") in html


def test_a_further_passage_is_cut_to_one_message(
    pages: AnswerPages, answers: KeptAnswers, index: FakeIndex
) -> None:
    far = long_article()
    hit = Hit(1, passage(far, far.body, far.body), far, 0.5, None, None)
    outcome = replace(answer(citation(article(), SANK)), further=(hit,))

    seen = parse_html(pages.page(kept(answers, index, outcome), View(2)).html)

    assert len(seen.text) <= LONGEST_MESSAGE
    assert seen.text.endswith(say("rest-linked"))


def test_where_all_that_may_be_shown_was_shown_the_article_is_named(
    state: Database, answers: KeptAnswers, index: FakeIndex
) -> None:
    pages = AnswerPages(answers, ShownWords(state, 0), index, 7)
    other = article(id="other", title="Other", url=None)
    hit = Hit(1, passage(other, SANK, SANK), other, 0.5, None, None)
    outcome = replace(answer(citation(article(), NOBODY, within=(SANK, VALVE))), further=(hit,))
    again = kept(answers, index, outcome)

    assert parse_html(pages.page(again, View(2)).html).text == (
        "Also found, 2 of 2\nOther\nThe Tidewater Post · Ann Reed · 9 May 2031\n\n"
        "… the rest is in the article"
    )
    full = parse_html(pages.page(again, View(1, full=True)).html).text
    assert full.endswith(f"\n{NOBODY} … the rest is behind the link")
    assert SANK not in full


def test_a_page_that_there_is_no_longer_is_the_last_there_is(
    pages: AnswerPages, answers: KeptAnswers, index: FakeIndex
) -> None:
    again = kept(answers, index, answer(citation(article(), SANK)))

    assert pages_of(again) == 1
    assert pages.page(again, View(4)) == pages.page(again, View())
    assert pages.keyboard(again, View(4)) == pages.keyboard(again, View())


def test_a_page_and_its_buttons_alone_agree(
    pages: AnswerPages, answers: KeptAnswers, index: FakeIndex
) -> None:
    other = article(id="other", url="https://kelp.example/2")
    hit = Hit(1, passage(other, SANK, SANK), other, 0.5, None, None)
    outcome = replace(answer(citation(article(), SANK)), further=(hit,))
    again = kept(answers, index, outcome)
    views = (View(), View(1, full=True), View(2))

    def agree() -> bool:
        return all(
            pages.page(again, view).keyboard == pages.keyboard(again, view) for view in views
        )

    assert agree()
    index.stored["other"] = replace(other, body=f"{BODY} More.")
    assert agree()
    index.stored.clear()
    assert agree()


def test_a_refusal_reads_as_it_was_sent(
    pages: AnswerPages, answers: KeptAnswers, index: FakeIndex
) -> None:
    again = kept(answers, index, refusal())
    (message,) = pages.first(refusal(), CHAT, 1)

    assert pages.page(again, View()) == message
    assert pages.keyboard(again, View()) == message.keyboard
