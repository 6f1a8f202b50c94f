"""The command ``dateline``. Heavy modules load inside its commands: --help answers at once."""

import json
import logging
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from bot.leaving import leave
from index.errors import DatelineError, InputError, WrongEncoderError

if TYPE_CHECKING:
    from bot.settings import Settings

app = typer.Typer(
    help="Answers questions about a news corpus, every sentence quoted and cited.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # plain help, so that it needs no rich and answers at once
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
logger = logging.getLogger("dateline")

_FAULT, _WRONG_USE = 1, 2
_DataDir = Annotated[
    Path | None, typer.Option("--data-dir", help="Where everything is kept (DATELINE_DATA_DIR).")
]
_Json = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


def main() -> NoReturn:
    """Run the command; every fault becomes a message and an exit code."""
    leave(_run_to_code())


def _run_to_code() -> int:
    from bot.settings_names import SettingsError

    try:
        app()
    except SystemExit as error:  # how typer ends, also where the command was used wrongly
        return error.code if isinstance(error.code, int) else 0
    except (InputError, SettingsError, WrongEncoderError) as error:
        return _told(error, _WRONG_USE)
    except DatelineError as error:
        return _told(error, _FAULT)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return 0  # the reader of our output, e.g. `head`, has seen enough
    except Exception:
        logger.exception("dateline failed; please report this with the lines below")
        return _FAULT
    return 0


@app.command()
def index(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files and folders to read.", show_default=False)
    ] = None,
    reencode: Annotated[
        bool, typer.Option("--reencode", help="Encode all stored articles anew.")
    ] = False,
    data_dir: _DataDir = None,
    as_json: _Json = False,
) -> None:
    """Read articles into the index; what has not changed costs nothing."""
    from bot.index_report import progress_line, report_as_json, report_lines

    if not paths and not reencode:
        raise InputError("nothing to index: name files or folders, e.g. `dateline index seeds`")
    settings = _settings(data_dir)
    from bot.composition import open_index_room
    from index.readers.folders import read_articles

    room = open_index_room(settings, reencode=reencode)
    progress = progress_line()
    report = room.indexer.reencode(progress) if reencode else None
    if paths:
        report = room.indexer.index(read_articles(paths, settings.outlets), progress)
    assert report is not None
    room.finish()
    if as_json:
        _print_json(report_as_json(report))
        return
    for line in report_lines(report):
        typer.echo(line)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="The question, in quotes.")],
    asked: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], help="The day it is asked; later articles are left out."
        ),
    ] = None,
    data_dir: _DataDir = None,
    as_json: _Json = False,
) -> None:
    """Answer one question."""
    settings = _settings(data_dir)
    from rich.console import Console

    from bot.composition import open_desk
    from bot.json_contract import outcome_as_json
    from bot.terminal_text import print_reply

    desk = open_desk(settings)
    outcome = desk.service.ask(question, asked.date() if asked else _today())
    if as_json:
        _print_json(outcome_as_json(outcome))
    else:
        print_reply(Console(highlight=False), outcome, settings.old_after_days)


@app.command()
def chat(data_dir: _DataDir = None, as_json: _Json = False) -> None:
    """Talk in the terminal, or answer one question a line from standard input."""
    _chat(_settings(data_dir), as_json=as_json)


@app.command()
def run(data_dir: _DataDir = None) -> None:
    """Start the Telegram bot; without a token, the same conversation in the terminal."""
    settings = _settings(data_dir)
    if settings.telegram.token is None:
        from bot.terminal import HOW_TO_GET_A_TOKEN

        typer.echo(HOW_TO_GET_A_TOKEN, err=True)
        _chat(settings, as_json=False)
        return
    from bot.composition import open_desk
    from bot.telegram_app import run_bot

    run_bot(settings, open_desk(settings).conversation)


@app.command()
def status(data_dir: _DataDir = None, as_json: _Json = False) -> None:
    """Say what the index holds."""
    settings = _settings(data_dir)
    from bot.composition import check_index_exists
    from bot.index_report import status_as_json, status_lines
    from index.corpus_store import CorpusStore

    check_index_exists(settings)
    store = CorpusStore(settings.data_dir)
    if as_json:
        _print_json(status_as_json(store))
        return
    for line in status_lines(store):
        typer.echo(line)


def _chat(settings: "Settings", *, as_json: bool) -> None:
    from bot.composition import open_desk
    from bot.terminal import run_terminal

    run_terminal(open_desk(settings).conversation, settings.old_after_days, as_json=as_json)


def _settings(data_dir: Path | None) -> "Settings":
    """The settings, with logging set up by them: to standard error, and never with the token."""
    from bot.logs import set_up_logging
    from bot.settings_names import load_settings

    settings = load_settings()
    set_up_logging(settings)
    return settings.model_copy(update={"data_dir": data_dir}) if data_dir else settings


def _print_json(value: dict[str, Any]) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False))


def _today() -> date:
    return datetime.now(UTC).date()


def _told(error: DatelineError, code: int) -> int:
    typer.echo(f"dateline: {error}", err=True)
    return code
