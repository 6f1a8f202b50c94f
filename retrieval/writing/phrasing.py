"""What is asked of a language model: a text for a prompt, or a fault."""

from typing import Protocol

from index.errors import DatelineError


class PhrasingError(DatelineError):
    """A language model did not give a whole text in its time; the message says why."""


class PhrasingModel(Protocol):
    """A language model that writes a short text. May be shared by threads."""

    def phrase(self, prompt: str) -> str:
        """What the model says to ``prompt``, within a time of its own.

        Raises:
            PhrasingError: it is late, down, or says nothing that can be read.
        """
