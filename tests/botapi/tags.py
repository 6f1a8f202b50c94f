"""Single tags and character references of Telegram's HTML, read as Telegram reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tests.botapi.refusals import ApiError, bad_request

ENTITY_OF_TAG = {
    "a": "text_link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}
"""Every tag Telegram knows, and the entity it makes."""

_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9A-Fa-f]+)|#([0-9]+)|([A-Za-z]+));?")
_ATTRIBUTE_NAME = re.compile(r"[^\s=>]*")
_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")
_SPACE = re.compile(r"\s*")
_LONGEST_REFERENCE = 10


@dataclass(frozen=True, slots=True)
class StartTag:
    """An opening tag; `end` is the index just past its `>`."""

    name: str
    begin: int
    end: int
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EndTag:
    """A closing tag; `</>` has an empty name and closes whatever is open."""

    name: str
    begin: int
    end: int


def parse_error(html: str, reason: str, at: int | None = None) -> ApiError:
    """Telegram's refusal; `at` is an index into `html`, told in UTF-8 bytes as Telegram does."""
    place = "" if at is None else f" at byte offset {len(html[:at].encode())}"
    return bad_request(f"can't parse entities: {reason}{place}")


def read_reference(html: str, at: int) -> tuple[str, int] | None:
    """The character meant by the reference at `at` and the index past it; None if it is none."""
    match = _REFERENCE.match(html, at)
    if match is None:
        return None
    hexadecimal, decimal, name = match.groups()
    if name is not None:
        return (_NAMED[name], match.end()) if name in _NAMED else None
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    digits_end = match.end() - html[: match.end()].endswith(";")
    if not 0 < code < 0x10FFFF or digits_end - at >= _LONGEST_REFERENCE:
        return None
    if 0xD800 <= code <= 0xDFFF:
        raise parse_error(
            html,
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units",
        )
    return chr(code), match.end()


def read_start_tag(html: str, begin: int) -> StartTag:
    """The opening tag whose `<` is at `begin`."""
    at = begin + 1
    while at < len(html) and not html[at].isspace() and html[at] != ">":
        at += 1
    if at == len(html):
        raise parse_error(html, "Unclosed start tag", begin)
    name = html[begin + 1 : at].lower()
    if name not in ENTITY_OF_TAG:
        raise parse_error(html, f'Unsupported start tag "{name}"', begin)
    attributes: dict[str, str] = {}
    while True:
        at = _past_space(html, at)
        if at == len(html):
            raise parse_error(html, "Unclosed start tag", begin)
        if html[at] == ">":
            return StartTag(name, begin, at + 1, attributes)
        at = _read_attribute(html, name, begin, at, attributes)


def read_end_tag(html: str, begin: int) -> EndTag:
    """The closing tag whose `<` is at `begin`."""
    at = begin + 2
    while at < len(html) and not html[at].isspace() and html[at] != ">":
        at += 1
    name = html[begin + 2 : at].lower()
    at = _past_space(html, at)
    if at == len(html) or html[at] != ">":
        raise parse_error(html, "Unclosed end tag", begin)
    return EndTag(name, begin, at + 1)


def _past_space(html: str, at: int) -> int:
    match = _SPACE.match(html, at)
    assert match is not None
    return match.end()


def _read_attribute(html: str, tag: str, begin: int, at: int, into: dict[str, str]) -> int:
    name_match = _ATTRIBUTE_NAME.match(html, at)
    name = name_match.group() if name_match else ""
    if not name:
        raise parse_error(html, f'Empty attribute name in the tag "{tag}"', begin)
    at = _past_space(html, at + len(name))
    if at == len(html):
        raise parse_error(html, "Unclosed start tag", begin)
    if html[at] != "=":
        if (tag, name) == ("blockquote", "expandable"):
            into[name] = ""
            return at
        reason = f'Expected equal sign in declaration of an attribute of the tag "{tag}"'
        raise parse_error(html, reason, begin)
    at = _past_space(html, at + 1)
    if at == len(html):
        raise parse_error(html, f'Unclosed start tag "{tag}"', begin)
    value, at = _read_value(html, begin, at)
    into[name] = value
    return at


def _read_value(html: str, begin: int, at: int) -> tuple[str, int]:
    quote = html[at]
    if quote not in "\"'":
        token = _TOKEN.match(html, at)
        assert token is not None
        end = token.end()
        if end < len(html) and not html[end].isspace() and html[end] != ">":
            raise parse_error(html, "Unexpected end of name token", at)
        return token.group().lower(), end
    at += 1
    value: list[str] = []
    while at < len(html) and html[at] != quote:
        decoded = read_reference(html, at) if html[at] == "&" else None
        character, at = decoded or (html[at], at + 1)
        value.append(character)
    if at == len(html):
        raise parse_error(html, "Unclosed start tag", begin)
    return "".join(value), at + 1
