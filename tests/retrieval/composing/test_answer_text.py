"""The text of an answer: its quotes with their numbers, laid out by its form."""

from dataclasses import replace

import pytest

from index.articles import Passage
from retrieval.composing.citing import answer_text
from retrieval.outcomes import Bracket, Citation, Form
from tests.retrieval.conftest import article


def cited(number: int, quote: str, *, undated: bool = False) -> Citation:
    one = article("ferry", f"{quote} And more.")
    one = replace(one, published=None) if undated else one
    passage = Passage(one.id, 0, len(one.body), one.body)
    return Citation(number, quote, 0, len(quote), passage, one)


SHE = replace(cited(1, "She\nsailed on."), brackets=(Bracket(3, "Tove Lind"),))
REST = cited(2, "It rained.", undated=True)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (Form.SENTENCES, "She [Tove Lind] sailed on. [1] It rained. [2]"),
        (Form.LIST, "She [Tove Lind] sailed on. [1]\nIt rained. [2]"),
        (Form.DIFFERING, "She [Tove Lind] sailed on. [1]\nIt rained. [2]"),
        (Form.TIMELINE, "2026-03-01 — She [Tove Lind] sailed on. [1]\nIt rained. [2]"),
    ],
)
def test_sentences_run_on_and_everything_else_is_one_a_line(form: Form, text: str) -> None:
    assert answer_text([SHE, REST], form) == text
