"""What is counted of the bot's use."""

import pytest

from bot.conversation import Said
from bot.operators.usage import Usage
from tests.bot.samples import SANK, answer, article, citation, refusal


def test_questions_are_counted_and_commands_are_not() -> None:
    usage = Usage(100.0)
    usage.count(answer(citation(article(), SANK)), 1.0)
    usage.count(refusal(), 2.0)
    usage.count(refusal(), 3.0)
    usage.count(Said("hello"), 99.0)

    used = usage.until(160.0)
    assert (used.answered, used.refused, used.up_s) == (1, 2, 60.0)
    assert (used.median_s, used.p95_s) == (2.0, 3.0)


@pytest.mark.parametrize(
    ("times", "median", "p95"),
    [([], None, None), ([4.0], 4.0, 4.0), ([*range(1, 101)], 50, 95), ([*range(300)], 199, 289)],
)
def test_times_are_those_of_the_last_two_hundred(
    times: list[float], median: float | None, p95: float | None
) -> None:
    usage = Usage(0.0)
    for took_s in times:
        usage.count(refusal(), took_s)

    used = usage.until(0.0)
    assert (used.median_s, used.p95_s) == (median, p95)
