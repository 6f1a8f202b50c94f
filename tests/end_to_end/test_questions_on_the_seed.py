"""Questions on the one article that ships, each with the words its first quote must hold."""

from datetime import UTC, date, datetime

import pytest

from bot.composition import Desk
from retrieval.outcomes import Answer, Reason, Refusal

pytestmark = pytest.mark.model

ASKED = datetime(2022, 6, 20, 12, tzinfo=UTC)
ASSURED = ("sovereignty and security",)
ANSWERED = {
    "What did Xi assure Putin of?": ASSURED,
    "How much was trade between China and Russia worth last year?": ("$147 billion",),
    "Which two cities does the new bridge link?": ("Blagoveshchensk", "Heihe"),
    "How old did Xi turn on the day of the call?": ("69th",),
    "Who said China claims to be neutral?": ("a State Department spokesperson",),
    "When did Russia launch its invasion?": ("Feb. 24",),
    "В чём Си заверил Путина?": ASSURED,
    "习近平向普京保证了什么？": ASSURED,
    "¿Qué le aseguró Xi a Putin?": ASSURED,
    "ماذا أكد شي لبوتين؟": ASSURED,
}
REFUSED = (
    "Who won the World Cup?",
    "How many soldiers did China send?",
    "What is the capital of Australia?",
)


@pytest.mark.parametrize(("question", "words"), ANSWERED.items(), ids=ANSWERED)
def test_a_quote_answers(desk: Desk, question: str, words: tuple[str, ...]) -> None:
    outcome = desk.service.ask(question, ASKED)

    assert isinstance(outcome, Answer)
    quotes = [one.quote for one in outcome.citations]
    assert any(all(word in quote for word in words) for quote in quotes), quotes


@pytest.mark.parametrize("question", REFUSED)
def test_what_the_article_does_not_say_is_refused(desk: Desk, question: str) -> None:
    outcome = desk.service.ask(question, ASKED)

    assert isinstance(outcome, Refusal)
    assert outcome.reason is Reason.WEAK_EVIDENCE
    assert [headline.title for headline in outcome.nearest] == [
        "China Vows Support for Russia, Drawing U.S. Ire"
    ]


@pytest.mark.parametrize("question", ANSWERED)
def test_every_quote_stands_in_the_article(desk: Desk, question: str) -> None:
    outcome = desk.service.ask(question, ASKED)

    assert isinstance(outcome, Answer)
    for one in outcome.citations:
        (stored,) = desk.index.articles([one.article.id]).values()
        assert stored.body[one.start : one.end] == one.quote


def test_the_source_is_named_as_the_article_names_it(desk: Desk) -> None:
    outcome = desk.service.ask("What did Xi assure Putin of?", ASKED)

    assert isinstance(outcome, Answer)
    article = outcome.citations[0].article
    assert (article.byline, article.published_day) == ("AFP", date(2022, 6, 15))
    assert article.outlet == "The Moscow Times"
    assert article.url == (
        "https://www.themoscowtimes.com/2022/06/15/"
        "china-vows-support-for-russia-drawing-us-ire-a78010"
    )


def test_before_the_article_was_published_there_is_nothing_to_answer_from(desk: Desk) -> None:
    outcome = desk.service.ask("What did Xi assure Putin of?", datetime(2022, 6, 13, tzinfo=UTC))

    assert isinstance(outcome, Refusal)
    assert outcome.reason is Reason.NOTHING_IN_PERIOD
