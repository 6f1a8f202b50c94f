"""The words of one question, as they compare with passages in one language or another."""

from index.languages import may_be_in
from retrieval.words import content_words


class QuestionWords:
    """The content words of a question, worked out once for each language it is held against."""

    def __init__(self, question: str) -> None:
        self._question = question
        self._known: dict[str, frozenset[str] | None] = {}

    def read_in(self, language: str) -> frozenset[str] | None:
        """Its content words, or None where it is in another language than ``language``."""
        if language not in self._known:
            here = may_be_in(self._question, language)
            self._known[language] = content_words(self._question, language) if here else None
        return self._known[language]
