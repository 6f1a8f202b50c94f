"""Finds misspelt settings: a variable with our prefix that no setting has."""

import os
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from dotenv import dotenv_values
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from bot.settings import DELIMITER, PREFIX, Settings
from index.errors import DatelineError


class SettingsError(DatelineError):
    """A setting is misspelt or its value cannot be used."""


def load_settings(env_file: Path = Path(".env")) -> Settings:
    """Read the settings, from the environment and ``env_file``.

    Raises:
        SettingsError: a name is unknown or a value is out of bounds, and the message names it; or
            ``env_file`` is no UTF-8.
    """
    try:
        in_file = [name for name in dotenv_values(env_file) if name]
    except UnicodeDecodeError as error:
        raise SettingsError(f"{env_file}: is not in UTF-8 ({error}); save it so") from None
    check_names([*os.environ, *in_file])
    try:
        return Settings(_env_file=env_file)
    except ValidationError as error:
        raise SettingsError(_explain(error)) from None  # its text could hold the token
    except ValueError as error:  # a value that should be JSON and is not
        raise SettingsError(f"a setting cannot be read: {error}") from None


def check_names(names: Iterable[str]) -> None:
    """Refuse names with our prefix that no setting has, naming the nearest that one has."""
    known = {name for name, _ in setting_names()}
    for name in names:
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            near = get_close_matches(name.upper(), known, n=1, cutoff=0.0)
            raise SettingsError(f"{name} is no setting of Dateline; did you mean {near[0]}?")


def setting_names(
    model: type[BaseModel] = Settings, prefix: str = PREFIX
) -> Iterator[tuple[str, FieldInfo]]:
    """Every setting with its name in the environment."""
    for field, info in model.model_fields.items():
        kind = info.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from setting_names(kind, f"{prefix}{field.upper()}{DELIMITER}")
        else:
            yield f"{prefix}{field.upper()}", info


def _explain(error: ValidationError) -> str:
    lines = []
    for problem in error.errors(include_input=False, include_url=False):
        name = PREFIX + DELIMITER.join(str(part).upper() for part in problem["loc"])
        lines.append(f"{name}: {problem['msg'].removeprefix('Value error, ')}")
    return "\n".join(lines)
