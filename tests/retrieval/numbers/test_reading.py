"""One number is read as the same in figures and in words, in nine languages."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.numbers import Number, numbers_in


def one(text: str, language: str = "en") -> Number:
    (number,) = numbers_in(text, language)
    return number


def values(text: str, language: str = "en") -> list[float]:
    return [number.value for number in numbers_in(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "4,000,000 crowns", 4e6),
        ("en", "four million crowns", 4e6),
        ("en", "a million crowns", 1e6),
        ("en", "$1.2bn", 1.2e9),
        ("en", "€4.2m", 4.2e6),
        ("en", "thirty-one people", 31),
        ("en", "two dozen boats", 24),
        ("en", "3 dozen boats", 36),
        ("en", "a hundred and one boats", 101),
        ("de", "zwölf Millionen Euro", 12e6),
        ("de", "1,2 Mio. Euro", 1.2e6),
        ("de", "ein Dutzend Boote", 12),
        ("de", "einundzwanzig Boote", 21),
        ("de", "tausendzweihundertfünf Boote", 1205),
        ("fr", "vingt et un bateaux", 21),
        ("fr", "quatre-vingt-un bateaux", 81),
        ("fr", "soixante-dix-sept bateaux", 77),
        ("fr", "quatre-vingt-dix-neuf bateaux", 99),
        ("fr", "une trentaine de bateaux", 30),
        ("es", "treinta y un mil barcos", 31_000),
        ("es", "mil quinientos millones", 1.5e9),
        ("es", "3 mil millones", 3e9),
        ("pt", "vinte e um barcos", 21),
        ("pt", "dois mil milhões", 2e9),
        ("ru", "двадцать первый", 21),
        ("ru", "3 тыс. крон", 3000),
        ("uk", "п’ятсот двадцять човнів", 520),
        ("zh", "一亿二千万元", 1.2e8),
        ("zh", "3千万人", 3e7),
        ("zh", "三百多万人", 3e6),
        ("zh", "二〇三一", 2031),
        ("ar", "خمسة وعشرون ألف دينار", 25_000),
        ("ar", "أحد عشر مركبا", 11),
        ("ar", "٣٫٥ مليون", 3.5e6),
    ],
)
def test_a_number_is_read(language: str, text: str, value: float) -> None:
    assert one(text, language).readings == (value,)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "between two and five", [2, 5]),
        ("en", "the first two boats", [1, 2]),
        ("en", "the first hundred boats", [1, 100]),
        ("en", "several dozen boats", []),
        ("en", "2 million thousand-crown notes", [2e6, 1000]),
        ("en", "two thousand nine hundred and a half", [2900]),
        ("de", "ein zehn Meter hoher Turm", [10]),
        ("fr", "une maison, deux maisons", [2]),
        ("fr", "40 pour cent de 90", [40, 90]),
        ("fr", "pour 40 cents", [40, 100]),
        ("zh", "一个人和三个人", [3]),
        ("zh", "百分之四十", [40]),
    ],
)
def test_words_that_stand_together_are_one_number_only_where_they_can_be(
    language: str, text: str, found: list[float]
) -> None:
    assert values(text, language) == found


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "40 per cent"), ("de", "40 Prozent"), ("zh", "百分之四十"), ("ar", "٤٠٪")],
)
def test_a_share_is_marked_and_its_sign_is_no_part_of_it(language: str, text: str) -> None:
    share = one(text, language)
    assert share.percent
    assert text[share.start : share.end] in {"40", "四十", "٤٠"}


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "the 3rd"), ("en", "the third"), ("en", "twenty-first"), ("ar", "الرابع عشر")],
)
def test_a_place_in_an_order_is_marked(language: str, text: str) -> None:
    assert one(text, language).ordinal


def test_what_may_part_thousands_or_decimals_is_read_both_ways_the_whole_number_first() -> None:
    assert one("1.234").readings == (1234, 1.234)
    assert one("0.234").readings == (0.234,)
    assert one("1.234,5").readings == (1234.5,)


def test_the_worth_of_the_last_figure_is_told_and_what_it_was_multiplied_by() -> None:
    assert (one("1.2 million").last_place, one("1.2 million").scale) == (1e5, 1e6)
    assert one("1,500").last_place == 1.0


def test_an_m_is_a_million_of_money_and_a_metre_of_all_else() -> None:
    assert values("a 60m pool for $2-3m") == [60, 2, 3e6]


def test_a_number_lies_where_it_stands_though_percent_is_written_out_before_it() -> None:
    text = "40 per cent, then 7.5 million"
    last = numbers_in(text, "en")[-1]
    assert text[last.start : last.end] == "7.5 million"


@given(st.integers(0, 10**9))
def test_figures_are_read_as_they_were_written(number: int) -> None:
    assert values(f"they counted {number:,} boats")[0] == number


@given(st.text(max_size=60), st.sampled_from("en de fr es pt ru uk zh ar xx".split()))
def test_any_text_can_be_read(text: str, language: str) -> None:
    found = numbers_in(text, language)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
