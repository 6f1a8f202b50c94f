"""The more is searched, the nearer the nearest by chance alone."""

import numpy as np
import pytest

from retrieval.chance import raised_by_chance


def test_within_one_article_nothing_is_raised() -> None:
    assert [raised_by_chance(count) for count in (0, 1, 6)] == [0.0, 0.0, 0.0]


@pytest.mark.parametrize("count", [100, 1_000, 10_000])
def test_it_is_near_what_normal_values_come_to(count: int) -> None:
    drawn = np.random.default_rng(0).standard_normal((400, count)).max(axis=1).mean()
    of_six = np.random.default_rng(1).standard_normal((40_000, 6)).max(axis=1).mean()
    assert raised_by_chance(count) == pytest.approx(drawn - of_six, abs=0.35)


def test_it_grows_with_the_corpus_and_slowly() -> None:
    ten, hundred = raised_by_chance(10_000), raised_by_chance(100_000)
    assert ten < hundred < ten + 1
