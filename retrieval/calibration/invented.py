"""The invented articles that everything fitted is fitted on."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from index.articles import Article

_HELD_OUT_EVERY, _HELD_OUT_FILES = 6, "held-out-"


@dataclass(frozen=True, slots=True)
class InventedQuestion:
    """``holds`` is what a right quote contains. ``kind``: "answer", "near" (miss) or "far"."""

    text: str
    kind: str
    holds: str | None
    language: str


@dataclass(frozen=True, slots=True)
class InventedArticle:
    """An article with the questions asked of it.

    ``held_out``: the close reader does not learn from it, so that what it is worth can be measured
    and how far to trust it can be fitted.
    """

    field: str
    article: Article
    questions: tuple[InventedQuestion, ...]
    held_out: bool


def invented_articles() -> Iterator[InventedArticle]:
    """All of them, field by field (politics, science, …)."""
    folder = files("retrieval.calibration").joinpath("articles")
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()):
            row = json.loads(line)
            published = date.fromisoformat(row["published"])
            yield InventedArticle(
                file.name.removesuffix(".jsonl"),
                Article(row["title"], None, row["title"], row["text"], published=published),
                tuple(
                    InventedQuestion(q["question"], q["kind"], q["holds"], q["language"])
                    for q in row["questions"]
                ),
                number % _HELD_OUT_EVERY == 0 or file.name.startswith(_HELD_OUT_FILES),
            )
