"""The form of an answer, and what it quotes."""

from dataclasses import replace
from datetime import UTC, date, datetime

from retrieval.composing.composing import compose
from retrieval.outcomes import Form
from retrieval.query import Query, Times
from retrieval.thresholds import thresholds_for
from tests.retrieval.composing.sentences import sentence

_THRESHOLDS = thresholds_for("e5")
_OLD, _NEW = date(2031, 5, 6), date(2031, 5, 9)
_TWO_TOWNS = [
    sentence("The accord was signed by Tarn.", "a", score=0.9, published=_OLD),
    sentence("Also signing it was Serrin.", "b", score=0.89, published=_NEW),
]
_TWO_TOLLS = [
    sentence("The Serrin blast killed 14 people.", "a", title="Serrin blast"),
    sentence("The Serrin blast killed 17 people.", "b", score=0.89, title="Serrin blast"),
]


def _query(question: str) -> Query:
    return Query(question, question, datetime(2031, 6, 1, tzinfo=UTC))


def test_a_list_question_is_answered_by_a_list() -> None:
    form, quotes = compose(_query("Which towns signed the accord?"), _TWO_TOWNS, _THRESHOLDS)
    assert form is Form.LIST
    assert [quote.evidence for quote in quotes] == _TWO_TOWNS


def test_a_list_of_one_is_a_sentence() -> None:
    form, quotes = compose(_query("Which towns signed the accord?"), _TWO_TOWNS[:1], _THRESHOLDS)
    assert form is Form.SENTENCES
    assert len(quotes) == 1


def test_a_timeline_is_in_order_whatever_is_newest() -> None:
    query = replace(_query("Timeline of the accord"), times=Times(latest=True))
    form, quotes = compose(query, _TWO_TOWNS[::-1], _THRESHOLDS)
    assert form is Form.TIMELINE
    assert [quote.evidence for quote in quotes] == _TWO_TOWNS


def test_a_timeline_of_undated_articles_is_sentences() -> None:
    undated = [sentence("Tarn signed.", "a", published=None)]
    form, quotes = compose(_query("Timeline of the accord"), undated, _THRESHOLDS)
    assert form is Form.SENTENCES
    assert len(quotes) == 1


def test_articles_that_differ_are_both_quoted() -> None:
    question = "How many people were killed in the Serrin blast?"
    form, quotes = compose(_query(question), _TWO_TOLLS, _THRESHOLDS)
    assert form is Form.DIFFERING
    assert len(quotes) == 2


def test_the_newest_goes_first_where_it_is_wanted() -> None:
    query = replace(_query("Which towns signed the accord?"), times=Times(latest=True))
    form, quotes = compose(query, _TWO_TOWNS, _THRESHOLDS)
    assert form is Form.LIST
    assert [quote.evidence for quote in quotes] == _TWO_TOWNS[::-1]


def test_the_question_as_searched_tells_the_form() -> None:
    query = replace(_query("And which?"), searched="Which towns signed the accord?")
    assert compose(query, _TWO_TOWNS, _THRESHOLDS)[0] is Form.LIST


def test_nothing_is_composed_of_nothing() -> None:
    for question in ("Which towns signed?", "Timeline of the accord", "How many died?", "Why?"):
        assert compose(_query(question), [], _THRESHOLDS) == (Form.SENTENCES, [])
