"""Asks every question of the invented corpora, each corpus on its own, and counts what was right.

``python -m tests.corpora.asking MODELS_DIR`` prints the counts and what went wrong.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.composition import open_desk, open_index_room
from bot.settings import Settings
from index.readers.folders import read_articles
from retrieval.outcomes import Answer

GROUPS = ("in_view", "unseen")
"""``in_view``: looked at when the threshold was chosen. ``unseen``: written apart, only counted."""

ASKED = datetime(2026, 11, 23, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question and what came of it.

    ``group`` is one of ``GROUPS``.

    ``kind`` is "answerable", "far", "other" (the same field, or another matter of the same people)
    or "near" (a near miss). An answer is right when one of its quotes holds the words expected,
    right at once when the first does; any other question is right when it is refused.
    """

    group: str
    corpus: str
    kind: str
    question: str
    answered: bool
    right: bool
    right_at_once: bool
    confidence: float


def ask_everything(models: Path) -> Iterator[Asked]:
    """Index each corpus by itself and ask all its questions."""
    for path in sorted(Path(__file__).parent.glob("*/*/questions.json")):
        folder = path.parent
        questions = json.loads(path.read_text(encoding="utf-8"))
        with tempfile.TemporaryDirectory() as data_dir:
            (Path(data_dir) / "models").symlink_to(models.resolve())
            settings = Settings(data_dir=Path(data_dir))
            room = open_index_room(settings)
            room.indexer.index(read_articles([folder / "article.txt"], {}))
            room.finish()
            desk = open_desk(settings)
            for part in ("answerable", "unanswerable", "near_misses"):
                for asked in questions[part]:
                    yield _ask(folder, desk.service.ask(asked["question"], ASKED), asked)


def _ask(folder: Path, outcome: object, asked: dict[str, str]) -> Asked:
    quotes = [one.quote for one in outcome.citations] if isinstance(outcome, Answer) else []
    holds = asked.get("holds")
    held = [holds in quote for quote in quotes] if holds else [not quotes]
    return Asked(
        folder.parent.name,
        folder.name,
        asked.get("kind", "answerable"),
        asked["question"],
        bool(quotes),
        any(held),
        any(held[:1]),
        outcome.confidence,  # type: ignore[attr-defined]
    )


def main() -> None:
    """Print the counts by kind, then every question that went wrong."""
    everything = list(ask_everything(Path(sys.argv[1])))
    for group in GROUPS:
        print(f"{group}:")
        for kind in ("answerable", "far", "other", "near"):
            of_kind = [one for one in everything if (one.group, one.kind) == (group, kind)]
            right = sum(one.right for one in of_kind)
            at_once = sum(one.right_at_once for one in of_kind)
            print(f"  {kind:11} {right} of {len(of_kind)} right, {at_once} at once")
    for one in everything:
        if not one.right:
            print(f"  {one.kind:11} {one.confidence:.2f} {one.corpus}: {one.question}")


if __name__ == "__main__":
    main()
