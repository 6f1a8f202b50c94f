"""Methods that add to what a reader sees in a chat: send, type, show a draft."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from aiogram import methods
from aiogram.types import ReplyParameters

from tests.botapi.directory import GENERAL_TOPIC, Directory
from tests.botapi.limits import FloodControl
from tests.botapi.messages import Conversations, Message
from tests.botapi.outgoing import Outgoing
from tests.botapi.people import Chat
from tests.botapi.refusals import Fields, bad_request

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
    outgoing: Outgoing
    actions: list[tuple[int, str]] = field(default_factory=list)
    drafts: list[tuple[int, Draft]] = field(default_factory=list)
    drafting: set[int] = field(default_factory=set)
    """Chats that show a draft which no message has followed."""

    async def send_message(self, call: methods.SendMessage) -> Fields:
        """`sendMessage`"""
        chat = self.directory.open_chat(call.chat_id)
        self.directory.known_topic(chat, call.message_thread_id)
        marked = self.outgoing.text("sendMessage", call.text, call.parse_mode, call.entities)
        markup = self.outgoing.keyboard("sendMessage", call.reply_markup)
        reply_to = self._replied(chat, call.reply_parameters)
        thread = self.conversations.thread(chat, reply_to, call.message_thread_id)
        if chat.is_forum or thread == call.message_thread_id:
            self.directory.open_topic(chat, thread)
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
            thread=thread,
        )
        self.conversations.put(message)
        self.drafting.discard(chat.id)
        return self.conversations.to_api(message)

    async def send_chat_action(self, call: methods.SendChatAction) -> bool:
        """`sendChatAction`"""
        chat = self.directory.open_chat(call.chat_id)
        if call.action not in _ACTIONS:
            raise bad_request("wrong parameter action in request")
        if not (chat.is_forum and call.message_thread_id == GENERAL_TOPIC):
            self.directory.known_topic(chat, call.message_thread_id)
        self.actions.append((chat.id, call.action))
        return True

    async def send_message_draft(self, call: methods.SendMessageDraft) -> bool:
        """`sendMessageDraft`: private chats only; an empty text shows that the bot thinks."""
        chat = self.directory.open_chat(call.chat_id)
        if chat.type != "private":
            raise bad_request("TEXTDRAFT_PEER_INVALID")
        if call.draft_id == 0:
            raise bad_request("DRAFT_ID_INVALID")
        self.directory.known_topic(chat, call.message_thread_id)
        text = ""
        if call.text:
            method = "sendMessageDraft"
            text = self.outgoing.text(method, call.text, call.parse_mode, call.entities).text
        self.drafts.append((chat.id, Draft(call.draft_id, text)))
        self.drafting.add(chat.id)
        return True

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
