"""What the commands share: their options, the settings, and how they print."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from bot.settings import Settings

DataDir = Annotated[
    Path | None, typer.Option("--data-dir", help="Where everything is kept (DATELINE_DATA_DIR).")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]

FAULT, WRONG_USE, SKIPPED, INTERRUPTED = 1, 2, 3, 130
"""Exit codes other than 0."""


def settings_for(data_dir: Path | None) -> "Settings":
    """The settings, with logging set up by them: to standard error, and never with the token."""
    from bot.logs import set_up_logging
    from bot.settings_names import load_settings

    settings = load_settings()
    set_up_logging(settings)
    return settings.model_copy(update={"data_dir": data_dir}) if data_dir else settings


def print_json(value: dict[str, Any]) -> None:
    """One JSON object on a line of standard output."""
    typer.echo(json.dumps(value, ensure_ascii=False))
