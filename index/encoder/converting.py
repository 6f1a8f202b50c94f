"""Makes a converted model folder once, so that serving needs neither torch nor its packages."""

import os
import warnings
from pathlib import Path

from index.atomic_file import whole_folder
from index.encoder.choice import ModelChoice, check_packaged_weights
from index.encoder.stamp import MODEL_FILE, TOKENIZER_FILE, read_stamp, stamp_of, write_stamp
from index.encoder.weights import read_weights


def kept_model(choice: ModelChoice, models: Path) -> Path | None:
    """The folder under ``models`` with the whole converted model of ``choice``, if it is there."""
    folder = _folder_of(choice, models)
    stamp = read_stamp(folder)
    if stamp is None or stamp.source != choice.source:
        return None
    return folder if (stamp.query_prompt, stamp.passage_prompt) == choice.prompts else None


def convert(choice: ModelChoice, models: Path) -> Path:
    """Convert the model of ``choice`` and keep it under ``models``; returns its folder.

    The folder appears whole or not at all: it is written beside and renamed into place.

    Raises:
        EncoderError: the model cannot be loaded, or OpenVINO cannot convert it.
    """
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # tracing warns of constants that are constant
        from index.encoder.sentence_model import (
            describe,
            load_by_name,
            model_from_weights,
            save_openvino,
        )

        check_packaged_weights(choice)
        if choice.weights is not None:
            model = model_from_weights(read_weights(choice.weights))
        else:
            model = load_by_name(choice.folder or choice.name)
        folder = _folder_of(choice, models)
        with whole_folder(folder) as fresh:
            save_openvino(model, fresh / MODEL_FILE, fresh / TOKENIZER_FILE)
            window, dimension = describe(model)
            stamp = stamp_of(fresh, choice.name, choice.source, choice.prompts, window, dimension)
            write_stamp(fresh, stamp)
    return folder


def _folder_of(choice: ModelChoice, models: Path) -> Path:
    safe = "".join(c if c.isalnum() or c in "-._" else "-" for c in choice.name).strip(".-")
    return models / (safe or "model")
