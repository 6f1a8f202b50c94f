"""The numbers that decide what is answered."""

import json
import logging
from pathlib import Path

import pytest

from retrieval.evidence import Scoring
from retrieval.thresholds import OWN_FILE, Thresholds, as_json, from_json, kind_of, thresholds_for

KINDS = ("e5", "minilm", "e5, read closely", "minilm, read closely")
SCORING = Scoring(0.1, 0.2, 0.3)
OWN = Thresholds((1.0, 2.0, 3.0, 4.0, 5.0, 6.0), -6.0, 0.7, 0.5, SCORING, 0.3, 0.004)


@pytest.mark.parametrize("kind", KINDS)
def test_what_ships_leaves_room_for_the_closest(kind: str) -> None:
    numbers = thresholds_for(kind)
    assert 0.0 < numbers.closest_at < numbers.answer_at < 1.0


def test_every_encoder_has_a_kind_that_ships() -> None:
    names = ("e5", "intfloat/multilingual-e5-small", "minilm", "sentence-transformers/LaBSE")
    assert {kind_of(name, closely) for name in names for closely in (True, False)} == set(KINDS)


def test_the_closest_is_never_surer_than_an_answer() -> None:
    weights = (0.0,) * 6
    assert Thresholds(weights, 0.0, 0.5, 0.5, SCORING, 0.1).closest_at == 0.5
    with pytest.raises(ValueError, match="above"):
        Thresholds(weights, 0.0, 0.5, 0.6, SCORING, 0.1)


def test_every_signal_has_its_weight() -> None:
    with pytest.raises(ValueError, match="2 weights for 6 signals"):
        Thresholds((0.0, 0.0), 0.0, 0.5, 0.5, SCORING, 0.1)


def test_what_is_written_is_read_again() -> None:
    assert from_json(json.loads(json.dumps(as_json(OWN)))) == OWN


def test_numbers_fitted_to_a_corpus_come_before_those_that_ship(tmp_path: Path) -> None:
    assert thresholds_for("e5", tmp_path) == thresholds_for("e5")
    (tmp_path / OWN_FILE).write_text(json.dumps({"e5": as_json(OWN)}), encoding="utf-8")
    assert thresholds_for("e5", tmp_path) == OWN


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (json.dumps({"minilm": as_json(OWN)}), "of another encoder"),
        ("{", "cannot be used"),
        (json.dumps({"e5": {"weights": {}}}), "cannot be used"),
        (json.dumps({"e5": as_json(OWN) | {"closest_at": 0.9}}), "cannot be used"),
        ("[]", "of another encoder"),
    ],
)
def test_a_file_that_does_not_fit_is_told_and_left_aside(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, text: str, said: str
) -> None:
    (tmp_path / OWN_FILE).write_text(text, encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        assert thresholds_for("e5", tmp_path) == thresholds_for("e5")
    assert said in caplog.text
