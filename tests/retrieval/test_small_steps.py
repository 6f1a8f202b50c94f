"""Guarding, words, languages, what is wanted: the pure steps."""

import pytest

from index.languages import main_language, may_be_in
from retrieval.guarding import LONGEST_QUESTION, reason_not_to_search
from retrieval.outcomes import Reason
from retrieval.words import content_words


@pytest.mark.parametrize("text", ["", "   ", "🙂🙂", "?!…", "— –"])
def test_text_without_a_letter_or_digit_is_no_question(text: str) -> None:
    assert reason_not_to_search(text) is Reason.NOT_A_QUESTION


@pytest.mark.parametrize("text", ["why", "2022", "谁赢了", "كم", "<b>x</b>"])
def test_any_word_in_any_script_is_searched(text: str) -> None:
    assert reason_not_to_search(text) is None


def test_a_question_may_be_as_long_as_the_limit_and_no_longer() -> None:
    assert reason_not_to_search("a" * LONGEST_QUESTION) is None
    assert reason_not_to_search("a" * (LONGEST_QUESTION + 1)) is Reason.TOO_LONG


def test_content_words_are_stems_without_function_words() -> None:
    assert content_words("Which ships will the patrols have?", "en") == {"ship", "patrol"}
    assert content_words("Сколько кораблей будет в патруле?", "ru") >= {"корабл", "патрул"}


def test_a_language_without_stemmer_keeps_its_words() -> None:
    assert "哈" not in content_words("Heihe 2022", "zh")
    assert content_words("Heihe 2022", "zh") == {"heihe", "2022"}


def test_the_language_of_a_sentence_is_told() -> None:
    assert main_language("The ferry sailed again on Monday after the repairs.") == "en"
    assert main_language("Паром снова вышел в море в понедельник после ремонта.") == "ru"


def test_a_question_in_another_language_is_known_as_such() -> None:
    assert may_be_in("What did the captain say?", "en")
    assert not may_be_in("¿Qué le aseguró el capitán?", "en")
    assert not may_be_in("ماذا قال القبطان؟", "en")
