"""Figures as they are written."""

import pytest

from retrieval.evaluation.figure_texts import (
    gain_text,
    interval_text,
    ms_text,
    share_text,
    signed_text,
)
from retrieval.evaluation.figures import Figure


def test_shares_are_written_without_a_leading_nought() -> None:
    assert share_text(Figure(0.6024, (0.5, 0.7))) == ".602"
    assert share_text(Figure(1.0, (1.0, 1.0))) == "1.000"
    assert share_text(None) == "–"
    assert interval_text(Figure(0.6, (0.502, 0.7))) == ".50 – .70"
    assert interval_text(None) == ""


@pytest.mark.parametrize(("value", "text"), [(0.024, "+.024"), (-0.5, "−.500"), (0.0, "±.000")])
def test_gains_have_a_sign(value: float, text: str) -> None:
    assert signed_text(value) == text


def test_a_gain_is_written_with_its_interval() -> None:
    assert gain_text(Figure(0.024, (-0.01, 0.06))) == "+.024 (−.01, +.06)"
    assert gain_text(None) == ""


def test_milliseconds_have_a_decimal_where_they_are_few() -> None:
    assert [ms_text(ms) for ms in (0.13, 9.96, 12.4, 1234.0)] == ["0.1", "10.0", "12", "1,234"]
