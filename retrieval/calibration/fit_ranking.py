"""Fits what recency counts for when passages are ordered, on questions whose answers are known.

    python -m retrieval.calibration.fit_ranking e5 DATA_DIR QUESTIONS…

DATA_DIR holds the index of their corpus (`dateline index`). Two folds, question by question in
turn: each is measured with the numbers that were best for the other. Printed are these pooled
figures, those of every choice on all questions, and the best choice.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedded_index import EmbeddedIndex
from index.encoder.opening import open_encoder
from retrieval.evaluation.questions import Question, read_questions
from retrieval.evaluation.ranking_measures import NAMES, judged
from retrieval.lens import lens_for
from retrieval.query import Query
from retrieval.ranking_weights import RankingWeights, weights_for
from retrieval.searching import PassageSearch
from retrieval.understanding import QuestionReader

RECENT, FRESH_DAYS, RECENT_DAYS = (0.3, 0.4, 0.5, 0.7), (0.0, 2.0, 3.0, 5.0, 7.0), (7.0, 15.0, 30.0)
SHOWN = ("hits@1", "hits@4", "hits@10", "mrr@10", "article_hits@10")
Rows = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A question as it is searched."""

    question: Question
    query: Query
    vector: NDArray[np.float32]


def measure(
    index: EmbeddedIndex, weights: RankingWeights, name: str, cases: Sequence[Case]
) -> Rows:
    """One row a question, as :func:`retrieval.evaluation.ranking_measures.judged`."""
    search = PassageSearch(index, weights, lens_for(name))
    found = [search.find(case.query, case.vector).hits for case in cases]
    return judged([case.question for case in cases], found)


def goodness(rows: Rows) -> float:
    """What the best choice is best at: the right passage first, and found at all."""
    return float(rows[:, NAMES.index("mrr@10")].mean() + rows[:, NAMES.index("hits@10")].mean())


def figures(rows: Rows) -> str:
    """The means, in words."""
    return "  ".join(f"{name} {rows[:, NAMES.index(name)].mean():.3f}" for name in SHOWN)


def main() -> None:
    """Measure every choice and print what came of it."""
    parser = argparse.ArgumentParser(description="Fit what recency counts for.")
    parser.add_argument("encoder")
    parser.add_argument("data_dir", type=Path)
    parser.add_argument("questions", type=Path, nargs="+")
    options = parser.parse_args()
    encoder = open_encoder(options.encoder, options.data_dir / "models")
    index = EmbeddedIndex(options.data_dir, encoder.fingerprint, encoder.dimension)
    reader = QuestionReader(index)
    cases = []
    for question in read_questions(options.questions):
        if question.answerable:
            day = question.asked or date.today()
            query = reader.read(question.text, datetime.combine(day, time(12), UTC))
            cases.append(Case(question, query, encoder.encode_queries([query.searched])[0]))
    plain = weights_for(encoder.name)
    choices = [
        replace(plain, recent=recent, fresh_days=fresh, recent_days=days)
        for recent, fresh, days in product(RECENT, FRESH_DAYS, RECENT_DAYS)
    ]
    rows = [measure(index, choice, encoder.name, cases) for choice in choices]
    best = max(range(len(choices)), key=lambda one: goodness(rows[one]))
    folds = np.arange(len(cases)) % 2
    pooled = np.empty_like(rows[0])
    for fold in (0, 1):
        learned = max(range(len(choices)), key=lambda one: goodness(rows[one][folds != fold]))
        pooled[folds == fold] = rows[learned][folds == fold]
    for choice, own in zip(choices, rows, strict=True):
        print(f"{choice.recent} {choice.fresh_days} {choice.recent_days}: {figures(own)}")
    print(f"best: {choices[best]}")
    print(f"two folds, pooled: {figures(pooled)}")


if __name__ == "__main__":
    main()
