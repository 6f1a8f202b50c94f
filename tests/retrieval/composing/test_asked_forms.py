"""The form of answer that a question asks for."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.composing.asked_forms import form_asked
from retrieval.outcomes import Form

_EXAMPLES = Path(__file__).parent / "forms.tsv"


def _rows() -> list[tuple[str, str]]:
    with _EXAMPLES.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["form"], row["question"]) for row in rows]


@pytest.mark.parametrize(("form", "question"), _rows())
def test_the_form_is_read_off_the_words(form: str, question: str) -> None:
    assert form_asked(question) == Form(form)


def test_case_and_white_space_do_not_count() -> None:
    assert form_asked("  TIMELINE \n of the\tferry strike") == Form.TIMELINE
    assert form_asked("which   VILLAGES were flooded") == Form.LIST


@given(st.text(max_size=300))
def test_any_text_has_a_form(question: str) -> None:
    assert form_asked(question) in (Form.SENTENCES, Form.LIST, Form.TIMELINE)
