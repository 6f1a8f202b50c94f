"""From the paths an operator names to the articles in them."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from index.articles import Article, Skip
from index.errors import InputError
from index.readers.forms import read_file
from index.readers.read_so_far import ReadSoFar


def read_articles(
    paths: Sequence[Path], outlets: Mapping[str, str], so_far: ReadSoFar | None = None
) -> Iterator[Article | Skip]:
    """Read every file named or below a folder named, in the order of their names.

    Hidden files are passed over; a link to a folder is not followed. ``so_far`` is told how far
    the reading is.

    Raises:
        InputError: a path does not exist (before anything is read).
    """
    for path in paths:
        if not path.exists():
            raise InputError(f"{path}: no such file or folder; check the path")
    files = [file for path in paths for file in sorted(files_in(path))]
    so_far = so_far or ReadSoFar()
    so_far.expect(files)
    for file in files:
        yield from read_file(file, outlets, so_far)
        so_far.done(file)


def files_in(path: Path) -> Iterator[Path]:
    """The file itself, or every file below the folder that is read, in no certain order."""
    if not path.is_dir():
        yield path
        return
    for below in path.rglob("*"):
        hidden = any(part.startswith(".") for part in below.relative_to(path).parts)
        if not hidden and (below.is_file() or not below.exists()):
            yield below
