"""Asks pairs of a question that an article answers and a near miss, and counts what was right.

``python -m tests.near_misses.asking MODELS_DIR`` prints the counts and what went wrong. All
articles stand in one corpus. They were written apart from those that anything is fitted on, on
other topics.
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
from retrieval.outcomes import Answer, Outcome
from tests.corpora.rows import article_of

ASKED = datetime(2030, 1, 1, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: ``right`` where a quote holds the answer, or where a near miss was refused."""

    question: str
    answered: bool
    right: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class Pair:
    """Two questions on one article."""

    answerable: Asked
    near_miss: Asked

    @property
    def both_right(self) -> bool:
        """Whether the one was answered and the other refused."""
        return self.answerable.right and self.near_miss.right


def ask_pairs(models: Path) -> Iterator[Pair]:
    """Index the articles and ask all."""
    file = Path(__file__).with_name("articles.jsonl")
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as data_dir:
        (Path(data_dir) / "models").symlink_to(models.resolve())
        settings = Settings(_env_file=None, data_dir=Path(data_dir))
        room = open_index_room(settings)
        room.indexer.index([article_of(row) for row in rows])
        room.finish()
        service = open_desk(settings).service
        for row in rows:
            for pair in row["pairs"]:
                asked, missed = pair["answerable"], pair["near_miss"]
                yield Pair(
                    _asked(asked, service.ask(asked, ASKED), pair["holds"]),
                    _asked(missed, service.ask(missed, ASKED), None),
                )


def _asked(question: str, outcome: Outcome, holds: str | None) -> Asked:
    quotes = [one.quote for one in outcome.citations] if isinstance(outcome, Answer) else []
    right = any(holds in quote for quote in quotes) if holds else not quotes
    return Asked(question, bool(quotes), right, outcome.confidence)


def main() -> None:
    """Print the shares, then every question that went wrong."""
    pairs = list(ask_pairs(Path(sys.argv[1])))
    sides = [one for pair in pairs for one in (pair.answerable, pair.near_miss)]
    print(f"{len(pairs)} pairs")
    print(f"  answerable answered    {share([pair.answerable.answered for pair in pairs])}")
    print(f"  and a quote holds it   {share([pair.answerable.right for pair in pairs])}")
    print(f"  near misses refused    {share([pair.near_miss.right for pair in pairs])}")
    print(f"  one side right         {share([one.right for one in sides])}")
    print(f"  both right at once     {share([pair.both_right for pair in pairs])}")
    for pair in pairs:
        for kind, one in (("answerable", pair.answerable), ("near miss", pair.near_miss)):
            if not one.right:
                done = "answered" if one.answered else "refused"
                print(f"  {kind:10} {one.confidence:.2f} {done}: {one.question}")


def share(of: list[bool]) -> str:
    """A share with its count."""
    return f"{sum(of)} of {len(of)}, {sum(of) / len(of):.3f}"


if __name__ == "__main__":
    main()
