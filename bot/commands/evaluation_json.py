"""An evaluation as the JSON object that `evaluate --json` promises; fields may be added."""

from collections.abc import Mapping, Sequence
from typing import Any

from retrieval.evaluation.figures import ANSWERS, SHOWN, Evaluation, Figure, StageFigures
from retrieval.evaluation.kept_index import CorpusFigures


def evaluation_as_json(evaluation: Evaluation, corpus: CorpusFigures) -> dict[str, Any]:
    """The object of `evaluate --json`; what does not apply is null."""
    return {
        **_values(evaluation.ranking, SHOWN),
        **_values(evaluation.answers, ANSWERS),
        "ms_p50": round(evaluation.times.p50, 2),
        "ms_p95": round(evaluation.times.p95, 2),
        "questions": len(evaluation.answerable),
        "unanswerable": len(evaluation.unanswerable),
        "words_a_passage": corpus.words_a_passage,
        "intervals": _intervals(evaluation.ranking, SHOWN)
        | _intervals(evaluation.answers, ANSWERS),
        "stages": [_stage(stage) for stage in evaluation.stages],
        "articles": corpus.articles,
        "passages": corpus.passages,
        "passages_a_second": corpus.passages_a_second,
        "skipped": len(corpus.skipped),
    }


def _stage(stage: StageFigures) -> dict[str, Any]:
    gain = None
    if stage.gains is not None:
        gain = _values(stage.gains, SHOWN) | {"intervals": _intervals(stage.gains, SHOWN)}
    return {
        "name": stage.name,
        **_values(stage.figures, SHOWN),
        "ms": round(stage.times.p50, 2),
        "ms_p95": round(stage.times.p95, 2),
        "intervals": _intervals(stage.figures, SHOWN),
        "gain": gain,
    }


def _values(figures: Mapping[str, Figure | None], names: Sequence[str]) -> dict[str, float | None]:
    return {
        name: None if (figure := figures[name]) is None else round(figure.value, 4)
        for name in names
    }


def _intervals(
    figures: Mapping[str, Figure | None], names: Sequence[str]
) -> dict[str, list[float] | None]:
    return {
        name: None
        if (figure := figures[name]) is None
        else [round(bound, 4) for bound in figure.interval]
        for name in names
    }
