"""Draws docs/pictures/telegram/*.png: the messages of the tests' snapshots as a reader sees them.

python docs/pictures/telegram.py [NAME…]     (needs Chromium; all pictures where none is named)
"""

import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image

HERE = Path(__file__).parent
SNAPSHOTS = HERE.parents[1] / "tests" / "end_to_end" / "__snapshots__" / "test_pictured"
PICTURES = HERE / "telegram"
SUMS = PICTURES / "drawn-from.json"
WIDTH, SCALE, COLOURS = 400, 2, 128
OPENED = ("full-of-two", "further")
"""Scenes that are drawn once more, with their folded passages opened."""
_FOLDED_OVER = 130
"""Characters from which Telegram folds a passage; it counts lines, three fit."""
_TAGS = {"bold": "b", "italic": "i", "code": "code"}
_TIME = "9:41"


def scenes() -> dict[str, Path]:
    """The snapshots by the names of their scenes."""
    found = {}
    for path in sorted(SNAPSHOTS.glob("*.json")):
        name = re.search(r"\[(.+)\]", path.stem)
        if name:
            found[name[1]] = path
    return found


def page(screen: dict[str, Any], *, opened: bool = False) -> str:
    """A whole screen in HTML."""
    entries = "\n".join(_entry(one, screen, opened) for one in screen["entries"])
    topic = screen.get("topic")
    below = escape(screen["title"]) if topic else _what(screen)
    title = escape(topic or screen["title"])
    style = (HERE / "telegram.css").read_text()
    return (
        f'<!doctype html><meta charset="utf-8"><style>{style}</style>'
        f'<header><span class="face">{title[0]}</span>'
        f"<div><b>{title}</b><small>{below}</small></div></header><main>{entries}</main>"
    )


def text_html(text: str, entities: list[dict[str, Any]], *, opened: bool) -> str:
    """The text with its formats as tags; entities count UTF-16 units, as Telegram does."""
    units = text.encode("utf-16-le")

    def cut(start: int, end: int) -> str:
        return units[2 * start : 2 * end].decode("utf-16-le")

    def nested(start: int, end: int, inside: list[dict[str, Any]]) -> str:
        out, at = "", start
        while inside:
            first, *rest = inside
            until = first["offset"] + first["length"]
            within = [one for one in rest if one["offset"] < until]
            inside = rest[len(within) :]
            out += escape(cut(at, first["offset"]))
            out += _wrapped(first, nested(first["offset"], until, within), opened)
            at = until
        return out + escape(cut(at, end))

    ordered = sorted(entities, key=lambda one: (one["offset"], -one["length"]))
    html = nested(0, len(units) // 2, ordered)
    return re.sub(r"\n?(<blockquote.*?</blockquote>)\n?", r"\1", html, flags=re.DOTALL)


def draw(name: str, html: str, folder: Path) -> None:
    """One picture, as high as its page."""
    source, shot = folder / f"{name}.html", folder / f"{name}.png"
    source.write_text(html + "<script>document.title = document.body.scrollHeight</script>")
    dom = _chromium("--dump-dom", f"--window-size={WIDTH},100", source.as_uri(), folder=folder)
    height = re.search(r"<title>(\d+)</title>", dom)
    if height is None:
        raise RuntimeError(f"Chromium did not lay out {source}")
    size = f"--window-size={WIDTH},{height[1]}"
    _chromium(f"--screenshot={shot}", size, source.as_uri(), folder=folder)
    with Image.open(shot) as image:
        drawn = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
        drawn.save(PICTURES / f"{name}.png", optimize=True)


def main(names: list[str]) -> None:
    """Draw what is named, or all, and write down from which snapshots."""
    PICTURES.mkdir(exist_ok=True)
    found = scenes()
    sums = json.loads(SUMS.read_text()) if SUMS.exists() else {}
    with TemporaryDirectory() as folder:
        for name in names or found:
            content = found[name].read_bytes()
            screen = json.loads(content)
            draw(name, page(screen), Path(folder))
            if name in OPENED:
                draw(f"{name}-opened", page(screen, opened=True), Path(folder))
            sums[name] = hashlib.sha256(content).hexdigest()
            print(name)
    kept = {name: sums[name] for name in sorted(sums) if name in found}
    SUMS.write_text(json.dumps(kept, indent=2) + "\n")


def _chromium(*options: str, folder: Path) -> str:
    always = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
    profile = f"--user-data-dir={folder / 'profile'}"
    scale = f"--force-device-scale-factor={SCALE}"
    command = ["chromium", *always, profile, scale, *options]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _what(screen: dict[str, Any]) -> str:
    if screen["title"] == "Dateline":
        return "bot"
    kinds = {one["kind"] for one in screen["entries"]}
    return "last seen recently" if "cards" in kinds else "group"


def _entry(entry: dict[str, Any], screen: dict[str, Any], opened: bool) -> str:
    match entry["kind"]:
        case "message":
            return _message(entry, screen, opened)
        case "toast":
            return f'<div class="toast">{escape(entry["text"])}</div>'
        case "draft":
            text = f'<div class="text">{escape(entry["text"])}</div>'
            return f'<div class="row bot short draft">{_bubble(text)}</div>'
        case _:
            return _cards(entry)


def _message(entry: dict[str, Any], screen: dict[str, Any], opened: bool) -> str:
    in_group = screen["title"] != "Dateline"
    own = not entry["bot"] and entry["by"] == "Rea"
    parts = list(_above(entry, named=in_group and not own))
    if entry.get("attachment") == "sticker":
        return '<div class="row own"><div class="sticker">🗞️</div></div>'
    text = entry["text"]
    parts.append(f'<div class="text">{text_html(text, entry["entities"], opened=opened)}</div>')
    parts.append(f"<time>{'edited ' if entry.get('edited') else ''}{_TIME}</time>")
    keys = entry.get("keyboard", [])
    short = not keys and len(text) < 60
    kind = "own" if own else f"bot{' short' if short else ''}"
    other = "" if entry["bot"] else " other"
    face = f'<span class="face small{other}">{escape(entry["by"][0])}</span>'
    return (
        f'<div class="row {kind}">{face if in_group and not own else ""}'
        f'<div class="stack"><div class="bubble">{"".join(parts)}</div>{_keys(keys)}</div></div>'
    )


def _above(entry: dict[str, Any], *, named: bool) -> Iterator[str]:
    if named:
        is_bot = " is-bot" if entry["bot"] else ""
        yield f'<div class="name{is_bot}">{escape(entry["by"])}</div>'
    if "via" in entry:
        yield f'<div class="via">via @{escape(entry["via"])}</div>'
    if replied := entry.get("replies_to"):
        first = escape(replied["text"].split("\n")[0])
        yield f'<div class="replied"><b>{escape(replied["by"])}</b><span>{first}</span></div>'


def _bubble(inner: str) -> str:
    return f'<div class="stack"><div class="bubble">{inner}</div></div>'


def _keys(rows: list[list[dict[str, Any]]]) -> str:
    if not rows:
        return ""
    shown = ""
    for row in rows:
        keys = (
            f'<span class="key{" opens" if "opens" in key else ""}">{escape(key["text"])}</span>'
            for key in row
        )
        shown += f"<div>{''.join(keys)}</div>"
    return f'<div class="keys">{shown}</div>'


def _cards(entry: dict[str, Any]) -> str:
    cards = "".join(
        f'<div class="card"><span class="face">{escape(one["title"][0])}</span>'
        f"<div><b>{escape(one['title'])}</b><p>{escape(one['description'])}</p></div></div>"
        for one in entry["cards"]
    )
    typed = f"<i>@dateline_test_bot</i> {escape(entry['typed'])}"
    return f'<div class="cards">{cards}</div><div class="field">{typed}</div>'


def _wrapped(entity: dict[str, Any], inner: str, opened: bool) -> str:
    match entity["type"]:
        case "text_link":
            return f"<a>{inner}</a>"
        case "blockquote":
            return f'<blockquote><span class="inner">{inner}</span></blockquote>'
        case "expandable_blockquote":
            long = entity["length"] > _FOLDED_OVER
            kind = f"long{'' if opened else ' folded'}" if long else ""
            return f'<blockquote class="{kind}"><span class="inner">{inner}</span></blockquote>'
        case "bot_command" | "mention" | "url":
            return f'<span class="command">{inner}</span>'
        case kind if kind in _TAGS:
            return f"<{_TAGS[kind]}>{inner}</{_TAGS[kind]}>"
        case _:
            return inner


if __name__ == "__main__":
    main(sys.argv[1:])
