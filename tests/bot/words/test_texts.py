"""The sentences the bot says of itself."""

from datetime import UTC, date, datetime

import pytest

from bot.words import texts
from bot.words.saying import say
from index.articles import Published
from index.stored import CorpusSummary
from tests.bot.samples import ASKED, SANK, answer, article, citation, summary


def test_a_reader_is_told_for_how_long_messages_are_kept() -> None:
    assert "deleted after 30 days" in texts.privacy(30)
    assert "deleted after 1 day:" in texts.privacy(1)
    assert texts.privacy(None) == texts.privacy(None)
    assert "kept" not in texts.privacy(None)


def test_what_is_kept_and_who_writes_are_told_apart() -> None:
    """Each is true by itself: a bot with a writer keeps messages as well."""
    kept = texts.privacy(30, writes=True)

    assert "go to a language model" in kept
    assert "goes to nobody else" not in kept
    assert "the number of our chat" in kept
    assert "the number of our chat" not in texts.privacy(None)
    assert texts.privacy(None, writes=True) == texts.privacy(None, writes=True)


@pytest.mark.parametrize(
    ("corpus", "said"),
    [
        (summary(0), "I have no articles to answer from yet."),
        (summary(2, None, None), "I have read 2 articles, all undated."),
        (summary(1, ASKED.date()), "I have read 1 article, from 10 May 2031."),
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
        ("صحيفة المرفأ", None, "صحيفة المرفأ · \u200eundated"),
        (None, "Ann Reed", "outlet unknown · Ann Reed · undated"),
    ],
)
def test_a_source_line_names_what_is_known(
    outlet: str | None, byline: str | None, said: str
) -> None:
    assert texts.source_line(outlet, byline, None) == said


@pytest.mark.parametrize(("newest", "told"), [(date(2031, 5, 3), False), (date(2031, 5, 2), True)])
def test_an_old_corpus_is_told_of_after_so_many_days(newest: date, told: bool) -> None:
    note = texts.corpus_end(answer(citation(article(), SANK), newest=newest), 7)

    assert (note is not None) == told


def test_a_corpus_without_dates_has_no_end() -> None:
    assert texts.corpus_end(answer(citation(article(), SANK), newest=None), 0) is None


def test_what_telegram_shows_before_a_chat_fits_its_limits() -> None:
    assert len(say("short-description")) <= 120
    assert len(say("description")) <= 512
    assert all(len(description) <= 256 for _, description in texts.commands())
