"""Vectors of sentences on anything at all, against which a question's cosines are judged."""

import hashlib
from importlib.resources import files
from pathlib import Path

import numpy as np

from index.atomic_file import write_whole
from index.encoder.protocol import Encoder, Vectors


def background_sentences() -> list[str]:
    """The sentences that ship: invented news on many topics (``background.txt``, one a line)."""
    text = files("retrieval").joinpath("background.txt").read_text(encoding="utf-8")
    return text.splitlines()


def background_vectors(encoder: Encoder, folder: Path) -> Vectors:
    """Their vectors, shape (sentences, dimension); encoded once and kept in ``folder``."""
    sentences = background_sentences()
    key = hashlib.sha256("\n".join([encoder.fingerprint, *sentences]).encode()).hexdigest()[:12]
    path = folder / f"background-{key}.npy"
    try:
        kept = np.load(path)
        if kept.shape == (len(sentences), encoder.dimension):
            return np.asarray(kept, dtype=np.float32)
    except (OSError, ValueError, EOFError):
        pass  # not made yet, or cut short: made anew below
    vectors = encoder.encode_passages(sentences)
    folder.mkdir(parents=True, exist_ok=True)

    def save(fresh: Path) -> None:
        with fresh.open("wb") as handle:
            np.save(handle, vectors)

    write_whole(path, save)
    return vectors
