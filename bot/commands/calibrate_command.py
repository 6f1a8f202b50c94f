"""The command that fits how sure an answer must be to an operator's own corpus and questions."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.commands.command_options import AsJson, DataDir, print_json, settings_for
from index.errors import InputError

if TYPE_CHECKING:
    from retrieval.calibration.own_corpus import Calibration, Shares


def calibrate(
    questions: Annotated[
        list[Path] | None,
        typer.Option(
            "--questions",
            metavar="FILE",
            help="Questions with and without an answer in the index, as for `evaluate`.",
        ),
    ] = None,
    more: Annotated[
        list[Path] | None, typer.Argument(metavar="FILE", help="More files of questions.")
    ] = None,
    answered: Annotated[
        float,
        typer.Option(min=0.5, max=1.0, help="Share of the answerable questions to be answered."),
    ] = 0.9,
    certain: Annotated[
        float,
        typer.Option(
            min=0.5, max=1.0, help="Share of plain answers to be right; others are “the closest”."
        ),
    ] = 0.8,
    forget: Annotated[
        bool, typer.Option("--forget", help="Go back to the numbers that ship.")
    ] = False,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Fit when to answer and when to refuse to the index and these questions."""
    settings = settings_for(data_dir)
    from retrieval.thresholds import OWN_FILE
    from retrieval.thresholds import as_json as numbers_of

    file = settings.data_dir / OWN_FILE
    if forget:
        file.unlink(missing_ok=True)
        typer.echo(f"{file}: removed; the numbers that ship are used from the next start on")
        return
    files = [*(questions or ()), *(more or ())]
    if not files:
        raise InputError("nothing to fit to: name questions, e.g. --questions questions.jsonl")
    from bot.composition import answering_parts, check_index_exists, open_encoder_of
    from index.atomic_file import write_whole
    from index.embedded_index import EmbeddedIndex
    from retrieval.calibration.own_corpus import calibrate as fitted_to
    from retrieval.evaluation.questions import read_questions

    asked = read_questions(files)
    check_index_exists(settings)
    encoder = open_encoder_of(settings)
    index = EmbeddedIndex(settings.data_dir, encoder.fingerprint, encoder.dimension)
    parts = answering_parts(settings, index, encoder)
    found = fitted_to(parts.service, parts.reader, asked, parts.thresholds, answered, certain)
    kept = {parts.kind: numbers_of(found.thresholds)}

    def write(fresh: Path) -> None:
        fresh.write_text(json.dumps(kept, indent=2), encoding="utf-8")

    write_whole(file, write)
    if as_json:
        print_json(_as_json(found, file))
        return
    typer.echo("\n".join(_lines(found, file)))


def _as_json(found: "Calibration", file: Path) -> dict[str, Any]:
    def shares(of: "Shares") -> dict[str, float]:
        return {"answered": round(of.answered, 3), "false_answers": round(of.false_answers, 3)}

    return {
        "answerable": found.answerable,
        "unanswerable": found.unanswerable,
        "before": shares(found.before),
        "after": shares(found.after),
        "file": str(file),
    }


def _lines(found: "Calibration", file: Path) -> list[str]:
    return [
        f"{found.answerable} questions with an answer, {found.unanswerable} without one",
        f"before: {found.before.answered:.0%} of the former answered, "
        f"{found.before.false_answers:.0%} of the latter",
        f"after:  {found.after.answered:.0%} of the former answered, "
        f"{found.after.false_answers:.0%} of the latter (each by a fit made without it)",
        f"{file}: written; used from the next start on. `dateline calibrate --forget` goes back.",
    ]
