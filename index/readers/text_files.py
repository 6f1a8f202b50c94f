"""From a file's bytes to text, or the reason why not."""

import codecs
import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TextIO

from charset_normalizer import CharsetMatch, from_bytes

from index.articles import Skip
from index.readers.read_so_far import ReadSoFar

MOST_BYTES = 20_000_000
"""A page saved as text is some kilobytes; a larger file is something else."""

_BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
UNREADABLE = (OSError, EOFError, zlib.error)
"""What opening or reading a file may raise, packed files that are damaged included."""

_HEAD_BYTES = 100_000
_GZIP = b"\x1f\x8b"
# Formats that would otherwise pass as text in some old code page.
_BINARY_STARTS = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
)


def read_beginning(path: Path) -> str:
    """The beginning of a file, packed by gzip or not, in which only the ASCII is to be trusted.

    Raises:
        UNREADABLE: see :func:`why_unreadable`.
    """
    with path.open("rb") as raw, _unpacked(raw) as file:
        head = file.read(_HEAD_BYTES)
    return head.decode(_marked_encoding(head) or "latin-1", errors="replace")


@contextmanager
def open_text(path: Path, so_far: ReadSoFar | None = None) -> Iterator[TextIO]:
    """The text of a file, packed by gzip or not, as a stream of lines.

    The encoding is told from the beginning; what is not of it becomes U+FFFD. ``so_far`` is told
    of the file.

    Raises:
        UNREADABLE: at opening or later; see :func:`why_unreadable`.
    """
    with path.open("rb") as raw, _unpacked(raw) as file:
        encoding = _encoding(file.read(_HEAD_BYTES))
        file.seek(0)
        if so_far:
            so_far.opened(raw)
        with TextIOWrapper(file, encoding, errors="replace", newline="") as lines:
            yield lines


def why_unreadable(error: BaseException) -> str:
    """The reason of a Skip for one of ``UNREADABLE``."""
    reason = getattr(error, "strerror", None)
    if reason is None:
        return f"is packed by gzip but damaged ({error}); pack or copy it again"
    return f"cannot be read ({reason}); check the file and its permissions"


def read_text(path: Path, most_bytes: int = MOST_BYTES) -> str | Skip:
    """The text of ``path`` in whatever encoding it is in, or a Skip that says what is wrong."""
    where = str(path)
    try:
        size = path.stat().st_size
        if size > most_bytes:
            return Skip(
                where,
                f"{size / 1e6:.0f} MB is more than the {most_bytes / 1e6:.0f} MB an article may "
                "have; split the file into one article each",
            )
        with path.open("rb") as raw, _unpacked(raw) as file:
            data = file.read(most_bytes + 1)
    except UNREADABLE as error:
        return Skip(where, why_unreadable(error))
    if len(data) > most_bytes:
        return Skip(
            where, f"unpacks to more than the {most_bytes / 1e6:.0f} MB an article may have"
        )
    if not data.strip():
        return Skip(where, "the file is empty")
    return _decode(data, where)


def _unpacked(raw: IO[bytes]) -> IO[bytes] | gzip.GzipFile:
    packed = raw.read(len(_GZIP)) == _GZIP
    raw.seek(0)
    return gzip.GzipFile(fileobj=raw) if packed else raw


def _encoding(head: bytes) -> str:
    if marked := _marked_encoding(head):
        return marked
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)  # the end may be half a character
    except UnicodeDecodeError:
        guess = _guess(head)
        return guess.encoding if guess else "utf-8"
    return "utf-8"


def _marked_encoding(data: bytes) -> str | None:
    return next((name for mark, name in _BYTE_ORDER_MARKS.items() if data.startswith(mark)), None)


def _decode(data: bytes, where: str) -> str | Skip:
    if marked := _marked_encoding(data):
        try:
            return data.decode(marked)
        except UnicodeDecodeError:
            return Skip(where, f"is marked as {marked} but is not; save it as UTF-8")
    if data.startswith(_BINARY_STARTS) or b"\x00" in data:
        return Skip(where, "is binary, not text; save the article as plain text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        guess = _guess(data)
    if guess is None:
        return Skip(where, "is in no known text encoding; save it as UTF-8")
    return str(guess)


def _guess(data: bytes) -> CharsetMatch | None:
    matches = from_bytes(data)
    best = matches.best()
    if best is None:
        return None
    # Central and Western European pages often score the same; the Western one is more common.
    score = (best.chaos, best.coherence)
    western = (m for m in matches if m.encoding == "cp1252" and (m.chaos, m.coherence) == score)
    return next(western, best)
