"""Lets one process at a time write to an index; a second one waits, and says so."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from index.errors import IndexStoreError, unusable_folder

logger = logging.getLogger(__name__)

FILE_NAME = "write.lock"
WAIT_S = 30.0


@contextmanager
def one_writer(folder: Path, wait_s: float = WAIT_S) -> Iterator[None]:
    """Hold the right to write to the index in ``folder``. It ends with the process at the latest.

    Raises:
        IndexStoreError: another process has it and keeps it for longer than ``wait_s`` seconds, or
            the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / FILE_NAME)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            if wait_s:
                logger.warning(
                    "%s: another dateline command is writing to this index; waiting for up to "
                    "%.0f s",
                    folder,
                    wait_s,
                )
            lock.acquire(timeout=wait_s)
    except Timeout:
        raise IndexStoreError(
            f"{folder}: another dateline command is still writing to this index after "
            f"{wait_s:.0f} s; try again when it has ended"
        ) from None
    except OSError as error:
        raise unusable_folder(folder, error) from error
    try:
        yield
    finally:
        lock.release()
