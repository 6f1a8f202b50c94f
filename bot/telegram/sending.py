"""Messages on their way to a chat, and what is done about each refusal that has a name."""

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden
from telegram.ext import ExtBot

from bot.layout.outgoing import Keyboard, Outgoing, without_links
from bot.limiter.schedule import Priority
from bot.telegram.telegram_errors import Failure, failure_of, new_chat_of

logger = logging.getLogger(__name__)

_DETOURS = 5
"""To the new id, out of the topic, without formats, links below or the message replied to."""
_TAG = re.compile(r"<[^>]*>")
REFUSALS = (BadRequest, Forbidden, ChatMigrated)
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message goes: a chat, and a topic of it where it has topics."""

    chat_id: int
    topic: int | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that went out, and where to."""

    message: Message
    place: Place


def place_of(message: Message) -> Place:
    """Where an answer to a message goes."""
    topic = message.message_thread_id if message.is_topic_message else None
    return Place(message.chat.id, topic)


async def send_all(
    bot: ExtBot[Any],
    place: Place,
    htmls: Sequence[str],
    priority: Priority = Priority.ANSWER,
) -> Place | None:
    """Send messages in their order; where they went, None where nothing can be sent any more.

    Raises:
        TelegramError: a message could not be sent; those after it were not tried.
    """
    for html in htmls:
        sent = await send(bot, place, html, priority)
        if sent is None:
            return None
        place = sent.place
    return place


async def send(
    bot: ExtBot[Any],
    place: Place,
    html: str,
    priority: Priority = Priority.ANSWER,
    keyboard: Keyboard = (),
    reply_to: int | None = None,
) -> Sent | None:
    """Send one message; None where nothing can be sent to the place any more.

    It follows a group to its new id, leaves a closed topic for the general one, and goes out
    without formats, or without buttons that open an address, where Telegram cannot read them.
    A message that it was to reply to and that is gone, or elsewhere, it does not name.

    Raises:
        TelegramError: it could not be sent for another reason.
    """
    text: str = html
    parse_mode: ParseMode | None = ParseMode.HTML
    for detour in range(_DETOURS + 1):
        try:
            message = await bot.send_message(
                place.chat_id,
                text,
                parse_mode=parse_mode,
                message_thread_id=place.topic,
                link_preview_options=NO_PREVIEW,
                reply_markup=markup(keyboard),
                reply_parameters=_reply_parameters(reply_to),
                rate_limit_args=priority,
            )
            return Sent(message, place)
        except REFUSALS as error:
            match failure_of(error):
                case Failure.MIGRATED if (chat := new_chat_of(error)) and detour < _DETOURS:
                    place, reply_to = Place(chat), None  # its messages have other ids there
                case Failure.TOPIC_CLOSED if place.topic is not None:
                    place, reply_to = replace(place, topic=None), None
                case Failure.MESSAGE_GONE if reply_to is not None:
                    reply_to = None
                case Failure.MARKUP if parse_mode is not None:
                    logger.error("a message was sent without formats: %s", error)
                    text, parse_mode = plain(html), None
                case Failure.BUTTON if keyboard != without_links(keyboard):
                    logger.error("a message was sent without its links below: %s", error)
                    keyboard = without_links(keyboard)
                case Failure.BLOCKED | Failure.CHAT_GONE | Failure.TOPIC_CLOSED as failure:
                    logger.info("nothing more can be sent to a chat: %s", failure.name)
                    return None
                case _:
                    raise
    raise AssertionError("every detour is taken once")


class Route:
    """The way of a reply: each message follows the one before to where that had to go."""

    def __init__(self, bot: ExtBot[Any], place: Place) -> None:
        self._bot = bot
        self._place = place

    async def send(self, message: Outgoing) -> Sent | None:
        """Send one message; None where nothing can be sent any more.

        Raises:
            TelegramError: it could not be sent for another reason.
        """
        sent = await send(
            self._bot,
            self._place,
            message.html,
            keyboard=message.keyboard,
            reply_to=message.reply_to,
        )
        if sent is not None:
            self._place = sent.place
        return sent


def _reply_parameters(reply_to: int | None) -> ReplyParameters | None:
    if reply_to is None:
        return None
    return ReplyParameters(reply_to, allow_sending_without_reply=True)


def markup(keyboard: Keyboard) -> InlineKeyboardMarkup | None:
    """The buttons as the library sends them; None where there are none."""
    rows = [
        [
            InlineKeyboardButton(one.text, one.url, one.data, switch_inline_query=one.inline)
            for one in row
        ]
        for row in keyboard
        if row
    ]
    return InlineKeyboardMarkup(rows) if rows else None


def plain(html: str) -> str:
    """The text of a message without its formats."""
    return unescape(_TAG.sub("", html))
