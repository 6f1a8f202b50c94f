"""Spelling before words are compared: one form for what readers take for the same."""

import pytest

from index.word_forms import OTHER, group_of, spelled


@pytest.mark.parametrize(
    ("language", "group"),
    [
        ("en", "en"),
        ("pt-BR", "pt"),
        ("EN_gb", "en"),
        (" uk ", "uk"),
        ("nb", "no"),
        ("zh-Hans", OTHER),
        ("pl", OTHER),
        ("", OTHER),
        (None, OTHER),
        ("no language at all", OTHER),
    ],
)
def test_a_language_is_stemmed_in_its_group(language: str | None, group: str) -> None:
    assert group_of(language) == group


@pytest.mark.parametrize(
    ("text", "one_spelling"),
    [
        ("BRENHOLM", "brenholm"),
        ("ＢＲＥＮ２０３１", "bren2031"),  # full width
        ("cafe\u0301", "café"),
        ("Ста́рый мёд", "старый мед"),
        ("п’ять п'ять пʼять", "пять пять пять"),
        ("it's", "it's"),
        ("co\u00adope\u200bration", "cooperation"),
        ("كِتَاب كـتاب", "كتاب كتاب"),
    ],
)
def test_spellings_of_one_word_become_one(text: str, one_spelling: str) -> None:
    assert spelled(text, "en") == one_spelling


def test_letters_that_arabic_writers_mix_up_become_one() -> None:
    assert spelled("إلى الأردنّ مدينة", "ar") == "الي الاردن مدينه"


def test_portuguese_plurals_and_words_without_marks_are_spelled_like_the_singular() -> None:
    assert spelled("eleições eleicoes eleicao Eleição", "pt") == " ".join(["eleição"] * 4)
    assert spelled("aviões", "pt") == "avião"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("彗星出现", "彗星 星出 出现"),
        ("星", "星"),
        ("Halvard号渡轮 2031年", "halvard 号渡 渡轮 2031 年"),
        ("フェリーが", "フェ ェリ リー ーが"),
        ("시장이 말했다", "시장 장이 말했 했다"),
        ("เรือก่อ", "เร รื ือ อก กอ"),
        ("彗星，渡轮", "彗星 , 渡轮"),
    ],
)
def test_scripts_without_spaces_are_cut_into_pairs(text: str, words: str) -> None:
    assert spelled(text, OTHER).split() == words.split()
