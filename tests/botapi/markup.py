"""Telegram's HTML: the text a reader sees, its entities, and what Telegram would drop silently.

The rules are those of https://core.telegram.org/bots/api#html-style.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from tests.botapi.entities import Entity, ordered, utf16_length
from tests.botapi.links import BadLink, checked_link, mentioned_user_id
from tests.botapi.tags import (
    ENTITY_OF_TAG,
    StartTag,
    parse_error,
    read_end_tag,
    read_reference,
    read_start_tag,
)

_LOOKS_LIKE_REFERENCE = re.compile(r"&#?[A-Za-z0-9]+;")


@dataclass(frozen=True, slots=True)
class Marked:
    """A parsed text; `losses` names what a reader would not see as it was meant."""

    text: str
    entities: tuple[Entity, ...]
    losses: tuple[str, ...] = ()


@dataclass(slots=True)
class _Open:
    tag: StartTag
    offset: int
    index: int


@dataclass(slots=True)
class _Page:
    """The text so far and the tags still open."""

    html: str
    text: list[str] = field(default_factory=list)
    length: int = 0
    open: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    losses: list[str] = field(default_factory=list)

    def write(self, character: str) -> None:
        self.text.append(character)
        self.length += utf16_length(character)


def parse_html(html: str) -> Marked:
    """Parse as Telegram does; raises its refusal, with the byte offset, for broken markup."""
    page = _Page(html)
    at = 0
    while at < len(html):
        if html[at] == "&":
            at = _reference(page, at)
        elif html[at] != "<":
            page.write(html[at])
            at += 1
        elif html.startswith("</", at):
            at = _close(page, at)
        else:
            at = _open(page, at)
    if page.open:
        name = page.open[-1].tag.name
        raise parse_error(html, f'Can\'t find end tag corresponding to start tag "{name}"')
    return Marked("".join(page.text), _outside_code(page), tuple(page.losses))


def _reference(page: _Page, at: int) -> int:
    decoded = read_reference(page.html, at)
    if decoded is None:
        # Telegram shows `&nbsp;` as it is written: no refusal, but never what was meant.
        unknown = _LOOKS_LIKE_REFERENCE.match(page.html, at)
        if unknown:
            page.losses.append(f"character reference {unknown.group()} is shown as written")
        decoded = "&", at + 1
    page.write(decoded[0])
    return decoded[1]


def _open(page: _Page, at: int) -> int:
    tag = read_start_tag(page.html, at)
    if tag.name == "span" and tag.attributes.get("class") != "tg-spoiler":
        raise parse_error(page.html, 'Tag "span" must have class "tg-spoiler"', at)
    if tag.name == "blockquote" and any(o.tag.name == "blockquote" for o in page.open):
        raise parse_error(page.html, "Nested blockquote", at)
    page.open.append(_Open(tag, page.length, len(page.text)))
    return tag.end


def _close(page: _Page, at: int) -> int:
    if not page.open:
        raise parse_error(page.html, "Unexpected end tag", at)
    end = read_end_tag(page.html, at)
    opened = page.open.pop()
    name = opened.tag.name
    if end.name and end.name != name:
        place = len(page.html[:at].encode())
        reason = f'Unmatched end tag at byte offset {place}, expected "</{name}>"'
        raise parse_error(page.html, f'{reason}, found "</{end.name}>"')
    if page.length > opened.offset:
        entity = _entity(page, opened)
        if entity is not None:
            page.entities.append(entity)
    return end.end


def _entity(page: _Page, opened: _Open) -> Entity | None:
    name, attributes = opened.tag.name, opened.tag.attributes
    plain = Entity(ENTITY_OF_TAG[name], opened.offset, page.length - opened.offset)
    if name == "a":
        return _link(page, plain, attributes.get("href") or "".join(page.text[opened.index :]))
    if name == "blockquote" and "expandable" in attributes:
        return replace(plain, type="expandable_blockquote")
    if name == "tg-emoji":
        emoji_id = attributes.get("emoji-id", "")
        if not emoji_id.isdecimal() or int(emoji_id) == 0:
            raise parse_error(page.html, "Invalid custom emoji identifier specified")
        return replace(plain, custom_emoji_id=emoji_id)
    if name == "tg-time":
        moment = attributes.get("unix", "")
        if not moment.isdecimal():
            raise parse_error(page.html, "Invalid Unix time specified")
        return replace(plain, unix_time=int(moment), date_time_format=attributes.get("format"))
    if name == "code" and page.open and page.open[-1].tag.name == "pre":
        language = attributes.get("class", "")
        if language.startswith("language-") and page.open[-1].offset == opened.offset:
            return replace(plain, type="pre", language=language.removeprefix("language-"))
    if name == "pre" and page.entities:
        last = page.entities[-1]
        if last.type == "pre" and (last.offset, last.length) == (plain.offset, plain.length):
            return None  # <pre><code class="language-x"> is one entity
    return plain


def _link(page: _Page, plain: Entity, url: str) -> Entity | None:
    user_id = mentioned_user_id(url)
    if user_id is not None:
        return replace(plain, type="text_mention", user_id=user_id)
    try:
        return replace(plain, url=checked_link(url))
    except BadLink as error:
        # Telegram sends the text without its link and says nothing.
        page.losses.append(f"link to {url!r} is dropped: {error}")
        return None


def _outside_code(page: _Page) -> tuple[Entity, ...]:
    """Without what stands inside code, where Telegram allows no other entity."""
    kept: list[Entity] = []
    # A tag closes before the one around it: what follows in the list is outside or beside.
    for index, entity in enumerate(page.entities):
        is_code = entity.type in ("code", "pre")
        others = page.entities[index + 1 :] if is_code else page.entities
        codes = [other for other in others if other.type in ("code", "pre")]
        inside = any(code.offset <= entity.offset < code.end for code in codes)
        if not inside or entity.type.endswith("blockquote"):
            kept.append(entity)
        elif not is_code:
            page.losses.append(f"entity {entity.type} inside code is dropped")
    return ordered(kept)
