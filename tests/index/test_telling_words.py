"""Common words are left out where others tell more, and rarity is counted in the language."""

import math

import pytest

from index.telling_words import COMMON_FROM, Found, telling

MANY = 100 * COMMON_FROM


def names(*words: Found) -> list[str]:
    return [word for word, _ in telling(words, MANY)]


def rare(name: str, having: int = 3) -> Found:
    return Found(name, having, MANY)


def common(name: str, having: int = MANY // 2) -> Found:
    return Found(name, having, MANY)


def test_common_words_go_where_three_rarer_ones_stay() -> None:
    assert names(common("the"), rare("ferry"), rare("dawn", 4), rare("mast", 5)) == [
        "ferry",
        "dawn",
        "mast",
    ]


def test_a_question_of_common_words_keeps_the_rarest_three() -> None:
    shares = (0.9, 0.8, 0.7, 0.6, 0.5)
    words = [common(name, int(MANY * share)) for name, share in zip("abcde", shares, strict=True)]
    assert names(*words) == ["e", "d", "c"]


def test_no_word_is_too_common_in_a_small_corpus() -> None:
    words = [Found(name, 40, 50) for name in "abcdef"]
    assert [word for word, _ in telling(words, 50)] == list("abcdef")


def test_a_word_is_as_rare_as_in_its_own_language() -> None:
    (_, alone), (_, among) = (
        *telling([Found("x", 9, 90)], 90),
        *telling([Found("x", 9, 90)], MANY),
    )
    assert alone == pytest.approx(1)
    assert among == pytest.approx(
        math.log1p((90 - 9 + 0.5) / 9.5) / math.log1p((MANY - 9 + 0.5) / 9.5)
    )


def test_a_text_of_thousands_of_words_is_searched_by_the_rarest() -> None:
    kept = names(*(rare(f"w{i:04}", i + 1) for i in range(3_000)))
    assert kept[0] == "w0000"
    assert len(kept) == 64
