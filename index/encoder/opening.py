"""Opens the encoder an operator chose, falling back where this machine cannot run it."""

import logging
from pathlib import Path

from index.apart import apart
from index.encoder.choice import E5_HUB_NAME, ModelChoice, choose
from index.encoder.converting import convert, kept_model
from index.encoder.protocol import Encoder
from index.errors import EncoderError, WeightsError

logger = logging.getLogger(__name__)


def open_encoder(name: str, models: Path, prompts: tuple[str, str] | None = None) -> Encoder:
    """The encoder called ``name``, converted into ``models`` the first time.

    "e5" falls back to its hub name where the package with its weights is missing, and then to
    "minilm"; every fall back is logged with its reason. A model named otherwise is not replaced.

    Raises:
        EncoderError: no model can be had; the message says what to do.
    """
    try:
        return _open(name, models, prompts)
    except WeightsError as error:
        if name != "e5":
            raise
        logger.warning("%s; trying %s from the hub", error, E5_HUB_NAME)
    try:
        return _open(E5_HUB_NAME, models, prompts)
    except EncoderError as error:
        logger.warning("%s; using minilm, which reads English only", error)
    return _open("minilm", models, prompts)


def _open(name: str, models: Path, prompts: tuple[str, str] | None) -> Encoder:
    choice = choose(name, prompts)
    try:
        from index.encoder.openvino_encoder import OpenVinoEncoder

        folder = kept_model(choice, models) or _convert_apart(choice, models)
        return OpenVinoEncoder(folder)
    except WeightsError:
        raise
    except (ImportError, EncoderError) as error:
        logger.warning("OpenVINO cannot run %s here (%s); using torch, slower", name, error)
    from index.encoder.sentence_model import TorchEncoder

    return TorchEncoder.of(choice)


def _convert_apart(choice: ModelChoice, models: Path) -> Path:
    """Convert in a process of its own: torch takes two gigabytes, which would not be given back."""
    logger.info("preparing the encoder %s (once; about half a minute)", choice.name)
    return apart(convert, choice, models)
