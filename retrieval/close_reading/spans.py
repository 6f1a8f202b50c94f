"""From a model's two numbers a token to the best words of each sentence.

After SQuAD 2.0 readers (Devlin et al., "BERT", 2019, section 4.3): a run of tokens scores the sum
of its first token as a beginning and its last one as an end; what it gains over the first token of
all, which stands for "not said here", is how much speaks for it, in units of log odds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

LONGEST_ANSWER = 30
"""Tokens of an answer, at most."""


@dataclass(frozen=True, slots=True)
class TokenRun:
    """The best answer in one sentence: tokens ``first`` to ``last``, and what speaks for it."""

    sentence: int
    first: int
    last: int
    gain: float


def best_runs(logits: NDArray[np.float32], sentences: Sequence[int]) -> Iterator[TokenRun]:
    """The best run of every sentence.

    ``logits`` is of shape (tokens, 2): begin and end. ``sentences`` says of each token in which
    sentence it stands, -1 for those that cannot answer; tokens of a sentence stand together.
    """
    begins, ends = logits[:, 0], logits[:, 1]
    nothing = begins[0] + ends[0]
    places = np.asarray(sentences)
    for sentence in sorted(set(sentences) - {-1}):
        own = np.flatnonzero(places == sentence)
        sums = begins[own][:, None] + ends[own][None, :]
        allowed = np.triu(np.ones_like(sums, dtype=bool)) & ~np.triu(
            np.ones_like(sums, dtype=bool), LONGEST_ANSWER
        )
        best = int(np.where(allowed, sums, -np.inf).argmax())
        first, last = divmod(best, len(own))
        yield TokenRun(
            sentence, int(own[first]), int(own[last]), float(sums[first, last] - nothing)
        )
