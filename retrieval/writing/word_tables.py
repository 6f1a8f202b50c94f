"""Reads the tables of small words that lie beside the code, spelled as texts are compared."""

from importlib.resources import files

from retrieval.times.folding import fold


def read_table(name: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """The rows of ``name``: a language (ISO 639-1), what its words mean, and the words, folded."""
    text = files("retrieval.writing").joinpath(name).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return [(language, meaning, tuple(fold(words).split())) for language, meaning, words in rows]
