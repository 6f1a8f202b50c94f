"""The label on a converted model folder: what it is, and how to see that it is whole."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from index.errors import EncoderError

FORMAT = 1
STAMP_FILE, MODEL_FILE, TOKENIZER_FILE = "stamp.json", "model.xml", "tokenizer.json"
WEIGHTS_FILE = "model.bin"


@dataclass(frozen=True, slots=True)
class ModelStamp:
    """Describes one converted model. ``source`` is the weights' SHA-256 or the model's name."""

    name: str
    source: str
    query_prompt: str
    passage_prompt: str
    window: int
    dimension: int
    files: dict[str, int]
    tokenizer_sha256: str
    format: int = FORMAT

    @property
    def fingerprint(self) -> str:
        """Twelve digits that change when the vectors would."""
        key = [self.name, self.source, self.query_prompt, self.passage_prompt, self.window]
        return hashlib.sha256(json.dumps([*key, self.format]).encode()).hexdigest()[:12]


def write_stamp(folder: Path, stamp: ModelStamp) -> None:
    """Write the stamp last of all files, so that its presence says the folder is whole."""
    (folder / STAMP_FILE).write_text(json.dumps(asdict(stamp), indent=2), encoding="utf-8")


def read_stamp(folder: Path) -> ModelStamp | None:
    """The stamp of a whole folder; None when there is none, or files are missing or cut."""
    try:
        stamp = ModelStamp(**json.loads((folder / STAMP_FILE).read_text(encoding="utf-8")))
        whole = all((folder / name).stat().st_size == size for name, size in stamp.files.items())
        tokenizer = (folder / TOKENIZER_FILE).read_bytes()
    except (OSError, ValueError, TypeError):
        return None
    if not whole or stamp.format != FORMAT:
        return None
    return stamp if hashlib.sha256(tokenizer).hexdigest() == stamp.tokenizer_sha256 else None


def stamp_of(
    folder: Path, name: str, source: str, prompts: tuple[str, str], window: int, dimension: int
) -> ModelStamp:
    """The stamp for the files now in ``folder``."""
    try:
        files = {
            file: (folder / file).stat().st_size
            for file in (MODEL_FILE, WEIGHTS_FILE, TOKENIZER_FILE)
        }
        tokenizer = hashlib.sha256((folder / TOKENIZER_FILE).read_bytes()).hexdigest()
    except OSError as error:
        raise EncoderError(f"{folder}: the converted model was not written ({error})") from error
    return ModelStamp(name, source, *prompts, window, dimension, files, tokenizer)
