"""What every encoder promises, the fake one of other tests included."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.encoder.choice import choose
from index.encoder.opening import open_encoder
from index.encoder.protocol import Encoder, Vectors
from tests.index.store.fake_encoder import BRIDGE, COMET, FERRY, FakeEncoder

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of torch's own

CLOSE = 1e-4
TEXTS = (FERRY, COMET, BRIDGE)
STRANGE = ("\0", "\x1b[2J", "\ufffe", "e\u0301" * 200, "\U0010ffff", "\u202eab", "👩\u200d🚀")
LONG = "The harbour of Brenholm was closed. " * 400
Opening = Callable[[Path], Encoder]


def fake(_: Path) -> Encoder:
    return FakeEncoder()


def e5_small(models: Path) -> Encoder:
    return open_encoder("e5", models)


def minilm(models: Path) -> Encoder:
    return open_encoder("minilm", models)


def minilm_in_torch(_: Path) -> Encoder:
    from index.encoder.sentence_model import TorchEncoder

    return TorchEncoder.of(choose("minilm"))


REAL = (e5_small, minilm, minilm_in_torch)
OPENINGS = [fake, *(pytest.param(one, marks=pytest.mark.model) for one in REAL)]


@pytest.fixture(scope="module", params=OPENINGS, ids=lambda one: one.__name__)
def opening(request: pytest.FixtureRequest) -> Opening:
    """How an encoder is opened."""
    return request.param


@pytest.fixture(scope="module")
def encoder(opening: Opening, data_models: Path) -> Encoder:
    return opening(data_models)


@pytest.fixture(params=["encode_queries", "encode_passages"])
def encode(request: pytest.FixtureRequest, encoder: Encoder) -> Callable[[list[str]], Vectors]:
    """Each of its two ways to encode."""
    return getattr(encoder, request.param)


def assert_promised(vectors: Vectors, encoder: Encoder, texts: int) -> None:
    """Shape, kind of number, and length of the rows."""
    assert vectors.shape == (texts, encoder.dimension)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(texts), abs=CLOSE)


Encode = Callable[[list[str]], Vectors]


def test_vectors_have_the_promised_form(encoder: Encoder, encode: Encode) -> None:
    assert_promised(encode(list(TEXTS)), encoder, 3)


def test_no_texts_are_no_vectors(encoder: Encoder, encode: Encode) -> None:
    assert_promised(encode([]), encoder, 0)


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_a_text_without_words_has_a_vector(encoder: Encoder, encode: Encode, text: str) -> None:
    assert_promised(encode([text, FERRY]), encoder, 2)


def test_a_text_has_the_same_vector_alone_and_in_its_place_among_others(encode: Encode) -> None:
    texts = ["Fog.", FERRY * 3, "", COMET]

    alone = np.concatenate([encode([text]) for text in texts])

    assert encode(texts) == pytest.approx(alone, abs=CLOSE)


def test_texts_of_different_meaning_have_different_vectors(encode: Encode) -> None:
    vectors = encode(list(TEXTS))
    likeness = vectors @ vectors.T

    assert likeness[~np.eye(3, dtype=bool)].max() < 0.95


def test_a_question_lies_nearest_to_the_passage_that_answers_it(encoder: Encoder) -> None:
    questions = ["Which ferry carried herring?", "Was the tail of the comet green?"]

    likeness = encoder.encode_queries(questions) @ encoder.encode_passages(list(TEXTS)).T

    assert likeness.argmax(axis=1).tolist() == [0, 1]


def test_what_lies_beyond_the_window_is_not_read(encoder: Encoder, encode: Encode) -> None:
    assert encoder.count_passage_tokens([LONG])[0] > encoder.window

    vectors = encode([LONG, LONG + COMET])

    assert_promised(vectors, encoder, 2)
    assert vectors[0] == pytest.approx(vectors[1], abs=CLOSE)


@settings(max_examples=3, deadline=None)
@given(texts=st.lists(st.text(max_size=20), min_size=30, max_size=30))
def test_any_unicode_has_a_vector(encoder: Encoder, texts: list[str]) -> None:
    assert_promised(encoder.encode_queries(texts), encoder, len(texts))
    assert_promised(encoder.encode_passages(texts), encoder, len(texts))
    assert len(encoder.count_passage_tokens(texts)) == len(texts)


def test_strange_characters_have_a_vector(encoder: Encoder, encode: Encode) -> None:
    assert_promised(encode(list(STRANGE)), encoder, len(STRANGE))


def test_tokens_are_counted_with_prompt_and_end_marks(encoder: Encoder) -> None:
    nothing, one, two, three = encoder.count_passage_tokens(["", "fog", "fog fog", "fog fog fog"])

    assert 2 <= nothing <= one < two < three
    assert three - two == two - one
    assert encoder.count_passage_tokens([]) == []


def test_equal_encoders_have_equal_fingerprints_and_vectors(
    opening: Opening, encoder: Encoder, data_models: Path
) -> None:
    again = opening(data_models)

    assert again.fingerprint == encoder.fingerprint
    assert again.encode_passages([FERRY]) == pytest.approx(
        encoder.encode_passages([FERRY]), abs=CLOSE
    )


@pytest.mark.model
def test_different_models_have_different_fingerprints(data_models: Path) -> None:
    fingerprints = {opening(data_models).fingerprint for opening in (fake, *REAL)}

    assert len(fingerprints) == 4


@pytest.mark.model
def test_for_e5_a_query_is_another_text_than_a_passage(e5: Encoder) -> None:
    (likeness,) = np.sum(e5.encode_queries([FERRY]) * e5.encode_passages([FERRY]), axis=1)

    assert likeness < 0.999


@pytest.mark.model
@pytest.mark.parametrize("name", ["e5", "minilm"])
def test_converted_models_agree_with_the_models_they_were_made_of(
    name: str, data_models: Path
) -> None:
    from index.encoder.sentence_model import TorchEncoder

    converted, original = open_encoder(name, data_models), TorchEncoder.of(choose(name))
    texts = [*TEXTS, "Fähre nach Brenholm", "渡轮今早离开", "", LONG]

    for way in ("encode_queries", "encode_passages"):
        ours, theirs = getattr(converted, way)(texts), getattr(original, way)(texts)
        assert np.sum(ours * theirs, axis=1).min() > 0.9999
    assert converted.count_passage_tokens(texts) == original.count_passage_tokens(texts)
    assert (converted.window, converted.dimension) == (original.window, original.dimension)


@pytest.mark.model
def test_in_torch_other_prompts_are_another_encoder() -> None:
    from index.encoder.sentence_model import TorchEncoder, load_by_name

    choice = choose("minilm")
    model = load_by_name(str(choice.folder))
    plain = TorchEncoder(model, choice)
    prompted = TorchEncoder(model, replace(choice, prompts=("ask: ", "read: ")))

    assert prompted.fingerprint != plain.fingerprint
    assert prompted.encode_queries(["fog"]) == pytest.approx(
        plain.encode_queries(["ask: fog"]), abs=CLOSE
    )
    assert prompted.encode_passages(["fog"]) == pytest.approx(
        plain.encode_passages(["read: fog"]), abs=CLOSE
    )
