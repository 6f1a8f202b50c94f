"""Reads articles from a table: CSV, TSV or semicolons, with the names of its columns on top."""

import csv
from collections.abc import Iterator, Mapping
from typing import TextIO

from index.articles import Article, Skip
from index.readers.records import NAMES, TEXT_NAMES, article_of_record

_DELIMITERS = (",", "\t", ";")
_LONGEST_FIELD = 20_000_000


def is_delimited(head: str) -> bool:
    """Whether ``head`` begins with a line of column names, a text among them."""
    return _delimiter(head) is not None


def read_delimited(
    lines: TextIO, where: str, outlets: Mapping[str, str]
) -> Iterator[Article | Skip]:
    """Every article in the table; a row that is none is a Skip with the line it ends on."""
    csv.field_size_limit(_LONGEST_FIELD)
    header = lines.readline()
    delimiter = _delimiter(header) or ","
    names = next(csv.reader([header], delimiter=delimiter))
    rows = csv.reader((line.replace("\0", "") for line in lines), delimiter=delimiter)
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield Skip(f"{where}:{rows.line_num + 1}", f"is no row of a table ({error})")
            continue
        if row is None:
            return
        place = f"{where}:{rows.line_num + 1}"
        if len(row) > len(names):
            yield Skip(
                place,
                f"has {len(row)} fields where the first line names {len(names)}; a text that "
                "holds the delimiter belongs in double quotes",
            )
        elif any(row):
            record = dict(zip(names, row, strict=False))
            yield article_of_record(record, place, outlets)


def _delimiter(head: str) -> str | None:
    """What parts the columns of the first line, when they are columns of articles."""
    first = head.lstrip("\ufeff").split("\n", 1)[0]
    for delimiter in _DELIMITERS:
        names = {name.strip(' "\r').lower() for name in first.split(delimiter)}
        if len(names & NAMES) > 1 and names & TEXT_NAMES:
            return delimiter
    return None
