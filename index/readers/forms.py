"""The forms that news comes in: told by a file's content, never by its name."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

from index.articles import Article, Skip
from index.readers.delimited import is_delimited, read_delimited
from index.readers.html_pages import is_html, read_html
from index.readers.json_files import is_json, read_json
from index.readers.read_so_far import ReadSoFar
from index.readers.saved_page import read_saved_page
from index.readers.text_files import (
    UNREADABLE,
    open_text,
    read_beginning,
    read_text,
    why_unreadable,
)

Outlets = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Form:
    """How a form is told from a file's beginning, and how its articles are read."""

    recognises: Callable[[str], bool]
    read: Callable[[TextIO, str, Outlets], Iterator[Article | Skip]]


FORMS = (
    Form(is_json, read_json),
    Form(is_html, read_html),
    Form(is_delimited, read_delimited),
)
"""In the order they are asked; what none of them recognises is one page saved as text."""


def read_file(
    path: Path, outlets: Outlets, so_far: ReadSoFar | None = None
) -> Iterator[Article | Skip]:
    """Every article of a file, packed by gzip or not, with a Skip for what is none."""
    read_from = os.path.realpath(path)  # unlike Path.resolve, not stopped by links in a circle
    for item in _read(path, outlets, so_far):
        if isinstance(item, Article):
            yield replace(item, read_from=read_from)
        else:
            yield replace(item, file=read_from)


def _read(path: Path, outlets: Outlets, so_far: ReadSoFar | None) -> Iterator[Article | Skip]:
    where = str(path)
    try:
        beginning = read_beginning(path)
        form = next((form for form in FORMS if form.recognises(beginning)), None)
        if form is not None:
            with open_text(path, so_far) as lines:
                yield from form.read(lines, where, outlets)
            return
    except UNREADABLE as error:
        yield Skip(where, why_unreadable(error))
        return
    page = read_text(path)
    yield page if isinstance(page, Skip) else read_saved_page(page, where, outlets)
