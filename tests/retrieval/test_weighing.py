"""What the close reader makes of sentences changes their order and what they look like."""

import pytest

from index.articles import Passage
from retrieval.close_reading.protocol import Reading
from retrieval.evidence import Evidence
from retrieval.outcomes import Hit
from retrieval.weighing import with_readings
from tests.retrieval.conftest import article

BODY = "The ferry is old. It cost 4 crowns. Nobody minds."
OF = article("ferry", BODY)
HIT = Hit(1, Passage(OF.id, 0, len(BODY), BODY), OF, 1.0, None, None)


def sentence(words: str, score: float) -> Evidence:
    start = BODY.index(words)
    return Evidence(HIT, start, start + len(words), score, 0.0, score)


EVIDENCE = [
    sentence("The ferry is old.", 0.9),
    sentence("It cost 4 crowns.", 0.8),
    sentence("Nobody minds.", 0.7),
]
CROWNS = (BODY.index("4"), BODY.index("4") + len("4 crowns"))


def reading(of: Evidence, gain: float) -> dict[tuple[str, int], Reading]:
    return {(OF.id, of.start): Reading(gain, CROWNS)}


def test_a_sentence_that_is_read_as_the_answer_comes_first_with_its_words() -> None:
    best, second, third = with_readings(EVIDENCE, reading(EVIDENCE[1], 8.0), 0.5)
    assert best.text == "It cost 4 crowns."
    assert best.score == pytest.approx(0.8 + 0.5, abs=1e-3)
    assert (best.gain, best.answering) == (8.0, CROWNS)
    assert [second, third] == [EVIDENCE[0], EVIDENCE[2]]


def test_one_that_is_read_as_no_answer_stays_where_it_was() -> None:
    weighed = with_readings(EVIDENCE, reading(EVIDENCE[1], -8.0), 0.5)
    assert [one.text for one in weighed] == [one.text for one in EVIDENCE]


def test_any_log_odds_can_be_weighed() -> None:
    for gain in (1e9, -1e9):
        assert with_readings(EVIDENCE, reading(EVIDENCE[2], gain), 0.5)
