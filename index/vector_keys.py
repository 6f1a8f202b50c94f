"""The key a vector is kept under: the encoder and the exact text it read."""

import hashlib


def vector_key(fingerprint: str, text: str) -> bytes:
    """Sixteen bytes; equal for equal text under an equal encoder, and so never encoded twice."""
    return hashlib.sha256(f"{fingerprint}\n{text}".encode()).digest()[:16]
