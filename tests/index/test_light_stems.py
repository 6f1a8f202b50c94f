"""The light stemmers: forms of one word agree, and what is left is no ending alone."""

import pytest

from index.light_stems import arabic_stem, ukrainian_stem


@pytest.mark.parametrize(
    "forms",
    [
        "вибори виборів виборам виборами виборах",
        "місто міста місту містом місті міст містами",
        "країна країни країну країною країнами",
        "пором порома порому поромом пороми",
        "мер мера меру мером мери мерів",
        "новий нового новому новим нова нової нову нові нових новими",
        "зібрався зібралася зібралися зібрались",
        "відкрив відкрила відкрили",
        "обрання обранням обранні",
    ],
)
def test_forms_of_a_ukrainian_word_have_one_stem(forms: str) -> None:
    (stem,) = {ukrainian_stem(form) for form in forms.split()}
    assert len(stem) >= 3
    assert ukrainian_stem(stem) == stem


@pytest.mark.parametrize("word", ["", "й", "та", "ось", "все", "brenholm", "1950", "ями"])
def test_a_short_or_foreign_word_stays(word: str) -> None:
    assert ukrainian_stem(word) == word
    assert arabic_stem(word) == word


@pytest.mark.parametrize(
    "forms",
    [
        "مدينه المدينه بالمدينه والمدينه للمدينه",
        "وزير الوزير والوزير ووزير للوزير",
        "انتخاب انتخابات الانتخابات",
        "حكومه الحكومه الحكوميه",
        "وزاره الوزاره",
    ],
)
def test_forms_of_an_arabic_word_have_one_stem(forms: str) -> None:
    (stem,) = {arabic_stem(form) for form in forms.split()}
    assert len(stem) >= 3
