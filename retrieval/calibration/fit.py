"""Fits the numbers of ``confidence.json`` on the invented articles beside this file.

    python -m retrieval.calibration.fit e5 DATA_DIR [--without-close-reader]

prints how the fit does on articles it was not made from (five folds), and the entry to put in
place. Only the articles that the close reader has not learned from are asked. They are asked
in one corpus, and some of them each as a corpus of its own.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.encoder.opening import open_encoder
from retrieval.background import background_vectors
from retrieval.calibration.cases import Asking, Case, alone, together
from retrieval.calibration.confidence_fit import fit, out_of_fold, with_bounds
from retrieval.calibration.invented import invented_articles
from retrieval.close_reading.opening import open_close_reader
from retrieval.evidence import Scoring
from retrieval.signals import Signals
from retrieval.thresholds import Thresholds, as_json

_ALONE_EVERY = 8
_NEAR_WEIGHT_UNREAD = 0.2
"""Near misses look like answers by similarity: taken in full they would teach refusing all."""


def figures(
    cases: Sequence[Case], sure: NDArray[np.float64], thresholds: Thresholds
) -> dict[str, float]:
    """Shares that are right at the bounds of ``thresholds``, for confidences of shape (cases,)."""
    kinds = np.array([case.kind for case in cases])
    shown = sure >= thresholds.closest_at
    answers = [case for case in cases if case.kind == "answer"]
    translated = [
        place
        for place, case in enumerate(cases)
        if case.kind == "answer" and case.signals.another_language == 1.0
    ]
    return {
        "questions": len(cases),
        "answered": float(np.mean(shown[kinds == "answer"])),
        "of which said to be the closest": float(
            np.mean(sure[(kinds == "answer") & shown] < thresholds.answer_at)
        ),
        "far refused": float(np.mean(~shown[kinds == "far"])),
        "near refused": float(np.mean(~shown[kinds == "near"])),
        "near refused or said to be the closest": float(
            np.mean(sure[kinds == "near"] < thresholds.answer_at)
        ),
        "first quote holds": float(np.mean([any(case.held[:1]) for case in answers])),
        "some quote holds": float(np.mean([any(case.held) for case in answers])),
        "another language answered": float(np.mean(shown[translated])) if translated else 1.0,
        "quotes": float(np.mean([len(case.held) for case in answers])),
    }


def main() -> None:
    """Fit, print the figures, and print the entry for ``confidence.json``."""
    parser = argparse.ArgumentParser(description="Fit how sure an answer is.")
    parser.add_argument("encoder")
    parser.add_argument("data_dir", type=Path)
    parser.add_argument("--without-close-reader", action="store_true")
    parser.add_argument("--words", type=float, default=0.03, help="see Scoring")
    parser.add_argument("--place", type=float, default=0.025)
    parser.add_argument("--gain", type=float, default=0.4)
    parser.add_argument("--spread", type=float, default=0.1)
    parser.add_argument("--a-word", type=float, default=0.0034)
    parser.add_argument("--near-weight", type=float, default=0.25)
    parser.add_argument("--answered", type=float, default=0.895, help="share of answers to show")
    parser.add_argument("--certain", type=float, default=0.8, help="right ones of plain answers")
    parser.add_argument("--keep", type=Path, help="write every case with its signals here")
    options = parser.parse_args()
    models = options.data_dir / "models"
    encoder = open_encoder(options.encoder, models)
    reader = None if options.without_close_reader else open_close_reader(models, encoder)
    weighing = Thresholds(
        (0.0,) * len(Signals.__dataclass_fields__),
        0.0,
        0.0,
        0.0,
        Scoring(options.words, options.place, options.gain if reader else 0.0),
        options.spread,
        options.a_word,
    )
    asking = Asking(encoder, background_vectors(encoder, models), reader, weighing)
    articles = list(invented_articles())
    held_out = [one for one in articles if one.held_out]
    cases = [*alone(asking, held_out[::_ALONE_EVERY]), *together(asking, articles)]
    if options.keep:
        options.keep.write_text(json.dumps([asdict(case) for case in cases]), encoding="utf-8")
    near = options.near_weight if reader else _NEAR_WEIGHT_UNREAD

    def weight(case: Case) -> float:
        return near if case.kind == "near" else 1.0

    sure = out_of_fold(cases, weight)
    thresholds = with_bounds(
        weighing, fit(cases, weight), cases, sure, options.answered, options.certain
    )
    found = figures(cases, sure, thresholds)
    json.dump({"figures": found, "entry": as_json(thresholds)}, sys.stdout, indent=2)
    print()


if __name__ == "__main__":
    main()
