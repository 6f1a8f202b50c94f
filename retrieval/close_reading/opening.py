"""Opens the close reader, making it the first time; None where it cannot be had."""

import logging
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from tokenizers import Tokenizer

from index.apart import apart
from index.encoder.choice import choose
from index.encoder.openvino_encoder import OpenVinoEncoder, load_tokenizer
from index.encoder.protocol import Encoder
from index.encoder.stamp import TOKENIZER_FILE
from index.errors import WeightsError
from retrieval.close_reading.converting import convert
from retrieval.close_reading.kept import FOLDER, is_kept, source_of
from retrieval.close_reading.served import CloseReader

logger = logging.getLogger(__name__)

ADAPTER_FILE = "close-reader.safetensors"


def open_close_reader(models: Path, encoder: Encoder) -> CloseReader | None:
    """The close reader, converted into ``models`` the first time.

    It reads any text, whichever ``encoder`` finds the passages; its own weights are those of the
    packaged e5. Where that package is missing there is none, and a warning says so.
    """
    try:
        choice = choose("e5")
        assert choice.weights is not None  # the packaged model has them
        adapter = files("retrieval.close_reading").joinpath(ADAPTER_FILE).read_bytes()
        source = source_of(choice.source, adapter)
        folder = models / FOLDER
        if not is_kept(folder, source):
            logger.info("preparing the close reader (once; about half a minute)")
            apart(convert, choice.weights, adapter, source, folder)
        return CloseReader(folder, _tokenizer_for(encoder, choice.source, folder))
    except (WeightsError, ImportError) as error:
        logger.warning("answers are chosen without the close reader: %s", error)
        return None


def _tokenizer_for(encoder: Encoder, source: str, folder: Path) -> Callable[[], Tokenizer]:
    """The encoder's own where its weights are the same: a second one takes time and room."""
    if isinstance(encoder, OpenVinoEncoder) and encoder.source == source:
        return encoder.tokenizer
    return lambda: load_tokenizer(folder / TOKENIZER_FILE)
