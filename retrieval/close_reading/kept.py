"""The converted close reader in its folder, and how to see that it is whole and of this adapter."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from index.encoder.stamp import MODEL_FILE, STAMP_FILE, TOKENIZER_FILE, WEIGHTS_FILE

FOLDER = "close-reader"
EMBEDDINGS_FILE = "embeddings.npy"
_FILES = (MODEL_FILE, WEIGHTS_FILE, TOKENIZER_FILE, EMBEDDINGS_FILE)
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class _Stamp:
    source: str
    sizes: dict[str, int]
    format: int = _FORMAT


def source_of(encoder_sha256: str, adapter: bytes) -> str:
    """What a converted close reader is made from: the encoder's weights and the adapter."""
    return f"{encoder_sha256[:16]}+{hashlib.sha256(adapter).hexdigest()[:16]}"


def is_kept(folder: Path, source: str) -> bool:
    """Whether ``folder`` holds the whole model made from ``source``."""
    try:
        stamp = _Stamp(**json.loads((folder / STAMP_FILE).read_text(encoding="utf-8")))
        return stamp == _Stamp(source, _sizes(folder))
    except (OSError, ValueError, TypeError):
        return False


def write_stamp(folder: Path, source: str) -> None:
    """Say of the files now in ``folder`` that they are whole; to be written last."""
    stamp = json.dumps(asdict(_Stamp(source, _sizes(folder))), indent=2)
    (folder / STAMP_FILE).write_text(stamp, encoding="utf-8")


def _sizes(folder: Path) -> dict[str, int]:
    return {name: (folder / name).stat().st_size for name in _FILES}
