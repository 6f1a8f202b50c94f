"""What `dateline index` and `dateline status` print."""

from collections.abc import Iterator
from typing import Any

from bot.words import texts
from bot.words.saying import say
from index.corpus_store import CorpusStore
from index.indexing import IndexReport

_SKIPS_SHOWN = 20


def print_report(report: IndexReport) -> None:
    """The report of a run of indexing as a table, and what was skipped with the reasons."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(show_header=False, box=None)
    for name, count in _counts(report).items():
        table.add_row(name, f"{count:,}")
    console = Console(highlight=False, soft_wrap=True)
    console.print(table)
    for line in skip_lines(report):
        console.print(Text(line))


def skip_lines(report: IndexReport) -> Iterator[str]:
    """What was skipped, and why."""
    for skip in report.skipped[:_SKIPS_SHOWN]:
        yield f"skipped {skip.where}: {skip.reason}"
    if len(report.skipped) > _SKIPS_SHOWN:
        yield f"… and {len(report.skipped) - _SKIPS_SHOWN} more; --json lists them all"


def report_as_json(report: IndexReport) -> dict[str, Any]:
    """The same for programs."""
    return _counts(report) | {
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
        yield say("undated-articles", count=summary.undated)
    encoder = store.meta("encoder_name") or "none yet"
    yield f"{say('passages', count=summary.passages)}, encoder {encoder}."
    for outlet, count in store.outlets()[:10]:
        yield f"  {texts.outlet_name(outlet)}: {texts.articles(count)}"
    yield f"{store.path}, revision {store.revision}."


def _counts(report: IndexReport) -> dict[str, Any]:
    return {
        "read": report.read,
        "new": report.new,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "copies": report.copies,
        "removed": report.removed,
        "skipped": len(report.skipped),
        "passages": report.passages,
    }
