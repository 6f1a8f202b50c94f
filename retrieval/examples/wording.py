"""The words of the example questions, by language."""

from functools import lru_cache
from importlib.resources import files


def worded(language: str, asks: str, **values: str) -> str | None:
    """The question of that kind; None where the language has no words for it."""
    pattern = _rows("patterns.tsv").get((language, asks))
    return pattern[-1].format(**values) if pattern else None


def definite_articles(language: str) -> frozenset[str]:
    """What may stand before a noun that is spoken about; with a hyphen: as one word with it."""
    found = [row for (of, *_), row in _rows("articles.tsv").items() if of == language]
    return frozenset(found[0][-1].split()) if found else frozenset()


@lru_cache(maxsize=4)
def _rows(name: str) -> dict[tuple[str, ...], tuple[str, ...]]:
    text = files("retrieval.examples").joinpath(name).read_text(encoding="utf-8")
    rows = (tuple(row.split("\t")) for row in text.splitlines() if row and row[0] != "#")
    return {row[:-1]: row for row in rows}
