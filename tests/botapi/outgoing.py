"""What the bot sent, as a reader would see it; what a reader would not see as meant is noted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from aiogram.types import InlineKeyboardMarkup, MessageEntity, TelegramObject

from tests.botapi.keyboard import check_keyboard
from tests.botapi.markup import Marked
from tests.botapi.record import Record
from tests.botapi.text import compose

START_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What Telegram hands on behind `/start`."""
_HOSTS = ("t.me", "telegram.me")


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Texts and keyboards of the bot, whose links to itself are looked at as well."""

    record: Record
    username: str

    def text(
        self,
        method: str,
        raw: str,
        parse_mode: object,
        entities: Sequence[MessageEntity] | None,
        too_long: str = "message is too long",
    ) -> Marked:
        """The text within Telegram's limits, or its refusal.

        aiogram fills in a placeholder, which is no text, for a parse mode that was not sent.
        """
        mode = parse_mode if isinstance(parse_mode, str) else None
        marked = compose(raw, mode, entities, too_long)
        for loss in marked.losses:
            self.record.violation(method, loss)
        self._check_links(method, (entity.url for entity in marked.entities))
        return marked

    def keyboard(self, method: str, markup: TelegramObject | None) -> InlineKeyboardMarkup | None:
        """The inline keyboard that stays with the message, or Telegram's refusal."""
        checked = check_keyboard(markup)
        rows = checked.inline_keyboard if checked else []
        self._check_links(method, (button.url for row in rows for button in row))
        return checked

    def _check_links(self, method: str, urls: Iterable[str | None]) -> None:
        """A link to the bot with a payload that is none opens the chat without any."""
        for url in filter(None, urls):
            payload = _payload(url, self.username)
            if payload is not None and not START_PAYLOAD.fullmatch(payload):
                self.record.violation(method, f"start payload {payload!r} is dropped")


def _payload(url: str, username: str) -> str | None:
    """What a link to the bot hands on behind `/start` or `/startgroup`; None if nothing."""
    parts = urlsplit(url)
    query = parse_qs(parts.query, keep_blank_values=True)
    in_web = parts.hostname in _HOSTS and parts.path.strip("/").lower() == username.lower()
    in_app = parts.scheme == "tg" and query.get("domain", [""])[0].lower() == username.lower()
    if not (in_web or in_app):
        return None
    return next((query[name][0] for name in ("start", "startgroup") if name in query), None)
