"""What `dateline index` and `dateline status` print."""

import logging
import time
from collections.abc import Iterator
from typing import Any

from bot import texts
from index.corpus_store import CorpusStore
from index.indexing import IndexReport, Progress

logger = logging.getLogger(__name__)

_SKIPS_SHOWN = 20
_EVERY_S = 5.0


def progress_line() -> Progress:
    """A progress line in the log now and then, for a run that takes long."""
    began = last = time.monotonic()

    def show(report: IndexReport) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _EVERY_S:
            last = now
            rate = report.encoded / (now - began)
            logger.info("%d read, %d passages, %.0f texts/s", report.read, report.passages, rate)

    return show


def report_lines(report: IndexReport) -> Iterator[str]:
    """The report of a run of indexing."""
    yield (
        f"{report.read} read: {report.new} new, {report.updated} updated, "
        f"{report.unchanged} unchanged, {len(report.skipped)} skipped; "
        f"{texts.passages(report.passages)} written."
    )
    for skip in report.skipped[:_SKIPS_SHOWN]:
        yield f"skipped {skip.where}: {skip.reason}"
    if len(report.skipped) > _SKIPS_SHOWN:
        yield f"… and {len(report.skipped) - _SKIPS_SHOWN} more; --json lists them all"


def report_as_json(report: IndexReport) -> dict[str, Any]:
    """The same for programs."""
    return {
        "read": report.read,
        "new": report.new,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "passages": report.passages,
        "encoded": report.encoded,
        "skipped": [{"where": skip.where, "reason": skip.reason} for skip in report.skipped],
    }


def status_as_json(store: CorpusStore) -> dict[str, Any]:
    """What the index holds, for programs."""
    summary = store.summary()
    return {
        "articles": summary.articles,
        "passages": summary.passages,
        "oldest": summary.oldest.isoformat() if summary.oldest else None,
        "newest": summary.newest.isoformat() if summary.newest else None,
        "undated": summary.undated,
        "encoder": store.meta("encoder_name"),
        "fingerprint": store.meta("encoder"),
        "revision": store.revision,
        "path": str(store.path),
    }


def status_lines(store: CorpusStore) -> Iterator[str]:
    """What the index holds."""
    summary = store.summary()
    yield texts.reach(summary)
    if summary.undated:
        yield f"{texts.articles(summary.undated)} without a date."
    yield f"{texts.passages(summary.passages)}, encoder {store.meta('encoder_name') or 'none yet'}."
    for outlet, count in store.outlets()[:10]:
        yield f"  {outlet or texts.UNNAMED_OUTLET}: {texts.articles(count)}"
    yield f"{store.path}, revision {store.revision}."
