"""An operator's own questions move the bounds of what is answered."""

from dataclasses import replace
from datetime import date

import pytest

from index.errors import InputError
from retrieval.calibration.own_corpus import FEWEST, Calibration, calibrate
from retrieval.evaluation.questions import Question
from retrieval.evidence import Scoring
from retrieval.ranking_weights import weights_for
from retrieval.searching import PassageSearch
from retrieval.service import QuestionService
from retrieval.thresholds import Thresholds
from retrieval.understanding import QuestionReader
from retrieval.weighing import Weigher
from tests.retrieval.conftest import MemoryIndex, WordEncoder, article

BY_COSINE = Thresholds((0.0, 10.0, 0.0, 0.0, 0.0, 0.0), -5.0, 0.5, 0.5, Scoring(0.0, 0.0, 0.0), 0.1)
TOWNS = [
    f"{first}{last}" for first in ("Bel", "Cor", "Dun", "Esk") for last in ("mar", "ton", "by")
]
TOWNS += [f"{first}{last}" for first in ("Fal", "Gor", "Hel") for last in ("mar", "ton", "by")]


def questions(count: int) -> list[Question]:
    said = [
        Question(f"a{i}", f"mayor of {town} opened bridge", None, "bridge", True, frozenset({town}))
        for i, town in enumerate(TOWNS[:count])
    ]
    unsaid = [
        Question(f"u{i}", f"{town} zeppelin race winner tonight", None, None, False, frozenset())
        for i, town in enumerate(TOWNS[:count])
    ]
    return [*said, *unsaid]


def fitted(encoder: WordEncoder, count: int, answered: float = 0.9) -> Calibration:
    articles = [
        article(town, f"The mayor of {town} opened the bridge.", date(2026, 3, 1)) for town in TOWNS
    ]
    index = MemoryIndex(articles, encoder)
    reader = QuestionReader(index)
    background = encoder.encode_passages(["Something else.", "Nothing of the kind."])
    service = QuestionService(
        index,
        encoder,
        reader,
        PassageSearch(index, weights_for("e5")),
        Weigher(index, background, None, BY_COSINE),
        BY_COSINE,
    )
    return calibrate(service, reader, questions(count), BY_COSINE, answered, 0.9)


def test_the_bounds_part_what_is_answered_from_what_is_not(encoder: WordEncoder) -> None:
    found = fitted(encoder, 21)
    assert (found.answerable, found.unanswerable) == (21, 21)
    assert found.after.answered == pytest.approx(0.9, abs=0.06)
    assert found.after.false_answers <= min(0.1, found.before.false_answers)
    assert found.thresholds.closest_at <= found.thresholds.answer_at
    unfitted = {"scoring", "quote_within", "most_quotes"}
    kept = {name: getattr(BY_COSINE, name) for name in unfitted}
    assert replace(found.thresholds, **kept) == found.thresholds


def test_the_share_to_be_answered_is_the_operators_choice(encoder: WordEncoder) -> None:
    few, all_of_them = fitted(encoder, 21, 0.6), fitted(encoder, 21, 1.0)
    assert few.after.answered < all_of_them.after.answered == 1.0
    assert few.thresholds.closest_at > all_of_them.thresholds.closest_at


def test_too_few_questions_are_refused_with_their_number(encoder: WordEncoder) -> None:
    with pytest.raises(InputError, match=rf"5 questions with an answer .* {FEWEST} of either kind"):
        fitted(encoder, 5)
