"""The numbers that decide what is answered."""

import pytest

from retrieval.thresholds import Thresholds, thresholds_for


@pytest.mark.parametrize("name", ["e5", "minilm"])
def test_what_ships_leaves_room_for_the_closest(name: str) -> None:
    numbers = thresholds_for(name)

    assert 0.0 < numbers.closest_at < numbers.answer_at < 1.0


def test_the_closest_is_never_surer_than_an_answer() -> None:
    assert Thresholds((), 0.0, 0.5, 0.5, 0.0, 0.1).closest_at == 0.5
    with pytest.raises(ValueError, match="above"):
        Thresholds((), 0.0, 0.5, 0.6, 0.0, 0.1)
