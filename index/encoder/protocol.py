"""What the rest of the index asks of an encoder."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""Float32 of shape (texts, dimension); every row has length one."""


class Encoder(Protocol):
    """Turns queries and passages into vectors whose dot product is their likeness (cosine)."""

    @property
    def name(self) -> str:
        """What an operator calls it; of one that was fallen back to, its own name."""

    @property
    def fingerprint(self) -> str:
        """Names the weights, prompts and window: equal fingerprints give equal vectors."""

    @property
    def dimension(self) -> int:
        """The number of components of a vector."""

    @property
    def window(self) -> int:
        """The most tokens a text may have; what lies beyond is not read."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Encode questions, with the model's prompt for questions."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Encode passages, with the model's prompt for passages."""

    def count_passage_tokens(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text as a passage, the prompt and end marks included."""
