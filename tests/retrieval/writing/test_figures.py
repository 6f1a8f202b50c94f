"""Numbers are the same number however they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.writing.figures import Figure, figures_in


def one(text: str, language: str = "en") -> Figure:
    (figure,) = figures_in(text, language)
    return figure


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "4,000,000 crowns", 4e6),
        ("en", "4 million crowns", 4e6),
        ("en", "four million crowns", 4e6),
        ("en", "$1.2bn", 1.2e9),
        ("en", "twenty-one people", 21),
        ("en", "three hundred and five thousand", 305_000),
        ("de", "zwölf Millionen Euro", 12e6),
        ("de", "1,2 Mio. Euro", 1.2e6),
        ("de", "einundzwanzig Boote", 21),
        ("de", "dreihundertfünf Boote", 305),
        ("fr", "quatre-vingt-dix bateaux", 90),
        ("fr", "12 000 euros", 12_000),
        ("es", "treinta y dos mil barcos", 32_000),
        ("pt", "duzentos e quinze barcos", 215),
        ("ru", "двадцати пяти тысяч крон", 25_000),
        ("ru", "3 млн крон", 3e6),
        ("uk", "п’ятсот двадцять човнів", 520),
        ("zh", "工程耗资三十亿元", 3e9),
        ("zh", "3万人", 30_000),
        ("zh", "二〇三一年", 2031),
        ("ar", "خمسة وعشرون ألف دينار", 25_000),
        ("ar", "٤٠ سفينة", 40),
    ],
)
def test_digits_and_words_have_one_value(language: str, text: str, value: float) -> None:
    assert one(text, language).readings == {value}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "40%"),
        ("en", "forty per cent"),
        ("de", "40 Prozent"),
        ("fr", "40 pour cent"),
        ("es", "40 por ciento"),
        ("pt", "40 por cento"),
        ("ru", "сорок процентов"),
        ("uk", "40 відсотків"),
        ("zh", "百分之四十"),
        ("ar", "٤٠٪"),
        ("ar", "40 في المئة"),
    ],
)
def test_a_share_is_another_number_than_a_count(language: str, text: str) -> None:
    share = one(text, language)
    assert share.agrees(Figure(frozenset([40.0]), percent=True))
    assert not share.agrees(one("40 boats"))


@pytest.mark.parametrize("text", ["une maison", "ein Haus", "一个人", "the boats"])
def test_an_article_is_no_number(text: str) -> None:
    language = {"u": "fr", "e": "de", "一": "zh"}.get(text[0], "en")
    assert figures_in(text, language) == ()


def test_a_mark_that_may_part_thousands_or_decimals_is_read_both_ways() -> None:
    assert one("1.234 Euro", "de").agrees(one("1,234 euros"))
    assert one("1.234").agrees(one("1234"))
    assert not one("1.23").agrees(one("123"))


def test_a_time_of_day_is_two_numbers() -> None:
    assert [min(figure.readings) for figure in figures_in("at 1:15 a.m.", "en")] == [1, 15]


@given(st.integers(0, 10**9))
def test_parted_or_not_a_number_agrees_with_itself_and_not_with_the_next(number: int) -> None:
    written = one(f"they counted {number:,} boats")
    assert written.agrees(one(f"{number} boats"))
    assert not written.agrees(one(f"{number + 1} boats"))


@given(st.text(max_size=60), st.sampled_from("en de fr es pt ru uk zh ar xx".split()))
def test_any_text_can_be_read(text: str, language: str) -> None:
    figures_in(text, language)
