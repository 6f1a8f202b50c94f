"""What retrieval asks of a model that reads question and article together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from index.sentences import Span
from retrieval.evidence import Evidence

Place = tuple[str, int]
"""A sentence, by its article's id and where it starts in the body."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model made of one sentence.

    ``gain`` is the log odds that it answers rather than that its window does not; ``answering`` the
    words that do, by their offsets in the body.
    """

    gain: float
    answering: Span


class ReadsClosely(Protocol):
    """Reads the sentences that look best together with the question."""

    def read(self, question: str, evidence: Sequence[Evidence]) -> Mapping[Place, Reading]:
        """The readings of the first sentences of ``evidence``, which is best first, and of some
        that stand beside them."""
