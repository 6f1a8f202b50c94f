"""The one module that knows sentence-transformers (and torch): models are made and loaded here.

It is imported only where a model is converted, compared, or cannot run through OpenVINO; the
serving process never loads it.
"""

import hashlib
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from sentence_transformers import CrossEncoder, SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer
from transformers import PreTrainedTokenizerFast
from transformers.utils import logging as transformers_logging

from index.encoder.bert import bert_of
from index.encoder.choice import ModelChoice, check_packaged_weights
from index.encoder.protocol import Vectors
from index.encoder.unigram import build_tokenizer
from index.encoder.weights import E5Weights, read_weights
from index.errors import EncoderError

# Loading one model prints a screenful meant for those who train one.
transformers_logging.set_verbosity_error()
transformers_logging.disable_progress_bar()


def load_by_name(name: str) -> SentenceTransformer:
    """Load a model by hub name (downloads it unless it is cached) or folder.

    Raises:
        EncoderError: there is no such model, or it cannot be reached.
    """
    try:
        return SentenceTransformer(name, device="cpu")
    except (OSError, ValueError, RuntimeError) as error:
        raise EncoderError(
            f"encoder {name!r} cannot be loaded ({error}); check the name, the network, and "
            "HF_HUB_OFFLINE, or choose another with DATELINE_ENCODER__NAME"
        ) from error


def model_from_weights(weights: E5Weights) -> SentenceTransformer:
    """Build multilingual-e5-small: BERT, mean pooling, normalised, 512 tokens."""
    shape = weights.architecture
    bert = bert_of(weights)
    words = weights.vocabulary
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=build_tokenizer(words),
        bos_token=words.pieces[words.begin],
        cls_token=words.pieces[words.begin],
        eos_token=words.pieces[words.end],
        sep_token=words.pieces[words.end],
        pad_token=words.pieces[words.padding],
        unk_token=words.pieces[words.unknown],
        model_max_length=shape.positions,
    )
    with tempfile.TemporaryDirectory() as folder:
        bert.save_pretrained(folder)  # the module below is made from a folder only
        tokenizer.save_pretrained(folder)
        inner = Transformer(folder, max_seq_length=shape.positions)
    return SentenceTransformer(modules=[inner, Pooling(shape.hidden), Normalize()], device="cpu")


class _WholeModel(torch.nn.Module):
    """All modules of a sentence-transformers model as one traceable function of two tensors."""

    def __init__(self, model: SentenceTransformer) -> None:
        super().__init__()
        self.parts = torch.nn.ModuleList(model)

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        features = {
            "input_ids": input_ids,
            "attention_mask": attention_mask,
            "token_type_ids": torch.zeros_like(input_ids),
        }
        for part in self.parts:
            features = part(features)
        return features["sentence_embedding"]


def save_openvino(model: SentenceTransformer, model_file: Path, tokenizer_file: Path) -> None:
    """Convert the whole model (pooling and normalisation included) for any batch and length.

    Inputs are int64 ``input_ids`` and ``attention_mask`` of shape (n, tokens); the output is
    float32 of shape (n, dimension). Weights are kept in half precision.

    Raises:
        EncoderError: the model is of a kind that cannot be converted.
    """
    import openvino

    example = {
        "input_ids": torch.tensor([[0, 5, 6, 2], [0, 7, 2, 1]]),
        "attention_mask": torch.tensor([[1, 1, 1, 1], [1, 1, 1, 0]]),
    }
    try:
        converted = openvino.convert_model(_WholeModel(model).eval(), example_input=example)
        openvino.save_model(converted, model_file, compress_to_fp16=True)
        model.tokenizer.backend_tokenizer.save(str(tokenizer_file))
    except (RuntimeError, AttributeError, KeyError, TypeError) as error:
        raise EncoderError(f"the model cannot be converted to OpenVINO ({error})") from error


def describe(model: SentenceTransformer) -> tuple[int, int]:
    """The model's window in tokens and its dimension."""
    window = model.max_seq_length or 512
    return int(window), int(model.get_embedding_dimension() or 0)


class TorchEncoder:
    """The Encoder for models and machines that OpenVINO does not serve."""

    def __init__(self, model: SentenceTransformer, choice: ModelChoice) -> None:
        self._model = model
        self._choice = choice
        self.name = choice.name
        self.window, self.dimension = describe(model)
        key = repr((choice.name, choice.source, choice.prompts, self.window, "torch"))
        self.fingerprint = hashlib.sha256(key.encode()).hexdigest()[:12]

    @classmethod
    def of(cls, choice: ModelChoice) -> "TorchEncoder":
        """Load the model that ``choice`` names."""
        check_packaged_weights(choice)
        if choice.weights is not None:
            return cls(model_from_weights(read_weights(choice.weights)), choice)
        return cls(load_by_name(choice.folder or choice.name), choice)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return self._encode(texts, self._choice.prompts[0])

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        return self._encode(texts, self._choice.prompts[1])

    def count_passage_tokens(self, texts: Sequence[str]) -> list[int]:
        if not texts:
            return []  # which the tokenizer takes for a mistake
        prompted = [self._choice.prompts[1] + text for text in texts]
        return [len(ids) for ids in self._model.tokenizer(prompted, truncation=False)["input_ids"]]

    def _encode(self, texts: Sequence[str], prompt: str) -> Vectors:
        vectors = self._model.encode(
            list(texts), prompt=prompt, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32).reshape(len(texts), self.dimension)


class CrossEncoderModel:
    """A cross-encoder by hub name or folder: reads a question and a text together.

    Raises:
        EncoderError: there is no such model, or it cannot be reached.
    """

    def __init__(self, name: str) -> None:
        try:
            self._model = CrossEncoder(name, device="cpu")
        except (OSError, ValueError, RuntimeError) as error:
            raise EncoderError(
                f"reranker {name!r} cannot be loaded ({error}); check the name, the network, and "
                "HF_HUB_OFFLINE, or unset DATELINE_RERANKER"
            ) from error

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """How well each text answers the question; the higher, the better.

        Raises:
            EncoderError: the model gives more than one number for a pair.
        """
        found = np.asarray(
            self._model.predict([(question, text) for text in texts], show_progress_bar=False)
        )
        if found.ndim != 1:
            raise EncoderError(
                "the reranker sorts pairs into classes and does not score them; choose a "
                "cross-encoder with one output"
            )
        return [float(score) for score in found]
