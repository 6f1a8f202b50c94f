"""Methods that change or take away what a reader sees: in a chat, or wherever it was sent to."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from aiogram import methods
from aiogram.types import InlineKeyboardMarkup

from tests.botapi.directory import Directory
from tests.botapi.entities import Entity
from tests.botapi.inline_messages import InlineMessage, InlineMessages
from tests.botapi.limits import FloodControl
from tests.botapi.messages import Conversations, Message
from tests.botapi.outgoing import Outgoing
from tests.botapi.refusals import Fields, bad_request

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What can be changed about a message; `html` is its text as it was sent."""

    html: str
    text: str
    entities: tuple[Entity, ...]
    reply_markup: InlineKeyboardMarkup | None


@dataclass(slots=True)
class Editing:
    """The methods, and the messages known by an inline id."""

    directory: Directory
    conversations: Conversations
    flood: FloodControl
    outgoing: Outgoing
    inline: InlineMessages = field(default_factory=InlineMessages)

    async def edit_message_text(self, call: methods.EditMessageText) -> Fields | bool:
        """`editMessageText`; without a keyboard the old one goes."""

        def changed(old: _Shown) -> _Shown:
            raw, method = call.text or "", "editMessageText"
            # Too long is told in other words than for sendMessage.
            mode, too_long = call.parse_mode, "MESSAGE_TOO_LONG"
            marked = self.outgoing.text(method, raw, mode, call.entities, too_long)
            markup = self.outgoing.keyboard(method, call.reply_markup)
            return _Shown(raw, marked.text, marked.entities, markup)

        return self._edit(call, changed)

    async def edit_message_reply_markup(
        self, call: methods.EditMessageReplyMarkup
    ) -> Fields | bool:
        """`editMessageReplyMarkup`"""

        def changed(old: _Shown) -> _Shown:
            markup = self.outgoing.keyboard("editMessageReplyMarkup", call.reply_markup)
            return replace(old, reply_markup=markup)

        return self._edit(call, changed)

    async def delete_message(self, call: methods.DeleteMessage) -> bool:
        """`deleteMessage`: in a group, others' messages only as an administrator."""
        chat = self.directory.open_chat(call.chat_id)
        message = self.conversations.get(chat.id, call.message_id)
        if message is None:
            raise bad_request("message to delete not found")
        rules = chat.type == "private" or self.directory.may_speak_for(chat, self.directory.bot.id)
        if message.author != self.directory.bot and not rules:
            raise bad_request("message can't be deleted")
        self.conversations.remove(message)
        return True

    def _edit(
        self,
        call: methods.EditMessageText | methods.EditMessageReplyMarkup,
        changed: Callable[[_Shown], _Shown],
    ) -> Fields | bool:
        if call.inline_message_id is not None:
            self._put_inline(self.inline.get(call.inline_message_id), changed)
            return True
        chat = self.directory.open_chat(call.chat_id)
        message = self.conversations.get(chat.id, call.message_id)
        if message is None:
            raise bad_request("message to edit not found")
        if message.author != self.directory.bot:
            raise bad_request("message can't be edited")
        shown = _of_modified(message, changed, message.html)
        self.flood.admit(chat)
        return self.conversations.to_api(self._put(message, shown))

    def _put_inline(self, message: InlineMessage, changed: Callable[[_Shown], _Shown]) -> None:
        shown = _of_modified(message, changed)
        copy = message.copy
        if copy is not None and self.conversations.get(copy.chat.id, copy.message_id) is not None:
            copy = self._put(copy, shown)
        self.inline.put(
            replace(
                message,
                text=shown.text,
                entities=shown.entities,
                reply_markup=shown.reply_markup,
                copy=copy,
            )
        )

    def _put(self, message: Message, shown: _Shown) -> Message:
        dated = replace(
            message,
            text=shown.text,
            html=shown.html,
            entities=shown.entities,
            reply_markup=shown.reply_markup,
            edit_date=int(time.time()),
        )
        self.conversations.put(dated)
        return dated


def _of_modified(
    message: Message | InlineMessage, changed: Callable[[_Shown], _Shown], html: str = ""
) -> _Shown:
    """What the message is to show, refused where it shows that already."""
    old = _Shown(html, message.text, message.entities, message.reply_markup)
    new = changed(old)
    if (old.text, old.entities, old.reply_markup) == (new.text, new.entities, new.reply_markup):
        raise bad_request(NOT_MODIFIED)
    return new
