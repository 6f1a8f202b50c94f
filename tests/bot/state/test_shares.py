"""Tokens of shared answers: made once, found again, and gone with their answer."""

import time

import pytest

from bot.state.database import Database
from bot.state.kept_answers import KeptAnswers
from bot.state.retention import delete_old
from bot.state.shares import TOKEN, Shares
from tests.bot.samples import SANK, answer, article, citation

SANK_ANSWER = answer(citation(article(), SANK))


@pytest.fixture
def key(state: Database) -> str:
    return KeptAnswers(state).keep(7, 1, SANK_ANSWER)


def test_a_token_leads_to_its_answer_and_is_made_once(state: Database, key: str) -> None:
    shares = Shares(state)

    token = shares.token_of(key)

    assert token is not None
    assert TOKEN.fullmatch(token)
    assert shares.token_of(key) == token
    assert shares.key_of(token) == key


def test_answers_have_tokens_of_their_own(state: Database, key: str) -> None:
    shares, other = Shares(state), KeptAnswers(state).keep(7, 2, SANK_ANSWER)

    assert shares.token_of(key) != shares.token_of(other)


def test_what_is_not_kept_has_no_token(state: Database) -> None:
    assert Shares(state).token_of("nothing") is None
    assert Shares(state).key_of("A" * 22) is None


def test_a_token_that_is_withdrawn_shows_nothing_and_another_is_made(
    state: Database, key: str
) -> None:
    shares = Shares(state)
    first = shares.token_of(key)
    shares.withdraw(key)

    assert first is not None
    assert shares.key_of(first) is None
    assert shares.token_of(key) != first


def test_a_token_goes_with_its_answer(state: Database, key: str) -> None:
    shares = Shares(state)
    token = shares.token_of(key)
    state.call(delete_old(1, time.time() + 2 * 86_400))

    assert token is not None
    assert shares.key_of(token) is None
