"""What made-up people write: each act becomes an update for the bot."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Literal

from tests.botapi.entities import with_found
from tests.botapi.messages import Message
from tests.botapi.outgoing import START_PAYLOAD
from tests.botapi.people import BEHIND_A_CHANNEL, BEHIND_A_GROUP, TELEGRAM, Chat, Person
from tests.botapi.text import MAX_CODE_POINTS
from tests.botapi.world import World


class Visitors:
    """The part of the server that writes to the bot.

    Each act returns the id of its update; ValueError for what a client could not do.
    """

    _world: World

    def say(
        self,
        text: str,
        user: Person,
        chat: Chat | None = None,
        reply_to: Message | int | None = None,
        *,
        topic: int | None = None,
        name_of: Chat | None = None,
    ) -> int:
        """Someone writes, privately unless a group is given.

        In the name of the group itself, as an administrator who hides, or of a channel where
        `name_of` says so; the bot is not told by whom.
        """
        if not text.strip():
            raise ValueError("a client sends no empty message")
        if len(text) > MAX_CODE_POINTS:
            raise ValueError("a client cuts a long text into several messages")
        message = self._message(text, user, chat, reply_to, topic)
        if name_of is not None:
            message = self._hidden(message, name_of)
        return self._sent(message)

    def follow_link(self, payload: str, user: Person) -> int:
        """Someone follows a link to the bot that carries this payload."""
        if not START_PAYLOAD.fullmatch(payload):
            raise ValueError("a payload is 1 to 64 of A-Z, a-z, 0-9, _ and -")
        return self.say(f"/start {payload}", user)

    def photo(self, user: Person, caption: str | None = None, chat: Chat | None = None) -> int:
        """Someone sends a photo."""
        return self._attach("photo", user, chat, caption or "")

    def sticker(self, user: Person, chat: Chat | None = None) -> int:
        """Someone sends a sticker."""
        return self._attach("sticker", user, chat, "")

    def edit(self, message_id: int, text: str, chat_id: int) -> int:
        """Someone changes what they wrote."""
        message = self._world.conversations.get(chat_id, message_id)
        if message is None or message.author == self._world.directory.bot or message.via:
            raise ValueError(f"no person said message {message_id} in chat {chat_id}")
        edited = replace(
            message, text=text, entities=with_found(text, ()), edit_date=int(time.time())
        )
        kind = "edited_channel_post" if edited.chat.type == "channel" else "edited_message"
        return self._sent(edited, kind)

    def post(self, text: str, channel: Chat, group: Chat | None = None) -> int:
        """A channel posts; its discussion group, where there is one, gets the post as well."""
        post = Message(
            message_id=self._world.conversations.next_id(channel.id),
            chat=channel,
            author=TELEGRAM,
            date=int(time.time()),
            text=text,
            entities=with_found(text, ()),
            sender_chat=channel,
        )
        update_id = self._sent(post, "channel_post")
        if group is None:
            return update_id
        number = self._world.conversations.next_id(group.id)
        passed_on = replace(post, message_id=number, chat=group, forwards=post.message_id)
        return self._sent(passed_on)

    def _attach(
        self, kind: Literal["photo", "sticker"], user: Person, chat: Chat | None, caption: str
    ) -> int:
        return self._sent(replace(self._message(caption, user, chat), attachment=kind))

    def _message(
        self,
        text: str,
        user: Person,
        chat: Chat | None,
        reply_to: Message | int | None = None,
        topic: int | None = None,
    ) -> Message:
        directory, conversations = self._world.directory, self._world.conversations
        place = directory.chat(chat.id if chat else user.id)
        if user.id not in place.member_ids:
            raise ValueError(f"{user.first_name} is not in {place.name}")
        if topic is not None and (place.id, topic) not in directory.topics:
            raise ValueError(f"there is no topic {topic} in {place.name}")
        replied = reply_to.message_id if isinstance(reply_to, Message) else reply_to
        return Message(
            message_id=conversations.next_id(place.id),
            chat=place,
            author=user,
            date=int(time.time()),
            text=text,
            entities=with_found(text, ()),
            reply_to=replied,
            thread=conversations.thread(place, replied, topic),
        )

    def _hidden(self, message: Message, name_of: Chat) -> Message:
        """The message as the bot sees it where its author writes in another name."""
        if not self._world.directory.may_speak_for(name_of, message.author.id):
            raise ValueError(f"{message.author.first_name} does not administer {name_of.name}")
        is_group = name_of.id == message.chat.id
        face = BEHIND_A_GROUP if is_group else BEHIND_A_CHANNEL
        return replace(message, author=face, sender_chat=name_of)

    def _sent(self, message: Message, kind: str = "message") -> int:
        self._world.conversations.put(message)
        return self._world.queue.push(kind, self._world.conversations.to_api(message))
