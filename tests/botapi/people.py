"""Made-up people, the chats they are in, and who has blocked the bot."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from tests.botapi.refusals import ApiError, Fields, bad_request


@dataclass(frozen=True, slots=True)
class Person:
    """A Telegram account; bots are people too."""

    id: int
    first_name: str
    language_code: str | None = None
    username: str | None = None
    is_bot: bool = False

    def to_api(self) -> Fields:
        """The Bot API `User` object."""
        fields: dict[str, object] = {
            "id": self.id,
            "is_bot": self.is_bot,
            "first_name": self.first_name,
        }
        if self.language_code is not None:
            fields["language_code"] = self.language_code
        if self.username is not None:
            fields["username"] = self.username
        return fields


@dataclass(frozen=True, slots=True)
class Chat:
    """A private chat (its id is the person's) or a group (negative id, a title, members)."""

    id: int
    type: Literal["private", "group", "supergroup"]
    name: str
    username: str | None = None
    member_ids: frozenset[int] = frozenset()

    def to_api(self) -> Fields:
        """The Bot API `Chat` object."""
        label = "first_name" if self.type == "private" else "title"
        fields: dict[str, object] = {"id": self.id, "type": self.type, label: self.name}
        if self.username is not None:
            fields["username"] = self.username
        return fields


@dataclass(slots=True)
class Directory:
    """Everyone and every chat the bot could know of."""

    bot: Person
    people: dict[int, Person] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    blocked: set[int] = field(default_factory=set)
    moved: dict[int, int] = field(default_factory=dict)
    closed_topics: set[tuple[int, int | None]] = field(default_factory=set)

    def add_person(self, person: Person) -> Person:
        """Make the person known, with a private chat that they have opened."""
        self.people[person.id] = person
        self.chats[person.id] = Chat(
            person.id, "private", person.first_name, person.username, frozenset({person.id})
        )
        return person

    def chat(self, chat_id: int | str | None) -> Chat:
        """The chat, or Telegram's refusal where there is none."""
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad_request("chat not found")
        return chat

    def open_chat(self, chat_id: int | str | None) -> Chat:
        """The chat, if the bot may write there."""
        chat = self.chat(chat_id)
        if chat.id in self.moved:
            reason = "Bad Request: group chat was upgraded to a supergroup chat"
            raise ApiError(400, reason, migrate_to=self.moved[chat.id])
        if chat.id in self.blocked:
            if chat.type == "private":
                raise ApiError(403, "Forbidden: bot was blocked by the user")
            raise ApiError(403, f"Forbidden: bot was kicked from the {chat.type} chat")
        return chat

    def open_topic(self, chat: Chat, topic: int | None) -> None:
        """Refuse a topic in which nothing may be written; None is the general one."""
        if (chat.id, topic) in self.closed_topics:
            raise bad_request("TOPIC_CLOSED")

    def member(self, chat: Chat, user_id: int) -> Person:
        """Someone in the chat (the bot is in all of them)."""
        if user_id == self.bot.id:
            return self.bot
        if user_id not in chat.member_ids:
            raise bad_request("user not found")
        return self.people[user_id]
