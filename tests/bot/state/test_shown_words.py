"""Of one article a chat is shown four hundred words, in however many messages."""

from pathlib import Path

import pytest

from bot.layout.excerpts import Excerpt
from bot.state.database import Database
from bot.state.shown_words import MOST_WORDS, ShownWords
from index.sentences import Span
from tests.bot.samples import article

BODY = " ".join(f"w{number:03}" for number in range(500))
LONG = article(body=BODY)


def words(first: int, last: int) -> Span:
    """From one word to before another."""
    return first * 5, last * 5 - 1


@pytest.fixture
def shown(state: Database) -> ShownWords:
    return ShownWords(state)


def test_more_than_four_hundred_words_are_cut_over_all_messages(shown: ShownWords) -> None:
    assert shown.show(1, LONG, [], [words(0, 300)]) == Excerpt((words(0, 300),), False)
    assert shown.show(1, LONG, [], [words(250, 450)]) == Excerpt((words(250, 400),), True)
    assert shown.show(1, LONG, [], [words(450, 460)]) == Excerpt((), True)
    assert MOST_WORDS == 400


def test_the_same_again_is_shown_again(shown: ShownWords) -> None:
    for _ in range(3):
        assert shown.show(1, LONG, [], [words(0, 450)]) == Excerpt((words(0, 400),), True)


def test_quotes_are_always_shown_and_count(shown: ShownWords) -> None:
    shown.show(1, LONG, [], [words(0, 400)])

    quote = words(410, 420)
    assert shown.show(1, LONG, [quote], [words(405, 430)]) == Excerpt((quote,), True)
    assert shown.show(1, LONG, [], [quote]) == Excerpt((quote,), False)


def test_quotes_of_answers_leave_less_for_what_is_around_them(shown: ShownWords) -> None:
    shown.show(1, LONG, [words(0, 390)])

    assert shown.show(1, LONG, [], [words(390, 410)]) == Excerpt((words(390, 400),), True)


def test_chats_and_articles_are_counted_apart(shown: ShownWords) -> None:
    shown.show(1, LONG, [], [words(0, 400)])

    assert not shown.show(2, LONG, [], [words(400, 500)]).cut
    assert not shown.show(1, article(id="other", body=BODY), [], [words(400, 500)]).cut


def test_a_new_version_of_an_article_does_not_begin_anew(shown: ShownWords) -> None:
    shown.show(1, LONG, [], [words(0, 390)])

    changed = article(body=f"{BODY} more")
    assert shown.show(1, changed, [], [words(0, 50)]) == Excerpt((words(0, 10),), True)
    assert shown.show(1, LONG, [], [words(0, 395)]) == Excerpt((words(0, 390),), True)


def test_it_outlasts_the_process_and_tells_neither_chat_nor_article(tmp_path: Path) -> None:
    with Database(tmp_path) as state:
        ShownWords(state).show(7654321, LONG, [], [words(0, 400)])
    with Database(tmp_path) as state:
        assert ShownWords(state).show(7654321, LONG, [], [words(400, 401)]).cut

    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert b"7654321" not in kept
    assert b"w001" not in kept
