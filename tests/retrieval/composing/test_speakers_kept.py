"""The examples of ``speakers_kept.txt``: who says a claim is read with it."""

import pytest

from tests.retrieval.composing.speakers_kept import Example, examples


@pytest.mark.parametrize("example", examples(), ids=lambda one: one.name)
def test_the_speaker_is_kept(example: Example) -> None:
    assert not example.faults()


@pytest.mark.parametrize("example", examples(), ids=lambda one: one.name)
def test_no_wrong_name_is_put_in_a_bracket_where_there_is_no_room(example: Example) -> None:
    assert not [fault for fault in example.faults(most=1) if "in a bracket" in fault]
