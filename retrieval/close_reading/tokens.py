"""Question and window as the token ids that the model reads, with their places in the article."""

from collections.abc import Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

from index.sentences import Span
from retrieval.close_reading.windows import WINDOW_TOKENS

QUESTION_TOKENS, TITLE_TOKENS = 60, 24
_BEGIN, _END = 0, 2
_NOWHERE = -1


@dataclass(frozen=True, slots=True)
class SentenceTokens:
    """The ids of a sentence, and of each the characters of the body it stands for."""

    ids: tuple[int, ...]
    characters: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class PairTokens:
    """One question and one window: ids, the number of the sentence (or -1), and characters."""

    ids: tuple[int, ...]
    sentences: tuple[int, ...]
    characters: tuple[Span, ...]


class PairTokenizer:
    """Turns texts into ids, as the encoder's own tokenizer does."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer

    def question(self, text: str) -> tuple[int, ...]:
        """The ids of a question, cut to ``QUESTION_TOKENS``."""
        return self._ids(f"query: {text}", QUESTION_TOKENS)

    def title(self, text: str) -> tuple[int, ...]:
        """The ids of a headline, cut to ``TITLE_TOKENS``."""
        return self._ids(f"passage: {text}", TITLE_TOKENS)

    def sentences(self, body: str, spans: Sequence[Span]) -> list[SentenceTokens]:
        """The ids of sentences of a body, each cut to ``WINDOW_TOKENS``."""
        texts = [body[start:end] for start, end in spans]
        found = self._tokenizer.encode_batch(texts, add_special_tokens=False)
        return [
            SentenceTokens(
                tuple(one.ids[:WINDOW_TOKENS]),
                tuple((start + a, start + b) for a, b in one.offsets[:WINDOW_TOKENS]),
            )
            for (start, _), one in zip(spans, found, strict=True)
        ]

    def _ids(self, text: str, most: int) -> tuple[int, ...]:
        return tuple(self._tokenizer.encode(text, add_special_tokens=False).ids[:most])


def pair_of(
    question: tuple[int, ...], title: tuple[int, ...], window: Sequence[SentenceTokens]
) -> PairTokens:
    """Begin, question, end, headline, the sentences, end."""
    head = (_BEGIN, *question, _END, *title)
    ids = [*head]
    sentences = [_NOWHERE] * len(head)
    characters: list[Span] = [(0, 0)] * len(head)
    for number, one in enumerate(window):
        ids += one.ids
        sentences += [number] * len(one.ids)
        characters += one.characters
    return PairTokens((*ids, _END), (*sentences, _NOWHERE), (*characters, (0, 0)))
