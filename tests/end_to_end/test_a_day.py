"""Sixty conversations at once, through a restart and a change from polling to webhook and back."""

from pathlib import Path

import pytest

from tests.end_to_end.day.ledger import Counted
from tests.end_to_end.day.script import scripts
from tests.end_to_end.day.whole_day import whole_day
from tests.end_to_end.telegram_stage import MODES


def test_there_are_sixty_conversations_and_no_two_are_the_same() -> None:
    told = scripts()

    assert len(told) == 60
    assert len({(one.group, one.acts) for one in told}) == 60


@pytest.mark.parametrize("mode", MODES)
async def test_nothing_is_lost_doubled_misread_or_out_of_order_in_a_day(
    mode: str, tmp_path: Path
) -> None:
    day = await whole_day(mode, tmp_path)

    print(day)
    assert day.refused == ()
    assert day.wrong == Counted()
    assert day.journal.open == 0
    assert day.journal.failed == sum(act.verb == "block" for one in scripts() for act in one.acts)
    assert (day.messages, day.presses) == (205, 66)
