"""How far a run of indexing is: a bar where there is a terminal, else a line in the log."""

import logging
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from index.indexing import IndexReport, Progress

logger = logging.getLogger(__name__)

_EVERY_S = 5.0


@contextmanager
def showing_progress() -> Iterator[Progress]:
    """Show progress on standard error until the block ends."""
    if sys.stderr.isatty():
        with _bar() as progress:
            yield progress
    else:
        yield progress_line()


def progress_line() -> Progress:
    """A progress line in the log now and then, for a run that takes long."""
    began = last = time.monotonic()

    def show(report: IndexReport) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _EVERY_S:
            last = now
            rate = report.passages / (now - began)
            logger.info("%d read, %d passages, %.0f passages/s", report.read, report.passages, rate)

    return show


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    began = time.monotonic()
    with Bar(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("reading", total=None)

        def show(report: IndexReport) -> None:
            rate = report.passages / (time.monotonic() - began)
            shown.update(
                task,
                description=f"{report.read:,} read, {report.passages:,} passages, {rate:.0f}/s",
            )

        yield show
