"""The key a vector is kept under: the encoder and the exact text it read."""

import hashlib

_KEY_BYTES = 16


def vector_key(fingerprint: str, text: str) -> bytes:
    """Sixteen bytes; equal for equal text under an equal encoder, and so never encoded twice."""
    return hashlib.sha256(f"{fingerprint}\n{text}".encode()).digest()[:_KEY_BYTES]


def split_keys(joined: bytes) -> list[bytes]:
    """The keys in a row of them."""
    return [joined[i : i + _KEY_BYTES] for i in range(0, len(joined), _KEY_BYTES)]
