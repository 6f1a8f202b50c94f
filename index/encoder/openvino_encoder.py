"""Runs a converted model with OpenVINO and ``tokenizers`` alone: no torch in the process."""

import math
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import openvino
from tokenizers import Tokenizer

from index.encoder.protocol import Vectors
from index.encoder.stamp import MODEL_FILE, TOKENIZER_FILE, ModelStamp, read_stamp
from index.errors import EncoderError

_BATCH_TOKENS = 2048
"""Tokens, padding included, that go through the model at once: larger gains nothing on a CPU."""
_LENGTHS_BY = 8
"""Batches are as long as a multiple of this: OpenVINO keeps memory for every shape it has met."""


class OpenVinoEncoder:
    """The :class:`index.encoder.protocol.Encoder` of a folder that ``converting`` wrote.

    Safe to call from several threads: every call uses a request of its own.
    """

    def __init__(self, folder: Path) -> None:
        stamp = read_stamp(folder)
        if stamp is None:
            raise EncoderError(
                f"{folder}: holds no whole converted model; remove the folder and start again, "
                "it is made anew"
            )
        self._folder = folder
        self._stamp: ModelStamp = stamp
        self._loading = threading.Lock()
        self._loaded: tuple[Tokenizer, openvino.CompiledModel] | None = None

    @property
    def name(self) -> str:
        return self._stamp.name

    @property
    def fingerprint(self) -> str:
        return self._stamp.fingerprint

    @property
    def dimension(self) -> int:
        return self._stamp.dimension

    @property
    def window(self) -> int:
        return self._stamp.window

    @property
    def source(self) -> str:
        """What the model was made from: the weights' SHA-256 or its name."""
        return self._stamp.source

    def tokenizer(self) -> Tokenizer:
        """The tokenizer, without padding and cutting; loads the model too, where it is not yet."""
        tokenizer, _ = self._parts()
        return tokenizer

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self._encode([self._stamp.query_prompt + text for text in texts])

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return self._encode([self._stamp.passage_prompt + text for text in texts])

    def count_passage_tokens(self, texts: Sequence[str]) -> list[int]:
        prompted = [self._stamp.passage_prompt + text for text in texts]
        tokenizer, _ = self._parts()
        return [len(encoding) for encoding in tokenizer.encode_batch_fast(prompted)]

    def _encode(self, texts: Sequence[str]) -> Vectors:
        tokenizer, model = self._parts()
        ids = [self._window_of(e.ids) for e in tokenizer.encode_batch_fast(list(texts))]
        vectors = np.empty((len(ids), self.dimension), dtype=np.float32)
        order = sorted(range(len(ids)), key=lambda i: len(ids[i]), reverse=True)
        while order:
            longest = math.ceil(len(ids[order[0]]) / _LENGTHS_BY) * _LENGTHS_BY
            rows = max(1, _BATCH_TOKENS // longest)
            batch, order = order[:rows], order[rows:]
            vectors[batch] = _run(model, [ids[i] for i in batch], longest)
        return vectors

    def _window_of(self, ids: list[int]) -> list[int]:
        """The ids cut to the window, with the end mark kept."""
        return ids if len(ids) <= self.window else [*ids[: self.window - 1], ids[-1]]

    def _parts(self) -> tuple[Tokenizer, openvino.CompiledModel]:
        """Tokenizer and model, loaded when first needed: a run with nothing new needs neither."""
        with self._loading:
            if self._loaded is None:
                # Reading the tokenizer holds the interpreter's lock; compiling the model does not,
                # so the model goes first, and beside.
                with ThreadPoolExecutor(1) as beside:
                    model = beside.submit(compiled_model, self._folder / MODEL_FILE)
                    tokenizer = load_tokenizer(self._folder / TOKENIZER_FILE)
                    self._loaded = tokenizer, model.result()
            return self._loaded


def load_tokenizer(file: Path) -> Tokenizer:
    """A tokenizer without padding and cutting; the one of e5 takes most of a second to read."""
    tokenizer = Tokenizer.from_file(str(file))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def compiled_model(file: Path) -> openvino.CompiledModel:
    """A converted model, ready to run as fast as this machine can.

    Raises:
        EncoderError: OpenVINO cannot run it here.
    """
    core = openvino.Core()
    try:
        # Where the processor multiplies bfloat16 it encodes half as fast again. The vectors' cosine
        # with those in single precision is .99998 or more, so an index serves on any machine.
        wide = "BF16" in core.get_property("CPU", "OPTIMIZATION_CAPABILITIES")
        options = {
            "PERFORMANCE_HINT": "LATENCY",
            "INFERENCE_PRECISION_HINT": "bf16" if wide else "f32",
        }
        return core.compile_model(str(file), "CPU", options)
    except RuntimeError as error:
        raise EncoderError(
            f"{file}: OpenVINO cannot run the model on this machine ({error})"
        ) from error


def _run(model: openvino.CompiledModel, rows: list[list[int]], longest: int) -> Vectors:
    tokens = np.zeros((len(rows), longest), dtype=np.int64)
    mask = np.zeros_like(tokens)
    for row, ids in enumerate(rows):
        tokens[row, : len(ids)] = ids
        mask[row, : len(ids)] = 1
    result = model.create_infer_request().infer({"input_ids": tokens, "attention_mask": mask})
    return np.asarray(result[0], dtype=np.float32)
