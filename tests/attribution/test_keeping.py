"""How many statements keep their speaker, and how few sentences grow that are nobody's."""

import pytest

from tests.attribution.keeping import Kept, statements, without_article

KEPT = {
    "statements.jsonl": 56,
    "statements_unseen.jsonl": 59,
    "statements_third.jsonl": 60,
    "statements_fourth.jsonl": 59,
    "statements_fifth.jsonl": 60,
    "statements_sixth.jsonl": 56,
    "statements_seventh.jsonl": 108,
    "statements_eighth.jsonl": 56,
    "statements_ninth.jsonl": 68,
}
"""Of 56, five times 60, 110, 60 and 80. Rules were mended on all but the last."""
GROWN, NEEDLESS = 30, 286
"""At most, of 297 sentences that are nobody's, and of 1469 shown for the statements."""


def test_a_name_counts_as_kept_without_the_article_that_a_bracket_leaves_out() -> None:
    assert without_article("The Water Inspectorate") == "Water Inspectorate"


def test_the_statements_of_every_set_keep_their_speaker() -> None:
    assert {file: sum(one.right for one in statements(file)) for file in KEPT} == KEPT


@pytest.fixture(scope="module")
def every_one() -> list[Kept]:
    return [one for file in KEPT for one in statements(file)]


def test_nobody_else_is_named_in_brackets(every_one: list[Kept]) -> None:
    assert not [one.text for one in every_one if one.misnamed]


def test_few_sentences_that_are_nobodys_bring_another(every_one: list[Kept]) -> None:
    assert sum(one.grown for one in every_one if one.plain) <= GROWN


def test_few_sentences_are_shown_that_do_not_name_the_speaker(every_one: list[Kept]) -> None:
    assert sum(one.needless for one in every_one) <= NEEDLESS
