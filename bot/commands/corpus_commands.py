"""The commands with which an operator keeps the corpus. Heavy modules load inside them."""

from pathlib import Path
from typing import Annotated

import typer

from bot.commands.command_options import (
    FAULT,
    INTERRUPTED,
    SKIPPED,
    AsJson,
    DataDir,
    print_json,
    settings_for,
)
from index.errors import DamagedIndexError, InputError


def index(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files and folders to read.", show_default=False)
    ] = None,
    prune: Annotated[
        bool, typer.Option("--prune", help="Remove articles that are gone from these paths.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 3 when something was skipped.")
    ] = False,
    reencode: Annotated[
        bool, typer.Option("--reencode", help="Encode all stored articles anew.")
    ] = False,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Read articles into the index; what has not changed costs nothing."""
    if not paths and not reencode:
        raise InputError("nothing to index: name files or folders, e.g. `dateline index seeds`")
    if prune and not paths:
        raise InputError("nothing to prune: name the files and folders to look through")
    settings = settings_for(data_dir)
    from bot.commands.index_report import print_report, report_as_json
    from bot.commands.progress import showing_progress
    from bot.composition import open_index_room
    from index.one_writer import one_writer
    from index.readers.folders import read_articles
    from index.readers.read_so_far import ReadSoFar

    with one_writer(settings.data_dir):
        room = open_index_room(settings, reencode=reencode)
        try:
            report = None
            if reencode:
                stored = room.store.summary().articles
                with showing_progress(lambda report: report.read / stored) as progress:
                    report = room.indexer.reencode(progress)
            if paths:
                so_far = ReadSoFar()
                articles = read_articles(paths, settings.outlets, so_far)
                with showing_progress(lambda _: so_far.share) as progress:
                    report = room.indexer.index(articles, progress, paths if prune else ())
        except KeyboardInterrupt:
            typer.echo(
                "dateline: stopped; what was written stays, and the same command goes on", err=True
            )
            raise typer.Exit(INTERRUPTED) from None
        assert report is not None
        room.finish()
    if as_json:
        print_json(report_as_json(report))
    else:
        print_report(report)
    if strict and report.skipped:
        raise typer.Exit(SKIPPED)


def remove(
    article: Annotated[str, typer.Argument(metavar="URL|ID", help="Its address, or its id.")],
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Remove one article; a running bot forgets it at once."""
    settings = settings_for(data_dir)
    from bot.composition import check_index_exists
    from index.corpus_store import CorpusStore
    from index.one_writer import one_writer
    from index.removing import remove_article

    check_index_exists(settings)
    with one_writer(settings.data_dir):
        removed = remove_article(CorpusStore(settings.data_dir), article)
    if as_json:
        print_json({"removed": removed.id, "title": removed.title, "read_from": removed.read_from})
        return
    typer.echo(f"removed: {removed.title} ({removed.id})")
    typer.echo(f"While it stands in {removed.read_from}, indexing that again brings it back.")


def verify(data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """Check that everything kept is whole and agrees; exits with 1 where it does not."""
    settings = settings_for(data_dir)
    from bot.composition import check_index_exists
    from index.corpus_store import CorpusStore
    from index.verifying import verify as faults_of

    check_index_exists(settings)
    try:
        faults = list(faults_of(CorpusStore(settings.data_dir)))
    except DamagedIndexError as error:
        faults = [str(error)]
    if as_json:
        print_json({"whole": not faults, "faults": faults})
    else:
        for fault in faults or ["everything is whole and agrees"]:
            typer.echo(fault)
    if faults:
        raise typer.Exit(FAULT)


def backup(
    file: Annotated[Path, typer.Argument(help="The file to write.")], data_dir: DataDir = None
) -> None:
    """Copy the corpus to one file; may run while the bot answers."""
    settings = settings_for(data_dir)
    from bot.composition import check_index_exists
    from index.backing_up import back_up

    check_index_exists(settings)
    back_up(settings.data_dir, file)
    typer.echo(f"{file}: {file.stat().st_size / 1e6:,.1f} MB written")


def restore(
    file: Annotated[Path, typer.Argument(help="A file that `dateline backup` wrote.")],
    data_dir: DataDir = None,
) -> None:
    """Put a copy in the place of the corpus; a running bot goes on with it."""
    settings = settings_for(data_dir)
    from index.backing_up import restore as put_back
    from index.one_writer import one_writer

    with one_writer(settings.data_dir):
        moved = put_back(settings.data_dir, file)
    if moved:
        typer.echo(f"what was there cannot be read and was moved to {moved}")
    typer.echo(f"{settings.data_dir}: restored from {file}")


def status(data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """Say what the index holds."""
    settings = settings_for(data_dir)
    from bot.commands.index_report import status_as_json, status_lines
    from bot.composition import check_index_exists
    from index.corpus_store import CorpusStore

    check_index_exists(settings)
    store = CorpusStore(settings.data_dir)
    if as_json:
        print_json(status_as_json(store))
        return
    for line in status_lines(store):
        typer.echo(line)
