"""The pictures of the report, as SVG that stands in the page itself."""

import io
from collections.abc import Sequence
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Drawing

from retrieval.evaluation.figures import Evaluation, confidences
from retrieval.evaluation.ranking_measures import HITS
from retrieval.evaluation.refusal_measures import AIM, trade_off

_STYLE: dict[Any, Any] = {
    "svg.hashsalt": "dateline",  # the same figures give the same picture
    "svg.fonttype": "path",  # no font is needed where it is looked at
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": "#8a94a3",
    "axes.labelcolor": "#374151",
    "xtick.color": "#5b6472",
    "ytick.color": "#5b6472",
    "axes.grid": True,
    "grid.color": "#e5e8ee",
    "axes.axisbelow": True,
}
# Told apart in print and by the colour-blind as well: Okabe and Ito, "Color Universal Design".
_COLOURS = ("#8a94a3", "#e69f00", "#56b4e9", "#009e73", "#cc79a7", "#0b5cad", "#d55e00")
_SIZE = (5.6, 3.9)


def hits_picture(evaluation: Evaluation) -> str:
    """Hits@k for k from 1 to 10, a line a stage."""
    with mpl.rc_context(_STYLE):
        drawing, axes = _drawing("passages looked at (k)", "Hits@k")
        ranks = range(1, len(HITS) + 1)
        last = len(evaluation.stages) - 1
        for place, stage in enumerate(evaluation.stages):
            axes.plot(
                ranks,
                [stage.figures[name].value for name in HITS],
                color=_COLOURS[place % len(_COLOURS)],
                linewidth=2.4 if place == last else 1.4,
                marker="o",
                markersize=3.5,
                label=stage.name,
            )
        axes.set_xticks(ranks)
        axes.set_ylim(top=1.0)
        axes.legend(frameon=False, loc="lower right")
        return _svg(drawing)


def refusal_picture(evaluation: Evaluation) -> str:
    """False answers against answered, for every confidence one could answer from."""
    points = trade_off(confidences(evaluation.answerable), confidences(evaluation.unanswerable))
    with mpl.rc_context(_STYLE):
        drawing, axes = _drawing("answerable questions answered", "unanswerable questions answered")
        axes.plot([0, 1], [0, 1], color="#c5cbd5", linewidth=1, linestyle=":", label="by chance")
        axes.plot(*_columns(points), color="#0b5cad", linewidth=2, label="by the confidence")
        axes.axvline(AIM, color="#d55e00", linewidth=1.2, linestyle="--", label="90 % answered")
        answered, false = evaluation.answers["answered"], evaluation.answers["false_answers"]
        if answered is not None and false is not None:
            axes.plot(
                *([answered.value], [false.value], "o"),
                color="#d55e00",
                markersize=8,
                label="as it is set",
            )
        axes.set_xlim(0, 1.01)
        axes.set_ylim(0, 1.01)
        axes.legend(frameon=False, loc="upper left")
        return _svg(drawing)


def _drawing(along: str, up: str) -> tuple[Drawing, Axes]:
    drawing = Drawing(figsize=_SIZE, layout="constrained")
    axes = drawing.add_subplot()
    axes.set_xlabel(along)
    axes.set_ylabel(up)
    return drawing, axes


def _columns(points: Sequence[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return [point[0] for point in points], [point[1] for point in points]


def _svg(drawing: Drawing) -> str:
    written = io.StringIO()
    nothing = dict.fromkeys(("Creator", "Date", "Format", "Type"))
    drawing.savefig(written, format="svg", transparent=True, metadata=nothing)
    text = written.getvalue()
    return text[text.index("<svg") :]  # without the XML prologue, which belongs to a file
