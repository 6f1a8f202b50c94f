"""The sentences the bot says of itself."""

from datetime import UTC, date, datetime

import pytest

from bot import texts
from index.articles import Published
from index.languages import main_language
from index.stored import CorpusSummary
from retrieval.guarding import LONGEST_QUESTION
from retrieval.outcomes import Reason, Searched
from tests.bot.samples import ASKED, SANK, answer, article, citation, refusal, summary


def test_a_reader_is_told_for_how_long_messages_are_kept() -> None:
    assert "deleted after 30 days" in texts.privacy(30)
    assert "deleted after 1 day." in texts.privacy(1)
    assert texts.privacy(None) == texts.PRIVACY
    assert "kept" not in texts.PRIVACY


@pytest.mark.parametrize(
    ("corpus", "said"),
    [
        (summary(0), "I have no articles to answer from yet."),
        (summary(2, None, None), "I have read 2 articles, all undated."),
        (summary(1, ASKED.date()), "I have read 1 article, of 10 May 2031."),
        (summary(1234), "I have read 1,234 articles, from 2 January 2031 to 10 May 2031."),
    ],
)
def test_the_reach_of_a_corpus(corpus: CorpusSummary, said: str) -> None:
    assert texts.reach(corpus) == said
    assert texts.start(corpus).endswith(said)


@pytest.mark.parametrize(
    ("published", "said"),
    [
        (None, "undated"),
        (date(2031, 5, 9), "9 May 2031"),
        (datetime(2031, 12, 31, 23, 59, tzinfo=UTC), "31 December 2031"),
    ],
)
def test_a_day_is_the_articles_own(published: Published, said: str) -> None:
    assert texts.day(published) == said


@pytest.mark.parametrize(
    ("outlet", "byline", "said"),
    [
        ("Kelp Daily", "Ann Reed", "Kelp Daily · Ann Reed · undated"),
        ("Kelp Daily", None, "Kelp Daily · undated"),
        (None, "Ann Reed", "outlet unknown · Ann Reed · undated"),
    ],
)
def test_a_source_line_names_what_is_known(
    outlet: str | None, byline: str | None, said: str
) -> None:
    assert texts.source_line(outlet, byline, None) == said


def test_what_was_searched_is_told_with_its_newest_day_where_it_has_one() -> None:
    day = date(2031, 5, 9)

    assert texts.searched(Searched(None, None, 1, day)) == (
        "Searched: 1 article, the newest of 9 May 2031."
    )
    assert texts.searched(Searched(None, None, 0, None)) == "Searched: 0 articles."


@pytest.mark.parametrize(("newest", "told"), [(date(2031, 5, 3), False), (date(2031, 5, 2), True)])
def test_an_old_corpus_is_told_of_after_so_many_days(newest: date, told: bool) -> None:
    note = texts.corpus_end(answer(citation(article(), SANK), newest=newest), 7)

    assert (note is not None) == told


def test_a_corpus_without_dates_has_no_end() -> None:
    assert texts.corpus_end(answer(citation(article(), SANK), newest=None), 0) is None


def test_a_question_too_long_is_told_the_limit_that_holds() -> None:
    said = texts.refusal(refusal(reason=Reason.TOO_LONG))

    assert f"{LONGEST_QUESTION:,}" in said


def test_what_telegram_shows_before_a_chat_fits_its_limits() -> None:
    assert len(texts.SHORT_DESCRIPTION) <= 120
    assert len(texts.DESCRIPTION) <= 512
    assert all(len(description) <= 256 for _, description in texts.COMMANDS)


@pytest.mark.parametrize("code", ["ru", "uk", "de", "fr", "es", "pt", "zh", "ar"])
def test_a_reader_of_another_language_is_told_in_it_and_in_english(code: str) -> None:
    own, english = texts.unknown_language(code).split("\n")

    assert texts.unknown_language("fi") == english
    assert main_language(own) == code
    assert "please ask in English" in english
    assert "DATELINE" not in own + english
