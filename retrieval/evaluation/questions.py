"""Questions whose answers are known, read from JSON Lines."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from index.errors import InputError
from index.identity import article_id, canonical_url
from index.readers.read_so_far import ReadSoFar
from index.readers.text_files import UNREADABLE, open_text, why_unreadable
from retrieval.evaluation.matching import is_comparable

_FORM = 'a line is an object like {"id": "1", "question": "…", "answer": "…", "gold_urls": ["…"]}'


@dataclass(frozen=True, slots=True)
class Question:
    """A question and what is known of its answer.

    ``asked`` is the day it was asked, None where unknown. ``answer`` is None where it is unknown or
    where there is none; ``answerable`` tells which. ``gold`` are the ids of the articles that hold
    the answer.
    """

    id: str
    text: str
    asked: date | None
    answer: str | None
    answerable: bool
    gold: frozenset[str]

    def __post_init__(self) -> None:
        if self.answerable != bool(self.gold):
            raise ValueError(f"question {self.id}: answerable ones have gold articles, others none")


def read_questions(paths: Sequence[Path]) -> tuple[Question, ...]:
    """Every question in these files, packed by gzip or not, in order.

    Raises:
        InputError: a file or a line cannot be used; the message names it and says what to do.
    """
    seen: dict[str, str] = {}
    questions = []
    for path in paths:
        for where, record in objects_of(path):
            question = _question(record, where)
            if question.id in seen:
                raise InputError(
                    f"{where}: the id {question.id!r} is taken by {seen[question.id]}; "
                    "give every question an id of its own"
                )
            seen[question.id] = where
            questions.append(question)
    if not questions:
        names = ", ".join(map(str, paths))
        raise InputError(f"{names or 'no question file'}: there is no question here; {_FORM}")
    return tuple(questions)


def objects_of(
    path: Path, so_far: ReadSoFar | None = None
) -> Iterator[tuple[str, Mapping[str, object]]]:
    """The object on each line of a file, with where it stands; empty lines are passed over.

    ``so_far`` is told how far the reading is.

    Raises:
        InputError: the file cannot be read, or a line is no JSON object.
    """
    for where, line in lines_of(path, so_far):
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise InputError(
                f"{where}: is no JSON ({error}); correct or remove the line"
            ) from error
        if not isinstance(record, dict):
            raise InputError(f"{where}: is no JSON object; correct or remove the line")
        yield where, record


def lines_of(path: Path, so_far: ReadSoFar | None = None) -> Iterator[tuple[str, str]]:
    """The lines of a file that are not empty, each with where it stands.

    Raises:
        InputError: the file cannot be read.
    """
    try:
        with open_text(path, so_far) as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield f"{path}:{number}", line
    except UNREADABLE as error:
        raise InputError(f"{path}: {why_unreadable(error)}") from error


def text_of(record: Mapping[str, object], name: str, where: str) -> str:
    """A field that must hold some text; a number is taken as text.

    Raises:
        InputError: it is missing or empty.
    """
    value = record.get(name)
    text = str(value).strip() if isinstance(value, str | int) else ""
    if not text:
        raise InputError(f'{where}: has no "{name}"; {_FORM}')
    return text


def _question(record: Mapping[str, object], where: str) -> Question:
    if "answer" not in record:
        raise InputError(f'{where}: has no "answer"; write null where there is none')
    answer = None if record["answer"] is None else text_of(record, "answer", where)
    if answer is not None and not is_comparable(answer):
        raise InputError(f"{where}: the answer {answer!r} has no letter or digit to look for")
    return Question(
        id=text_of(record, "id", where),
        text=text_of(record, "question", where),
        asked=_asked(record.get("asked"), where),
        answer=answer,
        answerable=answer is not None,
        gold=frozenset(_gold(record, where)) if answer is not None else frozenset(),
    )


def _gold(record: Mapping[str, object], where: str) -> Iterator[str]:
    urls = record.get("gold_urls")
    if not isinstance(urls, list) or not urls:
        raise InputError(
            f'{where}: has an answer but no "gold_urls"; list the addresses of the articles that '
            'hold it, or write "answer": null'
        )
    for url in urls:
        if not isinstance(url, str) or canonical_url(url) is None:
            raise InputError(f"{where}: {url!r} in gold_urls is no web address; write it in full")
        yield article_id(url, None, "", None)


def _asked(value: object, where: str) -> date | None:
    if value is None or value == "":
        return None
    try:
        return datetime.fromisoformat(str(value)).date()
    except ValueError as error:
        raise InputError(
            f'{where}: "asked" is {value!r}, which is no day; write it as 2022-06-16, or leave it '
            "out where it is unknown"
        ) from error
