"""The value that a question asks for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retrieval.composing.values.asking import Kind, value_asked


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How many people were killed in Tarn?", Kind.COUNT),
        ("How much did the bridge cost?", Kind.MUCH),
        ("How long is the tunnel?", Kind.MUCH),
        ("How old is Ada Holm?", Kind.AGE),
        ("When does the fair open?", Kind.DAY),
        ("On what day does the fair open?", Kind.DAY),
        ("Wie viele Menschen starben in Tarn?", Kind.COUNT),
        ("Wie alt ist die neue Bürgermeisterin?", Kind.AGE),
        ("Wann beginnt das Fest in Ondra?", Kind.DAY),
        ("Combien de personnes ont été tuées ?", Kind.COUNT),
        ("Combien a coûté le pont de Harlow ?", Kind.MUCH),
        ("¿Cuánto costó el puente de Harlow?", Kind.MUCH),
        ("¿Cuántos años tiene la alcaldesa?", Kind.AGE),
        ("Quando começa a feira de Tarn?", Kind.DAY),
        ("Сколько человек погибли?", Kind.COUNT),
        ("Сколько стоит билет на паром?", Kind.MUCH),
        ("Сколько лет Аде Хольм?", Kind.AGE),
        ("Коли відкриють міст у Харлоу?", Kind.DAY),
        ("爆炸造成多少人死亡?", Kind.COUNT),
        ("大桥什么时候重新开放?", Kind.DAY),
        ("كم شخصا قتل في الانفجار؟", Kind.COUNT),
        ("متى يفتتح الجسر؟", Kind.DAY),
    ],
)
def test_the_kind_is_read_off_the_words(question: str, kind: Kind) -> None:
    asked = value_asked(question)
    assert asked
    assert asked.kind is kind


@pytest.mark.parametrize(
    "question", ["Who opened the bridge?", "Why did the mine burn?", "Что случилось в Тарне?", ""]
)
def test_other_questions_ask_for_no_value(question: str) -> None:
    assert value_asked(question) is None


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=100))
def test_any_text_can_be_asked(question: str) -> None:
    asked = value_asked(question)
    assert asked is None or asked.question == question
