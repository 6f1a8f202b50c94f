"""Numbers of a sentence, and the range each stands for."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.composing.values.amounts import Amount, read_amounts
from retrieval.composing.values.words import WORDINGS, words_for


def _read(text: str, language: str = "en") -> list[Amount]:
    words = words_for(language)
    assert words
    return read_amounts(text, words)


@pytest.mark.parametrize(
    ("language", "text", "value", "unit"),
    [
        ("en", "14 people died", 14, None),
        ("en", "1,487 people", 1487, None),
        ("en", "twenty-three people", 23, None),
        ("en", "thirty-one people", 31, None),
        ("en", "two hundred and five thousand", 205_000, None),
        ("en", "€4.2m", 4_200_000, "euro"),
        ("en", "$3bn", 3_000_000_000, "dollar"),
        ("en", "6.4 million crowns", 6_400_000, "crown"),
        ("en", "an 8km road", 8, "kilometre"),
        ("en", "66% of it", 66, "percent"),
        ("de", "1.500 Menschen", 1500, None),
        ("de", "dreiundzwanzig Tote", 23, None),
        ("de", "2,5 Millionen Euro", 2_500_000, "euro"),
        ("fr", "quatre-vingt-douze morts", 92, None),
        ("fr", "1 500 personnes", 1500, None),
        ("es", "treinta y dos heridos", 32, None),
        ("es", "dos mil quinientos", 2500, None),
        ("pt", "vinte e dois", 22, None),
        ("ru", "двадцать три человека", 23, None),
        ("ru", "2,5 млн крон", 2_500_000, "crown"),
        ("ru", "2,5 млн. крон", 2_500_000, "crown"),
        ("uk", "п'ятнадцять людей", 15, None),
        ("zh", "三千二百万元", 32_000_000, "yuan"),
        ("zh", "300多万美元", 3_000_000, "dollar"),
        ("ar", "خمسة وعشرون شخصا", 25, None),
        ("ar", "١٤ شخصا", 14, None),
        ("ar", "١٤٪", 14, "percent"),
    ],
)
def test_a_number_is_read(language: str, text: str, value: float, unit: str | None) -> None:
    assert [(one.value, one.unit) for one in _read(text, language)] == [(value, unit)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        *(("en", text) for text in ("the 3rd", "at 10:30", "flight A-14", "one of them", "no. #7")),
        *(("en", text) for text in ("the third boat", "zero hour", "mid-twenty", "version 1.2.3")),
        ("en", "9" * 400),
        *(("zh", text) for text in ("第三座桥", "百万", "一九八八年")),
    ],
)
def test_what_counts_nothing_is_no_number(language: str, text: str) -> None:
    assert _read(text, language) == []


def test_a_range_has_the_scale_and_the_unit_of_its_upper_end() -> None:
    (both,) = _read("they need 12-17 million crowns")
    assert (both.value, both.low, both.high, both.unit) == (12e6, 12e6, 17e6, "crown")
    (share,) = _read("١٢-١٧٪", "ar")
    assert (share.low, share.high, share.unit) == (12, 17, "percent")
    (parted,) = _read("12 - 17 people")
    assert (parted.low, parted.high) == (12, 17)


def test_what_does_not_rise_or_ends_in_a_time_is_no_range() -> None:
    (season,) = _read("the 2031-32 budget")
    assert (season.value, season.high) == (2031, 2031)
    (fell,) = _read("1.5-1.2 million")
    assert (fell.low, fell.high) == (1.45e6, 1.55e6)
    (gate,) = _read("gate 12-17:30")
    assert gate.high == 12


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("about 1,500", "1,487"),
        ("1,500", "1,487"),
        ("a dozen", "12"),
        ("fourteen", "14"),
        ("at least 14", "17"),
        ("up to 50", "41"),
        ("1.5 million", "1,487,000"),
        ("12-17", "14"),
    ],
)
def test_rounding_and_bounds_agree(one: str, other: str) -> None:
    left, right = _read(one)[0], _read(other)[0]
    assert left.agrees(right)
    assert right.agrees(left)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("14", "17"),
        ("about 1,500", "4,000"),
        ("6.4 million", "6.5 million"),
        ("at least 14", "30"),
        ("20", "19"),
        ("1,487", "1,489"),
    ],
)
def test_other_numbers_do_not(one: str, other: str) -> None:
    left, right = _read(one)[0], _read(other)[0]
    assert not left.agrees(right)
    assert not right.agrees(left)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80), st.sampled_from(sorted(WORDINGS)))
def test_any_text_is_read(text: str, language: str) -> None:
    found = _read(text, language)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.low <= one.value <= one.high for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
