"""How much of what is to be read has been read, so that one can tell how long the rest takes."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO


class ReadSoFar:
    """Counts bytes as they lie on the disk. One thread may read while another asks."""

    def __init__(self) -> None:
        self._all = self._before = 0
        self._open: IO[bytes] | None = None

    def expect(self, files: Iterable[Path]) -> None:
        """These files are going to be read; one that is gone counts for nothing."""
        self._all += sum(_size(file) for file in files)

    def opened(self, file: IO[bytes]) -> None:
        """This file, as it lies on the disk, is being read now."""
        self._open = file

    def done(self, file: Path) -> None:
        """This file has been read to its end."""
        self._open = None
        self._before += _size(file)

    @property
    def share(self) -> float:
        """From 0 to 1; 0 while it is not known how much there is."""
        within = 0
        with suppress(ValueError):  # closed by the other thread at this moment
            within = self._open.tell() if self._open else 0
        return min(1.0, (self._before + within) / self._all) if self._all else 0.0


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0
