"""What a list quotes."""

from hypothesis import given
from hypothesis import strategies as st

from retrieval.composing.lists import choose_list
from retrieval.composing.quote import Quote
from tests.retrieval.composing.sentences import best_first, sentence


def _texts(quotes: list[Quote]) -> list[str]:
    return [quote.evidence.text for quote in quotes]


def test_each_sentence_brings_another_name() -> None:
    a = sentence("The accord was rejected by Estmark.", score=0.9)
    b = sentence("Voting against it was also Norveth.", score=0.89)
    c = sentence("In the end it was Estmark that voted no.", score=0.88)
    assert _texts(choose_list([a, b, c])) == [a.text, b.text]


def test_the_words_that_answer_tell_the_items_apart() -> None:
    a = sentence("Ada Holm said that Tarn joined.", score=0.9, answering="Tarn")
    b = sentence("Ruben Aas said that Tarn had joined.", score=0.89, answering="Tarn")
    c = sentence("Ada Holm said that Serrin joined.", score=0.88, answering="Serrin")
    assert _texts(choose_list([a, b, c])) == [a.text, c.text]


def test_what_a_first_sentence_lists_is_not_said_again() -> None:
    a = sentence("Tarn, Serrin and Ondra joined.", score=0.9, answering="Tarn, Serrin and Ondra")
    b = sentence("The council of Serrin joined.", score=0.89, answering="Serrin")
    assert _texts(choose_list([a, b])) == [a.text]


def test_five_are_the_most() -> None:
    places = ["Tarn", "Serrin", "Ondra", "Harlow", "Tessen", "Norveth"]
    found = [
        sentence(f"The town of {p} joined.", score=0.9 - i / 100) for i, p in enumerate(places)
    ]
    assert len(choose_list(found)) == 5
    assert len(choose_list(found, most=3)) == 3


def test_far_below_the_best_nothing_is_listed() -> None:
    found = [sentence("The town of Tarn joined."), sentence("Then came Serrin.", score=0.8)]
    assert len(choose_list(found)) == 1
    assert len(choose_list(found, within=0.2)) == 2


def test_a_sentence_that_a_model_holds_for_no_answer_is_left_out() -> None:
    a = sentence("The town of Tarn joined.", gain=1.0)
    b = sentence("Then came Serrin.", score=0.89, gain=-4.5)
    assert len(choose_list([a, b])) == 1


def test_where_no_sentence_answers_surely_the_best_sets_the_bar() -> None:
    a = sentence("The town of Tarn joined.", gain=-0.6)
    b = sentence("Then came Serrin.", score=0.89, gain=-0.5)
    assert len(choose_list([a, b])) == 2


def test_without_capitals_new_words_tell() -> None:
    a = sentence("埃斯特投票反对该协议。", score=0.9)
    b = sentence("埃斯特投票反对该协议了。", score=0.89)
    c = sentence("诺维斯也拒绝签署。", score=0.88)
    assert _texts(choose_list([a, b, c])) == [a.text, c.text]


def test_nothing_is_listed_of_nothing() -> None:
    assert choose_list([]) == []


@given(
    st.lists(
        st.tuples(st.text(min_size=1, max_size=40).filter(str.strip), st.floats(0, 1)), max_size=8
    )
)
def test_any_sentences_give_a_list_within_bounds(found: list[tuple[str, float]]) -> None:
    evidence = best_first([sentence(text, score=score) for text, score in found])
    chosen = choose_list(evidence)
    assert bool(chosen) == bool(evidence)
    assert len(chosen) <= 5
    assert all(quote.evidence in evidence for quote in chosen)
