"""How far a run of indexing is: a bar where there is a terminal, else a line in the log."""

import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from index.indexing import IndexReport, Progress

logger = logging.getLogger(__name__)

_EVERY_S = 5.0

Share = Callable[[IndexReport], float]
"""How much of the work is done, from 0 (or unknown) to 1."""


@contextmanager
def showing_progress(share: Share) -> Iterator[Progress]:
    """Show progress on standard error until the block ends."""
    if sys.stderr.isatty():
        with _bar(share) as progress:
            yield progress
    else:
        yield progress_line(share)


def progress_line(share: Share) -> Progress:
    """A progress line in the log now and then, for a run that takes long."""
    began = last = time.monotonic()

    def show(report: IndexReport) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _EVERY_S:
            last = now
            passed, done = now - began, share(report)
            logger.info(
                "%d read, %d passages, %.0f passages/s, %s left",
                report.read,
                report.passages,
                report.passages / passed,
                timedelta(seconds=round(passed * (1 - done) / done)) if done else "unknown time",
            )

    return show


@contextmanager
def _bar(share: Share) -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TimeRemainingColumn(),
        TextColumn("left"),
    )
    began = time.monotonic()
    with Bar(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("reading", total=1.0)

        def show(report: IndexReport) -> None:
            rate = report.passages / (time.monotonic() - began)
            shown.update(
                task,
                completed=share(report),
                description=f"{report.read:,} read, {report.passages:,} passages, {rate:.0f}/s",
            )

        yield show
