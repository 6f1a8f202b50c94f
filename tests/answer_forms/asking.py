"""Asks every small corpus its question, and counts which form the answer has and what it holds.

``python -m tests.answer_forms.asking MODELS_DIR`` prints the counts and what went wrong.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from index.encoder.opening import open_encoder
from retrieval.background import background_vectors
from retrieval.calibration.cases import Asking
from retrieval.calibration.invented import InventedArticle
from retrieval.close_reading.opening import open_close_reader
from retrieval.outcomes import Answer, Form
from retrieval.thresholds import kind_of, thresholds_for
from tests.corpora.rows import article_of

HERE = Path(__file__).parent
ASKED = datetime(2060, 1, 1, 12, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Asked:
    """One corpus: the ``kind`` of case it is, the form of the answer, and what it should hold.

    ``form`` is None where the question was refused.
    """

    kind: str
    question: str
    form: Form | None
    wanted: tuple[str, ...]
    quotes: tuple[str, ...]

    @property
    def held(self) -> int:
        """How many of the wanted pieces are quoted."""
        return sum(any(piece in quote for quote in self.quotes) for piece in self.wanted)


def cases() -> Iterator[tuple[str, dict[str, Any], list[str]]]:
    """Kind, corpus and wanted pieces of every case."""
    for row in _rows("differing.jsonl"):
        yield ("differing" if row["differ"] else "not differing"), row, row["values"]
    for row in _rows("lists.jsonl"):
        yield row["kind"], row, row["items"]


def ask_all(models: Path) -> Iterator[Asked]:
    """Index each corpus by itself and ask."""
    encoder = open_encoder("e5", models)
    reader = open_close_reader(models, encoder)
    thresholds = thresholds_for(kind_of("e5", reader is not None))
    asking = Asking(encoder, background_vectors(encoder, models), reader, thresholds)
    for kind, row, wanted in cases():
        articles = [InventedArticle(kind, article_of(one), (), True) for one in row["articles"]]
        with asking.of(articles) as service:
            outcome = service.ask(row["question"], ASKED)
        answered = isinstance(outcome, Answer)
        form = outcome.form if isinstance(outcome, Answer) else None
        quotes = tuple(one.quote for one in outcome.citations) if answered else ()
        yield Asked(kind, row["question"], form, tuple(wanted), quotes)


def _rows(name: str) -> Iterator[dict[str, Any]]:
    return map(json.loads, (HERE / name).read_text(encoding="utf-8").splitlines())


def main() -> None:
    """Print the counts by kind, then every case."""
    everything = list(ask_all(Path(sys.argv[1])))
    for kind in ("differing", "not differing", "list", "timeline", "plain"):
        own = [one for one in everything if one.kind == kind]
        forms = {form: sum(one.form is form for one in own) for form in (*Form, None)}
        told = ", ".join(f"{form or 'refused'} {count}" for form, count in forms.items() if count)
        whole = sum(one.held == len(one.wanted) for one in own)
        pieces = sum(one.held for one in own), sum(len(one.wanted) for one in own)
        print(f"{kind}: {len(own)} ({told}); all wanted in {whole}, {pieces[0]} of {pieces[1]}")
    flagged = [one for one in everything if one.form is Form.DIFFERING]
    right = sum(one.kind == "differing" and one.held == len(one.wanted) for one in flagged)
    print(f"said to differ: {len(flagged)}, rightly and with both values {right}")
    for one in everything:
        print(
            f"  {one.kind:13} {one.form or 'refused':9} {one.held}/{len(one.wanted)} {one.question}"
        )


if __name__ == "__main__":
    main()
