"""How good rankings are, a row a question: success at every rank, reciprocal rank, articles."""

from collections.abc import Callable, Sequence

import ir_measures
import numpy as np
from ir_measures import RR, Measure, Qrel, ScoredDoc, Success
from numpy.typing import NDArray

from retrieval.evaluation.questions import Question
from retrieval.evaluation.ranker import DEPTH
from retrieval.evaluation.relevance import is_gold, is_relevant
from retrieval.outcomes import Hit

Judge = Callable[[Question, Hit], bool]
Rows = NDArray[np.float64]
"""Shape (questions, measures)."""

HITS = tuple(f"hits@{k}" for k in range(1, DEPTH + 1))
NAMES = (*HITS, "mrr@10", "article_hits@10")
"""The columns of :func:`judged`, in order."""

_NOT_FOUND = "a relevant passage that was not found"


def judged(questions: Sequence[Question], rankings: Sequence[Sequence[Hit]]) -> Rows:
    """Measure one ranking a question; the columns are ``NAMES``.

    Hits@k is Success@k of passages, mrr@10 their RR@10, article hits@10 the Success@10 of passages
    that count by their article alone. Every question counts, also one that nothing is relevant for.
    """
    passages = [Success @ k for k in range(1, DEPTH + 1)] + [RR @ DEPTH]
    found = _measured(questions, rankings, passages, is_relevant)
    articles = _measured(questions, rankings, [Success @ DEPTH], is_gold)
    return np.hstack([found, articles])


def _measured(
    questions: Sequence[Question],
    rankings: Sequence[Sequence[Hit]],
    measures: Sequence[Measure],
    judge: Judge,
) -> Rows:
    # Questions without a relevant document would be left out of the mean: each is given one more.
    qrels = [Qrel(question.id, _NOT_FOUND, 1) for question in questions]
    run = []
    for question, hits in zip(questions, rankings, strict=True):
        for rank, hit in enumerate(hits[:DEPTH]):
            document = str(hit.passage_id)
            qrels.append(Qrel(question.id, document, int(judge(question, hit))))
            run.append(ScoredDoc(question.id, document, float(DEPTH - rank)))
    row_of = {question.id: row for row, question in enumerate(questions)}
    column_of = {measure: column for column, measure in enumerate(measures)}
    rows = np.zeros((len(questions), len(measures)))
    for metric in ir_measures.iter_calc(measures, qrels, run) if run else ():
        rows[row_of[metric.query_id], column_of[metric.measure]] = metric.value
    return rows
