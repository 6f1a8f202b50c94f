"""Made-up people, and the chats they are in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tests.botapi.refusals import Fields


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


TELEGRAM = Person(777000, "Telegram")
"""Who passes a channel's posts on to its discussion group."""
BEHIND_A_CHANNEL = Person(136817688, "Channel", None, "Channel_Bot", is_bot=True)
"""Who seems to write where somebody writes in the name of a channel."""
BEHIND_A_GROUP = Person(1087968824, "Group", None, "GroupAnonymousBot", is_bot=True)
"""Who seems to write where an administrator of a group hides."""


@dataclass(frozen=True, slots=True)
class Chat:
    """A private chat (its id is the person's), or a group or a channel (negative id, a title).

    A forum is a group whose messages stand in topics.
    """

    id: int
    type: Literal["private", "group", "supergroup", "channel"]
    name: str
    username: str | None = None
    member_ids: frozenset[int] = frozenset()
    is_forum: bool = False

    def to_api(self) -> Fields:
        """The Bot API `Chat` object."""
        label = "first_name" if self.type == "private" else "title"
        fields: dict[str, object] = {"id": self.id, "type": self.type, label: self.name}
        if self.username is not None:
            fields["username"] = self.username
        if self.is_forum:
            fields["is_forum"] = True
        return fields
