"""Which addresses Telegram accepts behind a link or a button, and how it rewrites them."""

from __future__ import annotations

import re

_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*)://")
_MENTION = re.compile(r"^tg:(?://)?user\?id=(\d+)$", re.IGNORECASE)


class BadLink(ValueError):
    """An address that Telegram refuses; the message is Telegram's reason."""


def checked_link(url: str) -> str:
    """The address as Telegram keeps it: a scheme, a lower-case host and a path.

    Raises BadLink for a scheme of no use to a reader or a host without a dot (localhost).
    """
    url = url.strip()
    scheme_match = _SCHEME.match(url)
    if scheme_match is None and re.match(r"^(mailto|tel|javascript|data|file):", url, re.I):
        raise BadLink("Unsupported URL protocol")
    scheme = scheme_match.group(1).lower() if scheme_match else "http"
    rest = url[scheme_match.end() :] if scheme_match else url
    if scheme in ("tg", "ton"):
        return f"{scheme}://{rest}"
    if scheme not in ("http", "https", "tonsite"):
        raise BadLink("Unsupported URL protocol")
    host = re.split(r"[/?#]", rest, maxsplit=1)[0]
    bare_host = re.sub(r":\d+$", "", host.rpartition("@")[2])
    if not re.fullmatch(r"[^\s.:][^\s:]*\.[^\s.:][^\s:]*", bare_host):
        raise BadLink("Wrong HTTP URL")
    path = rest[len(host) :].replace(" ", "%20")
    if not path.startswith("/"):
        path = f"/{path}"
    return f"{scheme}://{host.lower()}{path}"


def mentioned_user_id(url: str) -> int | None:
    """The person meant by a `tg://user?id=` address."""
    match = _MENTION.match(url.strip())
    return int(match.group(1)) if match else None
