"""What a chat shows, in a form that docs/pictures/telegram.py draws: text, formats, buttons."""

from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from aiogram.types import InlineKeyboardButton

from bot.layout.share_button import INLINE
from tests.botapi import Message
from tests.botapi.answering import InlineAnswer
from tests.botapi.entities import Entity

Entry = dict[str, object]
"""One thing on the screen, by kind: a message, a toast, a list of cards, a draft."""


def message(one: Message, history: Sequence[Message] = ()) -> Entry:
    """A message; one in ``history`` that it replies to is named."""
    entry: Entry = {"kind": "message", "by": one.author.first_name, "bot": one.author.is_bot}
    if one.via is not None:
        entry["via"] = one.via.username
    replied = [m for m in history if m.message_id == one.reply_to and not m.opens_topic]
    if replied:
        entry["replies_to"] = {"by": replied[0].author.first_name, "text": replied[0].text}
    if one.edit_date is not None and not one.author.is_bot:
        entry["edited"] = True
    if one.attachment is not None:
        entry["attachment"] = one.attachment
    entry["text"] = one.text
    entry["entities"] = _entities(one.entities)
    if one.reply_markup is not None:
        entry["keyboard"] = [[_button(b) for b in row] for row in one.reply_markup.inline_keyboard]
    return entry


def messages(history: Sequence[Message]) -> list[Entry]:
    """All of a chat that is written by somebody."""
    return [message(one, history) for one in history if one.opens_topic is None]


def cards(found: InlineAnswer) -> Entry:
    """What is listed above the field in which somebody types the bot's name and a question."""
    listed = [{"title": one.title, "description": one.description} for one in found.results]
    return {"kind": "cards", "typed": found.query, "cards": listed}


def toast(text: str | None) -> Entry:
    """What is shown for a moment after a press."""
    return {"kind": "toast", "text": text}


def draft(text: str) -> Entry:
    """What stands in for an answer that takes long."""
    return {"kind": "draft", "text": text}


def chat(entries: Iterable[Entry], title: str = "Dateline", topic: str | None = None) -> Entry:
    """The whole screen."""
    screen: Entry = {"title": title, "entries": list(entries)}
    return screen | {"topic": topic} if topic else screen


def _entities(entities: Iterable[Entity]) -> list[Entry]:
    return [
        {"type": one.type, "offset": one.offset, "length": one.length}
        | ({"url": one.url} if one.url else {})
        for one in entities
    ]


def _button(button: InlineKeyboardButton) -> Entry:
    """Its label and what it opens; keys and tokens, which are random, are left out."""
    shown: Entry = {"text": button.text}
    if url := button.url:
        parts = urlsplit(url)
        shown["opens"] = f"{parts.scheme}://{parts.netloc}{parts.path}"
    if button.switch_inline_query is not None:
        shown["chooses_chat"] = INLINE
    return shown
