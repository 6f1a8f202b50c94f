"""A question that the encoder cannot read is told, and no English question is taken for one."""

import csv
from pathlib import Path

import pytest

from retrieval.encoder_languages import unknown_language

ENGLISH = frozenset({"en"})

MISTAKEN = {  # a foreign sentence stands in them without quotation marks
    "ich bin ein berliner speech?",
    "wie ein hund film",
    "cuando sali de cuba song",
}

MUST_BE_TOLD = 0.93
"""Of the questions of more than two words; what lies between is left out as not sure."""


def short_questions() -> list[tuple[str, str]]:
    """Texts with the language they are in; the English ones are full of foreign names."""
    path = Path(__file__).parent / "short_questions.tsv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["language"], row["text"]) for row in rows]


def test_foreign_names_in_english_are_no_foreign_language() -> None:
    english = [text for language, text in short_questions() if language == "en"]

    assert len(english) > 250
    assert {text for text in english if unknown_language(text, ENGLISH)} == MISTAKEN


def test_questions_in_other_languages_are_told_and_by_their_own() -> None:
    told = [
        (language, unknown_language(text, ENGLISH), text)
        for language, text in short_questions()
        if language != "en" and (len(text.split()) > 2 or language in ("zh", "ja"))
    ]
    wrong = [one for one in told if one[1] not in (None, one[0])]
    missed = [one for one in told if one[1] is None]

    assert len(told) > 150
    assert not wrong
    assert len(missed) <= (1 - MUST_BE_TOLD) * len(told), missed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?!",
        "2031",
        "Wann gewählt?",
        "Кто победил?",
        "من فاز؟",
        "谁赢了？",
        "مُحَمَّدٌ",  # vowel marks part no words
        "Karlo Vestrin Marija Dobeska Ondrava",
        "Hendrik Vaas, Aurelio Benci, Judit Almassy?",
        "Wer Hat Gewonnen",
    ],
)
def test_two_words_or_names_alone_tell_nothing(text: str) -> None:
    assert unknown_language(text, ENGLISH) is None


@pytest.mark.parametrize(
    "text",
    [
        "Who said “Wer hat gewonnen?” yesterday?",
        'Translate "Qui a gagné la finale" please',
        "Who wrote Преступление и наказание?",
        "What does 中国共产党中央委员会 decide?",
    ],
)
def test_words_quoted_in_an_english_question_do_not_count(text: str) -> None:
    assert unknown_language(text, ENGLISH) is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Что сказал Falk после матча в Кастелле?", "ru"),
        ("Сколько весит корона?", "ru"),
        ("Чи є жертви?", "uk"),
        ("新市长是谁", "zh"),
        ("市長は誰ですか", "ja"),
        ("چرا مدارس تعطیل شدند؟", "fa"),
        ("من فاز بالجائزة؟", "ar"),
    ],
)
def test_a_script_of_its_own_decides(text: str, language: str) -> None:
    assert unknown_language(text, ENGLISH) == language


def test_an_encoder_that_reads_every_language_knows_the_question() -> None:
    assert unknown_language("Wer hat das Endspiel gewonnen?", None) is None


@pytest.mark.parametrize(
    ("text", "known", "language"),
    [
        ("Wer hat das Endspiel gewonnen?", {"en", "de"}, None),
        ("Кто заменит Фалька?", {"en", "ru"}, None),
        ("Кто заменит Фалька?", {"en", "de"}, "ru"),
        ("Quem substitui Falk?", {"en", "es"}, "pt"),
        ("Who won the final?", {"de"}, "en"),
    ],
)
def test_what_is_unknown_depends_on_what_is_known(
    text: str, known: set[str], language: str | None
) -> None:
    assert unknown_language(text, frozenset(known)) == language
