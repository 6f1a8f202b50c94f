"""Names an article's outlet: by the operator's setting, a shipped table, else the bare host."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit


@cache
def shipped_outlets() -> Mapping[str, str]:
    """The table that ships (``outlets.tsv``): host, without "www.", to the outlet's own name."""
    table = files("index").joinpath("outlets.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return dict(rows)


def outlet_of(url: str | None, configured: Mapping[str, str]) -> str | None:
    """The outlet behind ``url``; a table entry also covers the subdomains of its host."""
    host = _host(url)
    if host is None:
        return None
    labels = host.split(".")
    for table in (configured, shipped_outlets()):
        for first in range(len(labels) - 1):
            name = table.get(".".join(labels[first:]))
            if name:
                return name
    return host


def _host(url: str | None) -> str | None:
    try:
        host = (urlsplit(url or "").hostname or "").lower()
    except ValueError:  # not an address after all, e.g. "https://["
        return None
    return host.removeprefix("www.") or None
