"""Makes the close reader once from the encoder's weights and the adapter.

``convert`` is run in a process of its own; only there torch is loaded.
"""

import warnings
from pathlib import Path

import numpy as np

from index.atomic_file import whole_folder
from index.encoder.stamp import MODEL_FILE, TOKENIZER_FILE
from index.encoder.unigram import build_tokenizer
from index.encoder.weights import read_weights
from retrieval.close_reading.kept import EMBEDDINGS_FILE, write_stamp


def convert(weights: Path, adapter: bytes, source: str, folder: Path) -> None:
    """Convert into ``folder``, which appears whole or not at all.

    Raises:
        WeightsError: the encoder's weights are not those expected.
        ValueError: the adapter does not fit the model.
    """
    import openvino
    import torch

    from index.encoder.bert import bert_of
    from retrieval.close_reading.model import adapted_model

    read = read_weights(weights)
    model = adapted_model(bert_of(read), adapter)
    model.merge()
    with whole_folder(folder) as fresh:
        table = model.bert.embeddings.word_embeddings.weight.detach().numpy()
        np.save(fresh / EMBEDDINGS_FILE, table.astype(np.float16))
        build_tokenizer(read.vocabulary).save(str(fresh / TOKENIZER_FILE))
        example = {
            "embedded": torch.zeros(2, 5, table.shape[1]),
            "mask": torch.ones(2, 5, dtype=torch.int64),
        }
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # tracing warns of constants that are constant
            converted = openvino.convert_model(model.eval(), example_input=example)
        openvino.save_model(converted, fresh / MODEL_FILE, compress_to_fp16=True)
        write_stamp(fresh, source)
