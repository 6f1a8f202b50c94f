"""What every encoder promises, asked of each of them."""

from pathlib import Path

import numpy as np
import pytest

from index.encoder.choice import choose
from index.encoder.opening import open_encoder
from index.encoder.protocol import Encoder
from index.encoder.sentence_model import TorchEncoder
from tests.index.store.fake_encoder import FakeEncoder

TEXTS = (
    "The ferry Halvard left Brenholm at dawn.",
    "Паром вышел из Бренхольма на рассвете.",
    "渡轮黎明时分离开了布伦霍尔姆。",
    "غادرت العبارة عند الفجر.",
    "x",
)
ODD = ("", " ", "\0", "\u200b", "🚢" * 40, "é\ufffd\u202e", "a\nb\tc")


@pytest.fixture(scope="session")
def minilm(data_models: Path) -> Encoder:
    return open_encoder("minilm", data_models)


@pytest.fixture(scope="session")
def torch_e5() -> Encoder:
    return TorchEncoder.of(choose("e5", None))


@pytest.fixture(scope="session")
def torch_minilm() -> Encoder:
    return TorchEncoder.of(choose("minilm", None))


@pytest.fixture(
    params=[
        "fake",
        pytest.param("e5", marks=pytest.mark.model),
        pytest.param("minilm", marks=pytest.mark.model),
        pytest.param("torch_minilm", marks=pytest.mark.model),
    ]
)
def encoder(request: pytest.FixtureRequest) -> Encoder:
    if request.param == "fake":
        return FakeEncoder()
    made: Encoder = request.getfixturevalue(request.param)
    return made


def test_there_is_a_row_of_length_one_for_every_text(encoder: Encoder) -> None:
    for vectors in (encoder.encode_queries(TEXTS), encoder.encode_passages(TEXTS)):
        assert vectors.shape == (len(TEXTS), encoder.dimension)
        assert vectors.dtype == np.float32
        assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_nothing_gives_no_rows(encoder: Encoder) -> None:
    assert encoder.encode_queries([]).shape == (0, encoder.dimension)
    assert encoder.encode_passages([]).shape == (0, encoder.dimension)
    assert encoder.count_passage_tokens([]) == []


def test_rows_keep_the_order_of_the_texts_whatever_their_lengths(encoder: Encoder) -> None:
    texts = [*TEXTS, "A long report. " * 30, "short", *reversed(TEXTS)]
    together = encoder.encode_passages(texts)
    for row, text in enumerate(texts):
        assert float(together[row] @ encoder.encode_passages([text])[0]) > 0.9999


@pytest.mark.parametrize("odd", ODD)
def test_any_text_has_a_vector(encoder: Encoder, odd: str) -> None:
    (vector,) = encoder.encode_passages([odd])
    assert np.isfinite(vector).all()
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


def test_what_lies_beyond_the_window_is_not_read(encoder: Encoder) -> None:
    whole = "harbour " * (2 * encoder.window)
    ends = encoder.encode_passages([whole + "comet", whole + "bridge"])
    assert np.allclose(ends[0], ends[1], atol=1e-5)


def test_tokens_are_counted_text_by_text_beyond_the_window_too(encoder: Encoder) -> None:
    counts = encoder.count_passage_tokens(["ferry", "ferry " * 2 * encoder.window])
    assert counts[0] < 10
    assert counts[1] > encoder.window


def test_another_model_has_another_fingerprint(encoder: Encoder, e5: Encoder) -> None:
    assert encoder.fingerprint
    assert (encoder.fingerprint == e5.fingerprint) == (encoder is e5)


@pytest.mark.model
def test_e5_reads_a_question_otherwise_than_a_passage(e5: Encoder) -> None:
    text = ["When did the ferry leave?"]
    assert float(e5.encode_queries(text)[0] @ e5.encode_passages(text)[0]) < 0.99


@pytest.mark.model
@pytest.mark.parametrize("name", ["e5", "minilm"])
def test_openvino_gives_the_vectors_that_torch_gives(
    name: str, request: pytest.FixtureRequest
) -> None:
    converted: Encoder = request.getfixturevalue(name)
    original: Encoder = request.getfixturevalue(f"torch_{name}")
    texts = [*TEXTS, *ODD, "A long report. " * 30]
    for ours, theirs in (
        (converted.encode_queries(texts), original.encode_queries(texts)),
        (converted.encode_passages(texts), original.encode_passages(texts)),
    ):
        assert (ours * theirs).sum(axis=1).min() > 0.9999
