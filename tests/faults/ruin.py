"""Ruins the SQLite file behind everybody's back."""

from pathlib import Path

from index.database import FILE_NAME

_PAGE = 4096


def ruin_truth(data: Path) -> None:
    """Zero the head of every page but the first two: it opens, and does not read."""
    file = data / FILE_NAME
    content = bytearray(file.read_bytes())
    for place in range(2 * _PAGE, len(content), _PAGE):
        content[place : place + 512] = bytes(512)
    file.write_bytes(content)
