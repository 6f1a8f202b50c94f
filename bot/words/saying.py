"""Everything the bot says to readers and operators in a chat, by name; the words are in a file.

The file is Fluent (https://projectfluent.org): whoever translates it needs no Python, and plurals
follow the rules of its language.
"""

from datetime import date
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

LOCALE = "en-GB"
_FILE = Path(__file__).with_name("en.ftl")

Value = str | int | float | date | None


def say(name: str, **values: Value) -> str:
    """The words of that name, with ``values`` put in as they are: nothing in them is obeyed.

    Numbers and days are written as the language writes them. An underscore in the name of a value
    is a hyphen in the file.

    Raises:
        LookupError: there are no such words, or a value that they need is missing.
    """
    bundle = _bundle()
    if not bundle.has_message(name) or (pattern := bundle.get_message(name).value) is None:
        raise LookupError(f"{_FILE.name} has no words named {name}")
    named = {key.replace("_", "-"): value for key, value in values.items()}
    said, errors = bundle.format_pattern(pattern, named)
    if errors:
        raise LookupError(f"{_FILE.name}: {name} cannot be said: {errors[0]}")
    return str(said)


@cache
def _bundle() -> FluentBundle:
    bundle = FluentBundle([LOCALE], use_isolating=False)  # Telegram shows such marks in places
    bundle.add_resource(FluentResource(_FILE.read_text(encoding="utf-8")))
    return bundle
