"""Who there is, which chats there are, and what changes about them."""

from __future__ import annotations

import time
from dataclasses import replace

from tests.botapi.directory import GENERAL_TOPIC, Standing
from tests.botapi.membership import change_to_api
from tests.botapi.messages import Message
from tests.botapi.people import TELEGRAM, Chat, Person
from tests.botapi.world import World


class Hosts:
    """The part of the server that makes up people and chats."""

    _world: World

    def user(
        self,
        id: int,
        first_name: str = "Reader",
        language_code: str | None = "en",
        username: str | None = None,
    ) -> Person:
        """Someone new, with an open private chat whose id is theirs."""
        person = Person(id, first_name, language_code, username)
        return self._world.directory.add_person(person)

    def another_bot(self, id: int, first_name: str, username: str) -> Person:
        """A bot that is not ours, for groups: bots do not write to each other in private."""
        bot = Person(id, first_name, None, username, is_bot=True)
        self._world.directory.people[id] = bot
        return bot

    def group(self, id: int, title: str, *members: Person) -> Chat:
        """A group (negative id) with the bot and these people in it."""
        return self._add(Chat(id, "supergroup", title, None, frozenset(m.id for m in members)))

    def channel(self, id: int, title: str, username: str | None = None) -> Chat:
        """A channel (negative id) that the bot is in."""
        return self._add(Chat(id, "channel", title, username))

    def topic(self, group: Chat, name: str, number: int | None = None) -> int:
        """A topic, which makes the group a forum; its number, or the one that is given."""
        world = self._world
        chat = replace(world.directory.chat(group.id), is_forum=True)
        world.directory.chats[chat.id] = chat
        number = number or max(world.conversations.next_id(chat.id), GENERAL_TOPIC + 1)
        world.directory.topics[chat.id, number] = name
        now = int(time.time())
        world.conversations.put(
            Message(number, chat, TELEGRAM, now, "", thread=number, opens_topic=name)
        )
        return number

    def close_topic(self, chat: Chat, topic: int | None) -> None:
        """Nobody may write there any more; None is the general topic."""
        directory = self._world.directory
        if topic is not None and (chat.id, topic) not in directory.topics:
            self.topic(chat, "Closed", topic)
        directory.closed_topics.add((chat.id, topic))

    def promote(self, chat: Chat, person: Person, *, owner: bool = False) -> None:
        """Somebody, perhaps the bot, becomes an administrator of a group or a channel."""
        directory = self._world.directory
        old = directory.standing(chat, person.id)[1]
        directory.ranks[chat.id, person.id] = "creator" if owner else "administrator"
        self._tell_bot(chat, person, person, old)

    def block(self, chat_id: int, by: Person | None = None) -> None:
        """The bot is blocked by the person, or thrown out of the group."""
        self._stand(chat_id, by, gone=True)

    def unblock(self, chat_id: int, by: Person | None = None) -> None:
        """And welcome again."""
        self._stand(chat_id, by, gone=False)

    def move(self, group: Chat, id: int) -> Chat:
        """The group becomes a supergroup under another id; the old one is refused."""
        directory = self._world.directory
        directory.chats[id] = replace(group, id=id)
        directory.moved[group.id] = id
        return directory.chats[id]

    def _add(self, chat: Chat) -> Chat:
        if chat.id >= 0:
            raise ValueError(f"the id of a {chat.type} is negative")
        self._world.directory.chats[chat.id] = chat
        return chat

    def _stand(self, chat_id: int, by: Person | None, gone: bool) -> None:
        directory = self._world.directory
        chat = directory.chats.get(chat_id)
        old = directory.standing(chat, directory.bot.id)[1] if chat else None
        change = directory.blocked.add if gone else directory.blocked.discard
        change(chat_id)
        if chat is not None and old is not None:
            self._tell_bot(chat, directory.bot, by or directory.people.get(chat_id, TELEGRAM), old)

    def _tell_bot(self, chat: Chat, of: Person, by: Person, old: Standing) -> None:
        """The bot is told of what it is itself; of others it did not ask to be told."""
        new = self._world.directory.standing(chat, of.id)[1]
        if of == self._world.directory.bot and new != old:
            payload = change_to_api(chat, by, of, old, new)
            self._world.queue.push("my_chat_member", payload)
