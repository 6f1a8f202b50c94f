"""Messages that readers sent by choosing an inline result, wherever they are."""

from __future__ import annotations

from dataclasses import dataclass, field

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from tests.botapi.entities import Entity
from tests.botapi.messages import Message
from tests.botapi.refusals import bad_request


@dataclass(frozen=True, slots=True)
class InlineMessage:
    """A message known by its inline id; `copy` is it in a chat that the bot can see."""

    id: str
    user_id: int
    text: str
    entities: tuple[Entity, ...]
    reply_markup: InlineKeyboardMarkup | None
    copy: Message | None = None

    @property
    def buttons(self) -> tuple[InlineKeyboardButton, ...]:
        """The buttons under the message, row after row."""
        rows = self.reply_markup.inline_keyboard if self.reply_markup else []
        return tuple(button for row in rows for button in row)


@dataclass(slots=True)
class InlineMessages:
    """All of them, as they stand now, oldest first."""

    _by_id: dict[str, InlineMessage] = field(default_factory=dict)

    def next_id(self) -> str:
        """An id that is new."""
        return f"AgAAA{len(self._by_id) + 1:06}"

    def put(self, message: InlineMessage) -> None:
        """Add the message, or replace the one with its id."""
        self._by_id[message.id] = message

    def get(self, message_id: str) -> InlineMessage:
        """The message as it is now, or Telegram's refusal where there is none."""
        message = self._by_id.get(message_id)
        if message is None:
            raise bad_request("MESSAGE_ID_INVALID")
        return message

    @property
    def all(self) -> tuple[InlineMessage, ...]:
        """Every one."""
        return tuple(self._by_id.values())
