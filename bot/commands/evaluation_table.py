"""An evaluation as tables in the terminal."""

from rich.console import Console
from rich.table import Table

from retrieval.evaluation.figure_texts import (
    interval_text,
    ms_text,
    name_text,
    share_text,
    signed_text,
)
from retrieval.evaluation.figures import ANSWERS, SHOWN, Evaluation, Figure
from retrieval.evaluation.kept_index import CorpusFigures


def print_evaluation(evaluation: Evaluation, corpus: CorpusFigures) -> None:
    """The headline figures, and under them what each stage brings."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(
        f"{len(evaluation.answerable):,} answerable and {len(evaluation.unanswerable):,} "
        f"unanswerable questions on {corpus.articles:,} articles, {corpus.passages:,} passages "
        f"of {corpus.words_a_passage:.0f} words"
    )
    console.print(_headline(evaluation))
    if evaluation.stages:
        console.print(_stages(evaluation))


def _headline(evaluation: Evaluation) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("")
    table.add_column("figure", justify="right")
    table.add_column("95 % of resamples")
    figures: dict[str, Figure | None] = {**evaluation.ranking, **evaluation.answers}
    for name in (*SHOWN, *ANSWERS):
        figure = figures[name]
        table.add_row(name_text(name), share_text(figure), interval_text(figure))
    times = evaluation.times
    table.add_row("Time of a question", f"{ms_text(times.p50)} ms", f"p95 {ms_text(times.p95)} ms")
    return table


def _stages(evaluation: Evaluation) -> Table:
    table = Table(
        box=None,
        pad_edge=False,
        caption="below: the gain over the stage before, * where its interval leaves out zero",
        caption_justify="left",
    )
    table.add_column("\nstage")
    for name in SHOWN:
        table.add_column(f"\n{name_text(name)}", justify="right")
    table.add_column("\nms", justify="right")
    for stage in evaluation.stages:
        figures = [share_text(stage.figures[name]) for name in SHOWN]
        table.add_row(stage.name, *figures, ms_text(stage.times.p50))
        if stage.gains is not None:
            table.add_row("", *(_gain(stage.gains[name]) for name in SHOWN), "", style="dim")
    return table


def _gain(gain: Figure) -> str:
    low, high = gain.interval
    return signed_text(gain.value) + ("*" if low > 0 or high < 0 else "")
