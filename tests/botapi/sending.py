"""Methods that change what a reader sees in a chat: send, edit, delete, type."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace

from aiogram import methods
from aiogram.types import ReplyParameters

from tests.botapi.keyboard import check_keyboard
from tests.botapi.limits import FloodControl
from tests.botapi.markup import Marked
from tests.botapi.messages import Conversations, Message
from tests.botapi.people import Chat, Directory
from tests.botapi.record import Record
from tests.botapi.refusals import Fields, bad_request
from tests.botapi.text import compose

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the "
    "same as a current content and reply markup of the message"
)
_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A preview of a message still being written."""

    draft_id: int
    text: str


@dataclass(slots=True)
class Sending:
    """The methods, and what they leave behind besides messages."""

    directory: Directory
    conversations: Conversations
    flood: FloodControl
    record: Record
    actions: list[tuple[int, str]] = field(default_factory=list)
    drafts: list[tuple[int, Draft]] = field(default_factory=list)

    async def send_message(self, call: methods.SendMessage) -> Fields:
        """`sendMessage`"""
        chat = self.directory.open_chat(call.chat_id)
        self.directory.open_topic(chat, call.message_thread_id)
        marked = self._noted("sendMessage", compose(call.text, _mode(call), call.entities))
        markup = check_keyboard(call.reply_markup)
        reply_to = self._replied(chat, call.reply_parameters)
        self.flood.admit(chat)
        message = Message(
            message_id=self.conversations.next_id(chat.id),
            chat=chat,
            author=self.directory.bot,
            date=int(time.time()),
            text=marked.text,
            html=call.text,
            entities=marked.entities,
            reply_markup=markup,
            reply_to=reply_to,
        )
        self.conversations.put(message)
        return self.conversations.to_api(message)

    async def edit_message_text(self, call: methods.EditMessageText) -> Fields:
        """`editMessageText`; without a keyboard the old one goes."""
        message = self._editable(call.chat_id, call.message_id)
        raw = call.text or ""
        too_long = "MESSAGE_TOO_LONG"  # another wording than for sendMessage
        marked = compose(raw, _mode(call), call.entities, too_long)
        edited = replace(
            message,
            text=self._noted("editMessageText", marked).text,
            html=raw,
            entities=marked.entities,
            reply_markup=check_keyboard(call.reply_markup),
        )
        return self._edit(message, edited)

    async def edit_message_reply_markup(self, call: methods.EditMessageReplyMarkup) -> Fields:
        """`editMessageReplyMarkup`"""
        message = self._editable(call.chat_id, call.message_id)
        return self._edit(message, replace(message, reply_markup=check_keyboard(call.reply_markup)))

    async def delete_message(self, call: methods.DeleteMessage) -> bool:
        """`deleteMessage`: in a group the bot, no administrator, deletes only its own."""
        chat = self.directory.open_chat(call.chat_id)
        message = self.conversations.get(chat.id, call.message_id)
        if message is None:
            raise bad_request("message to delete not found")
        if message.author != self.directory.bot and chat.type != "private":
            raise bad_request("message can't be deleted")
        self.conversations.remove(message)
        return True

    async def send_chat_action(self, call: methods.SendChatAction) -> bool:
        """`sendChatAction`"""
        chat = self.directory.open_chat(call.chat_id)
        if call.action not in _ACTIONS:
            raise bad_request("wrong parameter action in request")
        self.actions.append((chat.id, call.action))
        return True

    async def send_message_draft(self, call: methods.SendMessageDraft) -> bool:
        """`sendMessageDraft`: private chats only; an empty text shows that the bot thinks."""
        chat = self.directory.open_chat(call.chat_id)
        if chat.type != "private":
            raise bad_request("TEXTDRAFT_PEER_INVALID")
        if call.draft_id == 0:
            raise bad_request("DRAFT_ID_INVALID")
        text = ""
        if call.text:
            marked = compose(call.text, _mode(call), call.entities)
            text = self._noted("sendMessageDraft", marked).text
        self.drafts.append((chat.id, Draft(call.draft_id, text)))
        return True

    def _noted(self, method: str, marked: Marked) -> Marked:
        self.record.violations.extend(f"{method}: {loss}" for loss in marked.losses)
        return marked

    def _replied(self, chat: Chat, reply: ReplyParameters | None) -> int | None:
        if reply is None:
            return None
        replied = self.conversations.get(chat.id, reply.message_id)
        if reply.chat_id not in (None, chat.id):
            raise bad_request("replies across chats are unknown to this server")
        # aiogram fills in a placeholder, which is no False, for what was not sent.
        if replied is None and reply.allow_sending_without_reply is not True:
            raise bad_request("message to be replied not found")
        return replied.message_id if replied else None

    def _editable(self, chat_id: int | str | None, message_id: int | None) -> Message:
        chat = self.directory.open_chat(chat_id)
        message = self.conversations.get(chat.id, message_id)
        if message is None:
            raise bad_request("message to edit not found")
        if message.author != self.directory.bot:
            raise bad_request("message can't be edited")
        return message

    def _edit(self, old: Message, new: Message) -> Fields:
        if (old.text, old.entities, old.reply_markup) == (new.text, new.entities, new.reply_markup):
            raise bad_request(NOT_MODIFIED)
        self.flood.admit(old.chat)
        dated = replace(new, edit_date=int(time.time()))
        self.conversations.put(dated)
        return self.conversations.to_api(dated)


def _mode(
    call: methods.SendMessage | methods.EditMessageText | methods.SendMessageDraft,
) -> str | None:
    """aiogram fills in a placeholder for a parse mode that was not sent."""
    return call.parse_mode if isinstance(call.parse_mode, str) else None
