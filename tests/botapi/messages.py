"""The messages of every chat, as they stand now."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from tests.botapi.entities import Entity
from tests.botapi.keyboard import keyboard_to_api
from tests.botapi.people import Chat, Person
from tests.botapi.refusals import Fields


@dataclass(frozen=True, slots=True)
class Message:
    """One message; for the bot's own, `html` is the text as it was sent, before parsing.

    `thread` is a topic in a forum, the first message of a chain of replies in another supergroup.
    `via` is the bot whose inline result it is. `sender_chat` is in whose name it was written where
    that is no person's, `forwards` the number of that channel's post which it passes on.
    `opens_topic` is the name of the topic that a service message opens.
    """

    message_id: int
    chat: Chat
    author: Person
    date: int
    text: str
    html: str = ""
    entities: tuple[Entity, ...] = ()
    reply_markup: InlineKeyboardMarkup | None = None
    reply_to: int | None = None
    edit_date: int | None = None
    attachment: Literal["photo", "sticker"] | None = None
    thread: int | None = None
    via: Person | None = None
    sender_chat: Chat | None = None
    forwards: int | None = None
    opens_topic: str | None = None

    @property
    def buttons(self) -> tuple[InlineKeyboardButton, ...]:
        """The buttons under the message, row after row."""
        rows = self.reply_markup.inline_keyboard if self.reply_markup else []
        return tuple(button for row in rows for button in row)

    @property
    def links(self) -> tuple[tuple[str, str], ...]:
        """The links in the text: what a reader sees and where it leads."""
        return tuple((e.of(self.text), e.url) for e in self.entities if e.url is not None)

    def to_api(self) -> dict[str, object]:
        """The Bot API `Message` object, without the message it replies to."""
        fields: dict[str, object] = {
            "message_id": self.message_id,
            "chat": self.chat.to_api(),
            "date": self.date,
            **self._origin(),
            **self._content(),
        }
        if self.edit_date is not None:
            fields["edit_date"] = self.edit_date
        if self.thread is not None:
            fields["message_thread_id"] = self.thread
            if self.chat.is_forum:
                fields["is_topic_message"] = True
        markup = keyboard_to_api(self.reply_markup)
        if markup is not None:
            fields["reply_markup"] = markup
        return fields

    def _origin(self) -> Fields:
        """Who wrote it: nobody is named where a channel posts."""
        origin: dict[str, object] = {}
        if self.chat.type != "channel":
            origin["from"] = self.author.to_api()
        if self.sender_chat is not None:
            origin["sender_chat"] = self.sender_chat.to_api()
        if self.via is not None:
            origin["via_bot"] = self.via.to_api()
        if self.forwards is not None and self.sender_chat is not None:
            origin["is_automatic_forward"] = True
            origin["forward_origin"] = {
                "type": "channel",
                "date": self.date,
                "chat": self.sender_chat.to_api(),
                "message_id": self.forwards,
            }
        return origin

    def _content(self) -> dict[str, object]:
        content: dict[str, object] = {}
        if self.opens_topic is not None:
            icon = {"name": self.opens_topic, "icon_color": 0x6FB9F0}
            content["forum_topic_created"] = icon
        if self.attachment == "sticker":
            content["sticker"] = {
                **_file(f"sticker{self.message_id}"),
                "type": "regular",
                "is_animated": False,
                "is_video": False,
            }
        elif self.attachment == "photo":
            content["photo"] = [_file(f"photo{self.message_id}")]
        if self.text:
            named = "caption" if self.attachment else "text"
            content[named] = self.text
            if self.entities:
                key = "caption_entities" if self.attachment else "entities"
                content[key] = [entity.to_api() for entity in self.entities]
        return content


def _file(name: str) -> Fields:
    return {"file_id": name, "file_unique_id": f"{name}u", "width": 512, "height": 512}


@dataclass(slots=True)
class Conversations:
    """All messages by chat. Ids grow by one within a chat and are never used again."""

    _by_chat: dict[int, dict[int, Message]] = field(default_factory=dict)
    _last_id: dict[int, int] = field(default_factory=dict)

    def next_id(self, chat_id: int) -> int:
        """A message id that is new in the chat."""
        self._last_id[chat_id] = self._last_id.get(chat_id, 0) + 1
        return self._last_id[chat_id]

    def put(self, message: Message) -> None:
        """Add the message, or replace the one with its id."""
        chat_id, number = message.chat.id, message.message_id
        self._by_chat.setdefault(chat_id, {})[number] = message
        self._last_id[chat_id] = max(number, self._last_id.get(chat_id, 0))

    def get(self, chat_id: int, message_id: int | None) -> Message | None:
        """The message as it is now; None if there is none (any more)."""
        if message_id is None:
            return None
        return self._by_chat.get(chat_id, {}).get(message_id)

    def thread(self, chat: Chat, reply_to: int | None, topic: int | None) -> int | None:
        """In which thread a message stands, given what it replies to and the topic it is put in."""
        replied = self.get(chat.id, reply_to)
        if replied is None or chat.type != "supergroup":
            return topic
        return replied.thread if chat.is_forum else replied.thread or replied.message_id

    def remove(self, message: Message) -> None:
        """Delete for everyone."""
        del self._by_chat[message.chat.id][message.message_id]

    def of(self, chat_id: int) -> tuple[Message, ...]:
        """Everything in the chat, oldest first."""
        return tuple(self._by_chat.get(chat_id, {}).values())

    def to_api(self, message: Message) -> Fields:
        """The Bot API object together with the message it replies to.

        In a topic, what replies to nothing replies to the message that opened the topic.
        """
        fields = message.to_api()
        opening = message.thread if message.chat.is_forum else None
        replied = self.get(message.chat.id, message.reply_to or opening)
        if replied is not None and replied != message:
            fields["reply_to_message"] = replied.to_api()
        return fields
