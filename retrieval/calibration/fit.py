"""Fits the numbers of ``thresholds.json`` on the invented articles beside this file.

    python -m retrieval.calibration.fit e5 DATA_DIR

prints how the fit does on articles it was not made from (five folds), and the JSON to put in
place. Every article is a corpus of its own: what decides is whether its sentences speak to the
question, and not what else there is.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.corpus_store import CorpusStore
from index.embedded_index import EmbeddedIndex
from index.encoder.opening import open_encoder
from index.encoder.protocol import Encoder
from index.indexing import Indexer
from retrieval.background import background_vectors
from retrieval.calibration.invented import invented_articles
from retrieval.composing.choosing import choose_quotes
from retrieval.lens import lens_for
from retrieval.query import Query
from retrieval.ranking_weights import weights_for
from retrieval.searching import PassageSearch
from retrieval.service import QuestionService
from retrieval.signals import Signals
from retrieval.thresholds import Thresholds
from retrieval.understanding import QuestionReader

_FOLDS = 5
_ANSWER_ABOVE_CLOSEST = 0.25
"""How much surer than sure enough to be shown an answer must be not to be called the closest."""
_ASKED = datetime(2100, 1, 1, tzinfo=UTC)
_NEAR_WEIGHT, _FAR_WEIGHT = 0.2, 1.0
"""Near misses look like answers to these signals: taken in full they would teach refusing all."""


@dataclass(frozen=True, slots=True)
class Case:
    """One question and what was found: ``held`` says of each quote if it holds the answer."""

    article: str
    kind: str
    signals: Signals
    held: tuple[bool, ...]


def cases(encoder: Encoder, name: str, data_dir: Path, thresholds: Thresholds) -> Iterator[Case]:
    """Ask of every invented article its questions, and those of the next article of its field.

    The latter are what a reader asks whose news is not in the corpus: "far", in all languages.
    """
    background = background_vectors(encoder, data_dir / "models")
    articles = list(invented_articles())
    for invented, other in zip(articles, [*articles[1:], articles[0]], strict=True):
        asked = [*invented.questions]
        asked += [replace(q, kind="far", holds=None) for q in other.questions if q.holds]
        with tempfile.TemporaryDirectory() as folder:
            store = CorpusStore(Path(folder))
            Indexer(store, encoder, 130).index([invented.article])
            index = EmbeddedIndex(Path(folder), encoder.fingerprint, encoder.dimension)
            service = QuestionService(
                index,
                encoder,
                QuestionReader(index),
                PassageSearch(index, weights_for(name), lens_for(name)),
                background,
                lens_for(name),
                thresholds,
            )
            for question in asked:
                found = service.look(Query(question.text, question.text, _ASKED))
                quotes = choose_quotes(found.evidence, thresholds)
                held = tuple(
                    question.holds is not None and question.holds in q.evidence.text for q in quotes
                )
                if found.signals:
                    yield Case(invented.article.title, question.kind, found.signals, held)
            index.close()
            store.close()


def fit(rows: list[Case]) -> tuple[NDArray[np.float64], float]:
    """Weights and intercept of the logistic regression of "is answered" on the signals."""
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=10.0, max_iter=5000)
    scale = np.array([20.0, 20.0, 1.0, 1.0])  # to like sizes: one penalty for all
    weight = {"answer": 1.0, "near": _NEAR_WEIGHT, "far": _FAR_WEIGHT}
    model.fit(
        np.array([case.signals.as_row() for case in rows]) * scale,
        [case.kind == "answer" for case in rows],
        sample_weight=[weight[case.kind] for case in rows],
    )
    return model.coef_[0] * scale, float(model.intercept_[0])


def out_of_fold(rows: list[Case]) -> NDArray[np.float64]:
    """The confidence of every case by weights fitted without its article."""
    names = sorted({case.article for case in rows})
    fold_of = {name: position % _FOLDS for position, name in enumerate(names)}
    sure = np.zeros(len(rows))
    for fold in range(_FOLDS):
        weights, intercept = fit([case for case in rows if fold_of[case.article] != fold])
        for position, case in enumerate(rows):
            if fold_of[case.article] == fold:
                total = float(np.dot(weights, case.signals.as_row())) + intercept
                sure[position] = 1 / (1 + np.exp(-total))
    return sure


def _translated(case: Case) -> bool:
    return case.kind == "answer" and case.signals.another_language == 1.0


def main() -> None:
    """Fit, print the figures, and print the entry for ``thresholds.json``."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("encoder")
    parser.add_argument("data_dir", type=Path)
    parser.add_argument("--words-weight", type=float, default=0.03)
    parser.add_argument("--quote-within", type=float, default=0.06)
    parser.add_argument("--answered", type=float, default=0.88, help="share of answers to keep")
    parser.add_argument("--keep", type=Path, help="write every case with its signals here")
    options = parser.parse_args()
    encoder = open_encoder(options.encoder, options.data_dir / "models")
    weighing = Thresholds((0.0,) * 4, 0.0, 0.0, 0.0, options.words_weight, options.quote_within)
    rows = list(cases(encoder, options.encoder, options.data_dir, weighing))
    if options.keep:
        options.keep.write_text(json.dumps([asdict(case) for case in rows]), encoding="utf-8")
    sure = out_of_fold(rows)
    kinds = np.array([case.kind for case in rows])
    at = float(np.quantile(sure[kinds == "answer"], 1 - options.answered))
    answers = [case for case in rows if case.kind == "answer"]
    figures = {
        "questions": len(rows),
        "answered": float(np.mean(sure[kinds == "answer"] >= at)),
        "far_refused": float(np.mean(sure[kinds == "far"] < at)),
        "near_refused": float(np.mean(sure[kinds == "near"] < at)),
        "first_quote_holds": float(np.mean([any(case.held[:1]) for case in answers])),
        "some_quote_holds": float(np.mean([any(case.held) for case in answers])),
        "another_language_answered": float(
            np.mean([sure[i] >= at for i, case in enumerate(rows) if _translated(case)])
        ),
        "quotes": float(np.mean([len(case.held) for case in answers])),
    }
    weights, intercept = fit(rows)
    entry = {
        "weights": [round(float(weight), 3) for weight in weights],
        "intercept": round(intercept, 3),
        "answer_at": round(at + _ANSWER_ABOVE_CLOSEST, 3),
        "closest_at": round(at, 3),
        "words_weight": options.words_weight,
        "quote_within": options.quote_within,
    }
    json.dump({"figures": figures, "entry": entry}, sys.stdout, indent=2)
    print()


if __name__ == "__main__":
    main()
