"""Looks at a question as its answer would read.

A question and the sentence that answers it are not paraphrases: "How old did she turn?" wants a
sentence with an age. A bilinear form q·M·s, of low rank and learned on invented articles by
``retrieval.calibration.train_lens``, is added to the cosine when sentences are ranked. It costs two
small matrix products a question. It only ranks sentences of passages already found; whether to
answer at all is decided on the plain cosine.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

_Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Lens:
    """``question`` and ``sentence`` are of shape (rank, dimension); ``plain`` of (dimension,)."""

    question: _Matrix
    sentence: _Matrix
    plain: _Matrix

    def towards_answer(self, query_vector: _Matrix) -> _Matrix:
        """The vector whose dot product with a sentence's is cosine plus what the lens adds."""
        seen: _Matrix = query_vector + self.sentence.T @ (self.question @ query_vector) + self.plain
        return seen


@cache
def lens_for(encoder_name: str) -> Lens | None:
    """The lens learned for an encoder's vectors; None where there is none."""
    if "e5" not in encoder_name.lower():
        return None
    with as_file(files("retrieval").joinpath("lens-e5.npz")) as path, np.load(path) as kept:
        parts = (kept[name].astype(np.float32) for name in ("question", "sentence", "plain"))
        return Lens(*parts)
