"""From a file's bytes to text, or the reason why not."""

from pathlib import Path

from charset_normalizer import from_bytes

from index.articles import Skip

MOST_BYTES = 20_000_000
"""A page saved as text is some kilobytes; a larger file is something else."""

_BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
# Formats that would otherwise pass as text in some old code page.
_BINARY_STARTS = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"\x1f\x8b",
)


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
        data = path.read_bytes()
    except OSError as error:
        return Skip(where, f"cannot be read ({error.strerror}); check the file and its permissions")
    if not data.strip():
        return Skip(where, "the file is empty")
    return _decode(data, where)


def _decode(data: bytes, where: str) -> str | Skip:
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return Skip(where, f"is marked as {encoding} but is not; save it as UTF-8")
    if data.startswith(_BINARY_STARTS) or b"\x00" in data:
        return Skip(where, "is binary, not text; save the article as plain text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        matches = from_bytes(data)
    guess = matches.best()
    if guess is None:
        return Skip(where, "is in no known text encoding; save it as UTF-8")
    # Central and Western European pages often score the same; the Western one is more common.
    score = (guess.chaos, guess.coherence)
    western = (m for m in matches if m.encoding == "cp1252" and (m.chaos, m.coherence) == score)
    return str(next(western, guess))
