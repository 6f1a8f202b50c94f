"""Formatted text for Telegram: built from runs, so that it can be split without cutting markup."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape

LONGEST_MESSAGE = 4096
"""Telegram counts code points after parsing; counted in UTF-16 units here, which is never less."""
MOST_ENTITIES = 90
"""Telegram drops what is over 100 formatted stretches in a message."""
MOST_ENTITY_BYTES = 9_000
"""Telegram drops the formats of a message when they, links and all, take over about 9,500 bytes."""
_ENTITY_BYTES = 12
LONGEST_LINK = 2048
"""Bytes of an address; a longer one is shown without its link."""
_MOST_RAW_BYTES = 30_000


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one format; ``text`` is plain, never markup."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None

    def html(self) -> str:
        """The run in Telegram's HTML, everything in it escaped."""
        out = escape(self.text, quote=False)
        if self.bold:
            out = f"<b>{out}</b>"
        if self.italic:
            out = f"<i>{out}</i>"
        return f'<a href="{escape(self.link)}">{out}</a>' if self.link else out

    @property
    def entities(self) -> int:
        """How many of a message's formatted stretches this run takes."""
        return self.bold + self.italic + bool(self.link)

    @property
    def link_bytes(self) -> int:
        """The bytes its address takes inside Telegram: counted, and padded to whole words."""
        return len(self.link.encode()) + 8 if self.link else 0


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph; ``quoted`` ones are shown as a quotation, ``folded`` until it is tapped."""

    runs: tuple[Run, ...]
    quoted: bool = False
    folded: bool = True

    def html(self) -> str:
        """The block in Telegram's HTML."""
        inner = "".join(run.html() for run in self.runs)
        if not self.quoted:
            return inner
        return f"<blockquote{' expandable' * self.folded}>{inner}</blockquote>"


@dataclass(frozen=True, slots=True)
class _Size:
    length: int
    entities: int
    entity_bytes: int
    raw: int

    def fits(self) -> bool:
        return (
            self.length <= LONGEST_MESSAGE
            and self.entities <= MOST_ENTITIES
            and self.entity_bytes <= MOST_ENTITY_BYTES
            and self.raw <= _MOST_RAW_BYTES
        )


def to_messages(blocks: Iterable[Block]) -> list[str]:
    """Pack ``blocks`` into as few HTML messages as Telegram takes, in order.

    Messages part between blocks, but not between a quotation and the line above it that names its
    source; a block too long for one message is cut at white space, with its format taken up again
    in the next.
    """
    messages: list[list[Block]] = [[]]
    for block in blocks:
        for piece in _pieces(block):
            last = messages[-1]
            if not last or _size([*last, piece]).fits():
                last.append(piece)
            elif piece.quoted and not last[-1].quoted and _size([last[-1], piece]).fits():
                messages.append([last.pop(), piece])
            else:
                messages.append([piece])
    return [html for group in messages if (html := _html(group)).strip()]


def units(text: str) -> int:
    """The length of ``text`` in UTF-16 units."""
    return len(text) + sum(character > "\uffff" for character in text)


def _html(blocks: list[Block]) -> str:
    out = ""
    for previous, block in zip([None, *blocks], blocks, strict=False):
        if previous is not None:
            # A quotation stands apart by itself: one line break keeps it with its source line.
            out += "\n" if block.quoted and not previous.quoted else "\n\n"
        out += block.html()
    return out


def _size(blocks: list[Block]) -> _Size:
    runs = [run for block in blocks for run in block.runs]
    entities = sum(run.entities for run in runs) + sum(block.quoted for block in blocks)
    return _Size(
        sum(units(run.text) for run in runs) + 2 * len(blocks),
        entities,
        _ENTITY_BYTES * entities + sum(run.link_bytes for run in runs),
        len(_html(blocks).encode()),
    )


def _pieces(block: Block) -> Iterator[Block]:
    runs = [_without_overlong_link(run) for run in block.runs]
    taken: list[Run] = []
    while runs:
        run = runs.pop(0)
        if _size([replace(block, runs=(*taken, run))]).fits():
            taken.append(run)
            continue
        head = _fitting_head(taken, run, block.quoted)
        if head:
            taken.append(replace(run, text=run.text[:head]))
            run = replace(run, text=run.text[head:].lstrip())
        yield replace(block, runs=tuple(taken))
        taken = []
        if run.text:
            runs.insert(0, run)
    if taken:
        yield replace(block, runs=tuple(taken))


def _without_overlong_link(run: Run) -> Run:
    overlong = run.link is not None and len(run.link.encode()) > LONGEST_LINK
    return replace(run, link=None) if overlong else run


def _fitting_head(taken: list[Run], run: Run, quoted: bool) -> int:
    """How many characters of ``run`` still fit, cut at white space where there is some."""
    low, high = 0, len(run.text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = _size([Block((*taken, replace(run, text=run.text[:middle])), quoted)]).fits()
        low, high = (middle, high) if fits else (low, middle - 1)
    space = max(run.text.rfind(" ", 0, low), run.text.rfind("\n", 0, low))
    return space if space > 0 else (low if not taken else 0)
