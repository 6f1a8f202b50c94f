"""From what the bot sent to the text a reader sees, within Telegram's limits."""

from __future__ import annotations

from collections.abc import Sequence

from aiogram.types import MessageEntity

from tests.botapi.entities import Entity, ordered, shifted, utf16_length, with_found
from tests.botapi.links import BadLink, checked_link
from tests.botapi.markup import Marked, parse_html
from tests.botapi.refusals import bad_request

MAX_RAW_BYTES = 32_768
MAX_CODE_POINTS = 4096
MAX_ENTITIES = 100
MAX_ENTITY_BYTES = 9_500


def compose(
    raw: str,
    parse_mode: str | None = None,
    entities: Sequence[MessageEntity] | None = None,
    too_long: str = "message is too long",
) -> Marked:
    """The message Telegram would make of `raw`, or its refusal.

    `too_long` is the wording for over 4096 code points, which differs between methods.
    """
    if not raw:
        raise bad_request("message text is empty")
    if len(raw.encode()) > MAX_RAW_BYTES:
        raise bad_request("text is too long")
    marked = _trimmed(_parsed(raw, parse_mode, entities or ()))
    if not any(character.isprintable() and not character.isspace() for character in marked.text):
        raise bad_request("text must be non-empty")
    if len(marked.text) > MAX_CODE_POINTS:
        raise bad_request(too_long)
    if sum(entity.wire_bytes for entity in marked.entities) > MAX_ENTITY_BYTES:
        raise bad_request("ENTITIES_TOO_LONG")
    return _at_most_100(marked)


def _parsed(raw: str, parse_mode: str | None, entities: Sequence[MessageEntity]) -> Marked:
    mode = (parse_mode or "").lower()
    if mode == "html":
        return parse_html(raw)
    if mode:
        raise bad_request("unsupported parse_mode")
    length = utf16_length(raw)
    return Marked(raw, ordered(_given(entity, length) for entity in entities))


def _given(entity: MessageEntity, length: int) -> Entity:
    end = entity.offset + entity.length
    if entity.offset < 0 or entity.length <= 0 or end > length:
        raise bad_request(
            f"entity beginning at UTF-16 offset {entity.offset} ends after the end of the text "
            f"at UTF-16 offset {end}"
        )
    url = entity.url
    if entity.type == "text_link":
        try:
            url = checked_link(entity.url or "")
        except BadLink as error:
            raise bad_request(f"entity URL '{entity.url}' is invalid: {error}") from error
    return Entity(
        entity.type,
        entity.offset,
        entity.length,
        url=url,
        language=entity.language,
        custom_emoji_id=entity.custom_emoji_id,
        user_id=entity.user.id if entity.user else None,
    )


def _trimmed(marked: Marked) -> Marked:
    """Telegram cuts white space off both ends and moves the entities along."""
    text = marked.text.strip()
    cut = utf16_length(marked.text) - utf16_length(marked.text.lstrip())
    limit = utf16_length(text)
    moved = (shifted(entity, -cut, limit) for entity in marked.entities)
    return Marked(text, tuple(e for e in moved if e is not None), marked.losses)


def _at_most_100(marked: Marked) -> Marked:
    losses = list(marked.losses)
    entities = marked.entities
    if len(entities) > MAX_ENTITIES:
        losses.append(f"{len(entities) - MAX_ENTITIES} of {len(entities)} entities are dropped")
        entities = entities[:MAX_ENTITIES]
    found = with_found(marked.text, entities)[:MAX_ENTITIES]
    return Marked(marked.text, found, tuple(losses))
