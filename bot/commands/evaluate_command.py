"""The command that measures how well questions are answered. Heavy modules load inside it."""

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.command_options import INTERRUPTED, AsJson, DataDir, print_json, settings_for
from index.errors import InputError


def evaluate(
    corpus: Annotated[
        Path,
        typer.Option(
            "--corpus", metavar="PATH", help="Articles: a file, a folder, or a folder as of BEIR."
        ),
    ],
    questions: Annotated[
        list[Path] | None,
        typer.Option(
            "--questions",
            metavar="FILE",
            help="Questions with their answers, one JSON object a line.",
        ),
    ] = None,
    more: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE", help="More files of questions.")
    ] = None,
    report: Annotated[
        Path | None, typer.Option("--report", metavar="DIR", help="Write DIR/index.html.")
    ] = None,
    withheld_date: Annotated[
        bool,
        typer.Option(
            "--withheld-date", help="Ask all today, as if nobody knew when they were asked."
        ),
    ] = False,
    asked_later: Annotated[
        int,
        typer.Option(metavar="DAYS", min=0, max=36_500, help="Ask every question so much later."),
    ] = 0,
    reranker: Annotated[
        str | None, typer.Option(metavar="NAME", help="Also rank by this cross-encoder.")
    ] = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Measure the answers to questions whose answers are known."""
    settings = settings_for(data_dir)
    from bot.commands.evaluation_json import evaluation_as_json
    from bot.commands.evaluation_room import open_evaluation_room, questions_on
    from bot.composition import open_encoder_of
    from retrieval.evaluation.evaluating import put_questions
    from retrieval.evaluation.figures import evaluate as figures_of

    if report is not None and report.exists() and not report.is_dir():
        raise InputError(f"{report}: is no folder; name one for the report")
    if reranker is not None:
        settings = settings.model_copy(update={"reranker": reranker})
    asked = questions_on(corpus, [*(questions or ()), *(more or ())])
    try:
        encoder = open_encoder_of(settings)
        room = open_evaluation_room(settings, encoder, corpus, asked)
        asked_on = room.asked_on(withheld=withheld_date, later_days=asked_later)
        evaluation = figures_of(put_questions(room.ranker, room.questions, asked_on))
    except KeyboardInterrupt:
        typer.echo(
            "dateline: stopped; what was indexed stays, and the same command goes on", err=True
        )
        raise typer.Exit(INTERRUPTED) from None
    if report is not None:
        from retrieval.evaluation.report import write_report

        page = write_report(report, evaluation, room.made(asked_on))
        typer.echo(f"{page}: written", err=True)
    if as_json:
        print_json(evaluation_as_json(evaluation, room.corpus))
        return
    from bot.commands.evaluation_table import print_evaluation

    print_evaluation(evaluation, room.corpus)
