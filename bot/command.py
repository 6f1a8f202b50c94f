"""The command ``dateline``. Heavy modules load inside its commands: --help answers at once."""

import logging
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from bot.commands import corpus_commands
from bot.commands.calibrate_command import calibrate
from bot.commands.command_options import (
    FAULT,
    INTERRUPTED,
    WRONG_USE,
    AsJson,
    DataDir,
    print_json,
    settings_for,
)
from bot.commands.evaluate_command import evaluate
from bot.commands.leaving import leave
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
        return _told(error, WRONG_USE)
    except DatelineError as error:
        return _told(error, FAULT)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return 0  # the reader of our output, e.g. `head`, has seen enough
    except Exception:
        logger.exception("dateline failed; please report this with the lines below")
        return FAULT
    return 0


for command in (
    corpus_commands.index,
    corpus_commands.remove,
    corpus_commands.status,
    corpus_commands.verify,
    corpus_commands.backup,
    corpus_commands.restore,
    evaluate,
    calibrate,
):
    app.command()(command)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="The question, in quotes.")],
    asked: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], help="The day it is asked; later articles are left out."
        ),
    ] = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Answer one question."""
    settings = settings_for(data_dir)
    from rich.console import Console

    from bot.commands.json_contract import outcome_as_json
    from bot.commands.terminal_text import print_reply
    from bot.composition import open_desk

    desk = open_desk(settings)
    moment = asked.replace(hour=12, tzinfo=settings.zone) if asked else datetime.now(settings.zone)
    outcome = desk.service.ask(question, moment)
    if as_json:
        print_json(outcome_as_json(outcome))
    else:
        print_reply(Console(highlight=False), outcome, settings.old_after_days)


@app.command()
def chat(data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """Talk in the terminal, or answer one question a line from standard input."""
    _chat(settings_for(data_dir), as_json=as_json)


@app.command()
def run(data_dir: DataDir = None) -> None:
    """Start the Telegram bot; without a token, the same conversation in the terminal."""
    settings = settings_for(data_dir)
    if settings.telegram.token is None:
        from bot.commands.terminal import HOW_TO_GET_A_TOKEN

        typer.echo(HOW_TO_GET_A_TOKEN, err=True)
        _chat(settings, as_json=False)
        return
    from bot.composition import open_desk
    from bot.serving import run_bot
    from bot.state.database import Database

    desk = open_desk(settings)
    with Database(settings.data_dir) as state:
        conversation = desk.kept_conversation(state, settings.keep_days)
        run_bot(
            *(settings, conversation, state, desk.index, desk.revision),
            *(desk.articles, desk.examples),
        )


def _chat(settings: "Settings", *, as_json: bool) -> None:
    from bot.commands.terminal import run_terminal
    from bot.composition import open_desk

    conversation = open_desk(settings).conversation
    run_terminal(conversation, settings.old_after_days, settings.zone, as_json=as_json)


def _told(error: DatelineError, code: int) -> int:
    typer.echo(f"dateline: {error}", err=True)
    return code
