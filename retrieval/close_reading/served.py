"""Runs the converted close reader with OpenVINO: no torch in the process."""

import math
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import openvino
from numpy.typing import NDArray
from tokenizers import Tokenizer

from index.encoder.openvino_encoder import compiled_model
from index.encoder.stamp import MODEL_FILE
from index.sentences import Span
from retrieval.close_reading.kept import EMBEDDINGS_FILE
from retrieval.close_reading.protocol import Place, Reading
from retrieval.close_reading.spans import best_runs
from retrieval.close_reading.tokens import (
    TITLE_TOKENS,
    PairTokenizer,
    PairTokens,
    SentenceTokens,
    pair_of,
)
from retrieval.close_reading.windows import windows_around
from retrieval.evidence import Evidence

READ_TOKENS = 700
"""Tokens read for a question: sixteen take a millisecond of two cores."""
_LOOSE = " \t\n\u00a0,.;:!?\"“”„«»‘’'()[]。，、；：！？؟،"
_LENGTHS_BY = 8
"""OpenVINO keeps memory for every shape it has met."""


class CloseReader:
    """Reads the sentences that look best together with the question. May be shared by threads.

    ``tokenizer`` gives the tokenizer when first needed.
    """

    def __init__(
        self, folder: Path, tokenizer: Callable[[], Tokenizer], tokens: int = READ_TOKENS
    ) -> None:
        self._folder = folder
        self._tokenizer = tokenizer
        self._tokens = tokens
        self._loading = threading.Lock()
        self._loaded: tuple[PairTokenizer, openvino.CompiledModel, NDArray[np.float16]] | None
        self._loaded = None

    def read(self, question: str, evidence: Sequence[Evidence]) -> dict[Place, Reading]:
        """The readings of every sentence in the windows around the first of ``evidence``."""
        tokenizer, model, table = self._parts()
        asked = tokenizer.question(question)
        tokens = _tokens_of(tokenizer, evidence)
        sizes = {place: len(one.ids) for place, one in tokens.items()}
        chosen = windows_around(evidence, sizes, len(asked) + TITLE_TOKENS, self._tokens)
        articles = {window.hit.article.id: window.hit.article for window in chosen}
        titles = {one.id: tokenizer.title(one.title) for one in articles.values()}
        pairs = [
            pair_of(
                asked,
                titles[window.hit.article.id],
                [tokens[window.hit.article.id, start] for start, _ in window.sentences],
            )
            for window in chosen
        ]
        logits = _run(model, table, pairs)
        readings: dict[Place, Reading] = {}
        for window, pair, scores in zip(chosen, pairs, logits, strict=True):
            for run in best_runs(scores[: len(pair.ids)], pair.sentences):
                place = window.hit.article.id, window.sentences[run.sentence][0]
                answering = pair.characters[run.first][0], pair.characters[run.last][1]
                readings[place] = Reading(run.gain, _trimmed(window.hit.article.body, answering))
        return readings

    def _parts(self) -> tuple[PairTokenizer, openvino.CompiledModel, NDArray[np.float16]]:
        with self._loading:
            if self._loaded is None:
                self._loaded = (
                    PairTokenizer(self._tokenizer()),
                    compiled_model(self._folder / MODEL_FILE),
                    np.load(self._folder / EMBEDDINGS_FILE, mmap_mode="r"),
                )
            return self._loaded


def _tokens_of(
    tokenizer: PairTokenizer, evidence: Sequence[Evidence]
) -> dict[Place, SentenceTokens]:
    """The tokens of every sentence of the passages that the evidence stands in."""
    tokens: dict[Place, SentenceTokens] = {}
    for hit in {one.hit.passage_id: one.hit for one in evidence}.values():
        spans = hit.passage.sentences
        found = tokenizer.sentences(hit.article.body, spans)
        for (start, _), sentence in zip(spans, found, strict=True):
            tokens[hit.article.id, start] = sentence
    return tokens


def _run(
    model: openvino.CompiledModel, table: NDArray[np.float16], pairs: Sequence[PairTokens]
) -> NDArray[np.float32]:
    """The logits of every pair, shape (pairs, tokens, 2); those of padding mean nothing."""
    if not pairs:
        return np.empty((0, 0, 2), dtype=np.float32)
    longest = math.ceil(max(len(pair.ids) for pair in pairs) / _LENGTHS_BY) * _LENGTHS_BY
    embedded = np.zeros((len(pairs), longest, table.shape[1]), dtype=np.float32)
    mask = np.zeros((len(pairs), longest), dtype=np.int64)
    for row, pair in enumerate(pairs):
        embedded[row, : len(pair.ids)] = table[list(pair.ids)]
        mask[row, : len(pair.ids)] = 1
    result = model.create_infer_request().infer({"embedded": embedded, "mask": mask})
    return np.asarray(result[0], dtype=np.float32)


def _trimmed(body: str, span: Span) -> Span:
    """The span without the white space and punctuation that tokens carry along at its ends."""
    start, end = span
    while start + 1 < end and body[start] in _LOOSE:
        start += 1
    while end - 1 > start and body[end - 1] in _LOOSE:
        end -= 1
    return start, end
