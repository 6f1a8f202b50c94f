"""The table of words for numbers."""

import pytest

from retrieval.numbers.spelt import is_number_word
from retrieval.numbers.words import number_words

LANGUAGES = "en de fr es pt ru uk zh ar".split()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_numbers_to_ten(language: str) -> None:
    values = {part.value for part in number_words(language).values()}
    assert values >= set(range(1, 11))


def test_a_language_without_a_table_has_no_words() -> None:
    assert number_words("xx") == {}


@pytest.mark.parametrize(
    ("word", "language"),
    [("three", "en"), ("dreihundert", "de"), ("million", "en"), ("third", "en")],
)
def test_a_word_for_a_number_is_known(word: str, language: str) -> None:
    assert is_number_word(word, language)


@pytest.mark.parametrize(("word", "language"), [("a", "en"), ("eine", "de"), ("boat", "en")])
def test_an_article_is_no_number(word: str, language: str) -> None:
    assert not is_number_word(word, language)
