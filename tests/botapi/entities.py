"""Marked stretches of a text, counted in UTF-16 units, and those a client finds by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from tests.botapi.refusals import Fields

# What Telegram finds on its own in any text; a token must not continue a word.
_FOUND_BY_ITSELF = {
    "url": re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)\]']"),
    "bot_command": re.compile(r"(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])"),
    "mention": re.compile(r"(?<!\w)@[A-Za-z0-9_]{3,32}(?!\w)"),
    "hashtag": re.compile(r"(?<!\w)#\w*[^\W\d]\w*"),
}


@dataclass(frozen=True, slots=True)
class Entity:
    """A Bot API `MessageEntity`; `offset` and `length` are UTF-16 code units."""

    type: str
    offset: int
    length: int
    url: str | None = None
    language: str | None = None
    custom_emoji_id: str | None = None
    user_id: int | None = None
    unix_time: int | None = None
    date_time_format: str | None = None

    @property
    def end(self) -> int:
        """The UTF-16 offset just past the stretch."""
        return self.offset + self.length

    def of(self, text: str) -> str:
        """The marked stretch of `text`."""
        return text.encode("utf-16-le")[2 * self.offset : 2 * self.end].decode("utf-16-le")

    def to_api(self) -> Fields:
        """The Bot API object (a mentioned person is only an id here, named after it)."""
        result = {f.name: getattr(self, f.name) for f in fields(self)}
        user_id = result.pop("user_id")
        if user_id is not None:
            result["user"] = {"id": user_id, "is_bot": False, "first_name": str(user_id)}
        return {name: value for name, value in result.items() if value is not None}

    @property
    def wire_bytes(self) -> int:
        """Its size inside Telegram: three words, then each string padded to whole words."""
        strings = (self.url, self.language)
        return 12 + sum(4 + (len(s.encode()) + 3) // 4 * 4 for s in strings if s is not None)


def utf16_length(text: str) -> int:
    """Length as Telegram counts offsets: characters beyond the basic plane are two units."""
    return len(text) + sum(character > "\uffff" for character in text)


def ordered(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """In Telegram's order: by beginning, the longer of two first."""
    return tuple(sorted(entities, key=lambda entity: (entity.offset, -entity.length)))


def shifted(entity: Entity, by: int, limit: int) -> Entity | None:
    """The entity moved by `by` and cut to `[0, limit)`; None where nothing of it is left."""
    begin, end = max(entity.offset + by, 0), min(entity.end + by, limit)
    return replace(entity, offset=begin, length=end - begin) if begin < end else None


def with_found(text: str, given: Iterable[Entity]) -> tuple[Entity, ...]:
    """`given` and what Telegram finds by itself where nothing given is in its way."""
    kept = list(given)
    walls = [(e.offset, e.end) for e in kept if e.type in ("text_link", "code", "pre", "url")]
    for kind, pattern in _FOUND_BY_ITSELF.items():
        for match in pattern.finditer(text):
            offset = utf16_length(text[: match.start()])
            found = Entity(kind, offset, utf16_length(match.group()))
            if all(found.end <= begin or end <= found.offset for begin, end in walls):
                kept.append(found)
                walls.append((found.offset, found.end))
    return ordered(kept)
