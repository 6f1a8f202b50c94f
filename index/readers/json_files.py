"""Reads articles from JSON: one object, an array of them, or one object a line."""

import json
import re
from collections.abc import Iterator, Mapping
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

    Where the first line is a whole object the file is read line by line and may be of any size.
    """
    first = next((line for line in lines if line.strip()), "")
    if not _is_object(first):
        yield from _read_whole(first + lines.read(), where, outlets)
        return
    lines.seek(0)
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _read_line(line, f"{where}:{number}", outlets)


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _read_line(line: str, where: str, outlets: Mapping[str, str]) -> Article | Skip:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Skip(where, f"is no JSON ({error}): {line.strip()[:_SHOWN]}")
    return _article(record, where, outlets)


def _read_whole(text: str, where: str, outlets: Mapping[str, str]) -> Iterator[Article | Skip]:
    try:
        whole = json.loads(text)
    except json.JSONDecodeError as error:
        yield Skip(f"{where}:{error.lineno}", f"is no JSON ({error.msg}); nothing of it was read")
        return
    except (ValueError, RecursionError) as error:
        yield Skip(where, f"is no JSON that can be read ({error})")
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
