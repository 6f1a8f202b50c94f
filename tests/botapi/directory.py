"""Every chat the bot could know of, who is what in it, and where the bot may write."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from tests.botapi.people import Chat, Person
from tests.botapi.refusals import ApiError, bad_request

GENERAL_TOPIC = 1
"""The thread of a forum's general topic: for typing only, no message may name it."""
Standing: TypeAlias = Literal["creator", "administrator", "member", "left", "kicked"]
"""What somebody is in a chat."""


@dataclass(slots=True)
class Directory:
    """People, chats, and what changes about them."""

    bot: Person
    people: dict[int, Person] = field(default_factory=dict)
    chats: dict[int, Chat] = field(default_factory=dict)
    blocked: set[int] = field(default_factory=set)
    moved: dict[int, int] = field(default_factory=dict)
    topics: dict[tuple[int, int], str] = field(default_factory=dict)
    closed_topics: set[tuple[int, int | None]] = field(default_factory=set)
    ranks: dict[tuple[int, int], Literal["creator", "administrator"]] = field(default_factory=dict)
    """Who administers a chat: by the ids of the chat and of the person."""

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

    def known_topic(self, chat: Chat, topic: int | None) -> None:
        """Refuse a topic that there is not; None is the general one."""
        if topic is not None and (chat.id, topic) not in self.topics:
            raise bad_request("message thread not found")

    def open_topic(self, chat: Chat, topic: int | None) -> None:
        """Refuse a topic in which nothing may be written."""
        self.known_topic(chat, topic)
        if (chat.id, topic) in self.closed_topics:
            raise bad_request("TOPIC_CLOSED")

    def standing(self, chat: Chat, user_id: int) -> tuple[Person, Standing]:
        """What somebody is in the chat (the bot is in all that have not thrown it out)."""
        person = self.bot if user_id == self.bot.id else self.people.get(user_id)
        if person is None:
            raise bad_request("user not found")
        if person == self.bot and chat.id in self.blocked:
            return person, "kicked"
        if rank := self.ranks.get((chat.id, user_id)):
            return person, rank
        return person, "member" if user_id in {self.bot.id, *chat.member_ids} else "left"

    def may_speak_for(self, chat: Chat, user_id: int) -> bool:
        """Whether somebody may write in the chat's own name."""
        return (chat.id, user_id) in self.ranks
