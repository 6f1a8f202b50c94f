"""Messages letter by letter, each with its formats: as they were meant, and as they are read."""

from collections.abc import Iterable, Sequence
from itertools import chain

from bot.layout.rich_text import Block
from tests.botapi import Message
from tests.botapi.entities import Entity

Letters = tuple[tuple[str, frozenset[str]], ...]
"""Without white space, which Telegram and the bot trim where messages part."""

_FOUND_BY_ITSELF = frozenset({"url", "bot_command", "mention", "hashtag"})


def meant(blocks: Iterable[Block]) -> Letters:
    """What these blocks are to look like."""
    return tuple(
        (letter, formats)
        for block in blocks
        for run in block.runs
        for formats in [_formats_of(run.bold, run.italic, run.link, block.quoted)]
        for letter in run.text
        if not letter.isspace()
    )


def read(messages: Iterable[Message]) -> Letters:
    """What a reader sees in these messages, one after the other."""
    return tuple(chain.from_iterable(letters(one.text, one.entities) for one in messages))


def letters(text: str, entities: Sequence[Entity]) -> Letters:
    """A text with what Telegram made of its markup; not what it finds by itself."""
    marks = [
        (one.offset, one.end, f"→{one.url}" if one.type == "text_link" else one.type)
        for one in entities
        if one.type not in _FOUND_BY_ITSELF
    ]
    out, at = [], 0
    for letter in text:
        if not letter.isspace():
            formats = frozenset(kind for begin, end, kind in marks if begin <= at < end)
            out.append((letter, formats))
        at += 1 + (letter > "\uffff")
    return tuple(out)


def plain(of: Letters) -> str:
    """The letters alone."""
    return "".join(letter for letter, _ in of)


def _formats_of(bold: bool, italic: bool, link: str | None, quoted: bool) -> frozenset[str]:
    formats = []
    if bold:
        formats.append("bold")
    if italic:
        formats.append("italic")
    if link:
        formats.append(f"→{link}")
    if quoted:
        formats.append("expandable_blockquote")
    return frozenset(formats)
