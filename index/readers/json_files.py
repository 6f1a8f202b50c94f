"""Reads articles from JSON: one object, an array of them, or one object a line."""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import TextIO

from index.articles import Article, Skip
from index.readers.records import article_of_record

_WRAPPERS = ("articles", "items", "data", "results")
_SHOWN = 60
# Stricter than a bracket: a headline may open with one.
_BEGINNING = re.compile(r"\ufeff?\s*(\{\s*[\"}]|\[\s*[{\]])")


def is_json(head: str) -> bool:
    """Whether a file that begins with ``head`` is JSON or JSON Lines."""
    return bool(_BEGINNING.match(head))


def read_json(lines: TextIO, where: str, outlets: Mapping[str, str]) -> Iterator[Article | Skip]:
    """Every article in the file, in order; a record that is none is a Skip with its line or place.

    One object a line, told by the first or (one line may be bad) the second, is read line by line
    and may be of any size.
    """
    numbered = enumerate(lines, 1)
    opening = list(islice(((n, line) for n, line in numbered if line.strip()), 2))
    begins = opening[0][1].lstrip() if opening else ""
    if begins.startswith("{") and any(_is_object(line) for _, line in opening):
        for number, line in chain(opening, numbered):
            if line.strip():
                yield from _read_text(line, f"{where}:{number}", outlets)
        return
    yield from _read_text("".join(line for _, line in opening) + lines.read(), where, outlets)


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _read_text(text: str, where: str, outlets: Mapping[str, str]) -> Iterator[Article | Skip]:
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield Skip(where, f"is no JSON ({error}): {text.strip()[:_SHOWN]}")
        return
    if isinstance(whole, dict):
        inner = next((whole[name] for name in _WRAPPERS if isinstance(whole.get(name), list)), None)
        records = [whole] if inner is None else inner
    else:
        records = whole if isinstance(whole, list) else [whole]
    if not records:
        yield Skip(where, "holds no article")
    for place, record in enumerate(records, 1):
        yield _article(record, f"{where}#{place}" if len(records) > 1 else where, outlets)


def _article(record: object, where: str, outlets: Mapping[str, str]) -> Article | Skip:
    if not isinstance(record, dict):
        return Skip(where, "is no object with fields such as title and text")
    return article_of_record(record, where, outlets)
