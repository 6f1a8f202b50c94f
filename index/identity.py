"""Who an article is: its canonical URL, else its outlet, headline and date."""

import hashlib
import unicodedata
from urllib.parse import parse_qsl, quote, urlencode, urlsplit, urlunsplit

from index.articles import Published

_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "ocid", "cmpid", "smid")
_DEFAULT_PORTS = {"http": ":80", "https": ":443"}


def canonical_url(url: str) -> str | None:
    """One spelling of a web address, or None when the text is none.

    The scheme becomes https, the host lower case without a default port; what is no plain ASCII is
    percent-encoded; tracking parameters, the fragment and a trailing slash go.
    """
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").lower()
        port = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or "." not in host:
        return None
    if port is not None and f":{port}" not in _DEFAULT_PORTS.values():
        host = f"{host}:{port}"
    query = urlencode(
        [
            (key, value)
            for key, value in parse_qsl(parts.query, keep_blank_values=True)
            if not key.lower().startswith(_TRACKING)
        ],
        errors="replace",
    )
    path = quote(parts.path.rstrip("/"), safe="%/:@!$&'()*+,;=~", errors="replace")
    return urlunsplit(("https", host, path, query, ""))


def article_id(url: str | None, outlet: str | None, title: str, published: Published) -> str:
    """A stable identity of 16 hexadecimal digits."""
    canonical = canonical_url(url) if url else None
    key = canonical or "\n".join(
        (outlet or "", _folded(title), published.isoformat() if published else "")
    )
    return hashlib.sha256(key.encode(errors="replace")).hexdigest()[:16]


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
