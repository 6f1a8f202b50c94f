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
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError
from telegram.ext import ExtBot

from bot.layout.outgoing import Keyboard, Outgoing, without_links
from bot.limiter.schedule import Priority
from bot.telegram.telegram_errors import Failure, failure_of, new_chat_of

logger = logging.getLogger(__name__)

_DETOURS = 5
"""To the new id, out of the topic, without formats, links below or the message replied to."""
_TAG = re.compile(r"<[^>]*>")
_REFUSALS = (BadRequest, Forbidden, ChatMigrated)
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


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
                link_preview_options=_NO_PREVIEW,
                reply_markup=markup(keyboard),
                reply_parameters=_reply_parameters(reply_to),
                rate_limit_args=priority,
            )
            return Sent(message, place)
        except _REFUSALS as error:
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


async def change(bot: ExtBot[Any], message: Message, html: str) -> Message | None:
    """Let a message of the bot's read otherwise; where it is gone, say it in a new one.

    None where nothing can be sent there any more.

    Raises:
        TelegramError: it could not be changed for another reason.
    """
    try:
        changed = await bot.edit_message_text(
            html,
            message.chat.id,
            message.message_id,
            parse_mode=ParseMode.HTML,
            link_preview_options=_NO_PREVIEW,
        )
        return changed if isinstance(changed, Message) else message
    except _REFUSALS as error:
        match failure_of(error):
            case Failure.NOT_MODIFIED:  # also where it was changed and the answer was lost
                return message
            case Failure.MESSAGE_GONE | Failure.MIGRATED | Failure.MARKUP:
                sent = await send(bot, place_of(message), html, Priority.PAGE)
                return sent.message if sent else None
            case Failure.BLOCKED | Failure.CHAT_GONE | Failure.TOPIC_CLOSED as failure:
                logger.info("nothing more can be sent to a chat: %s", failure.name)
                return None
            case _:
                raise


async def change_in_place(
    bot: ExtBot[Any], place: Place, message_id: int, message: Outgoing
) -> bool:
    """Let a message of the bot's read otherwise; False where nothing can be sent there any more.

    Nothing happens where it reads so already or is gone.

    Raises:
        TelegramError: it could not be changed for another reason.
    """
    refused = await rewrite(bot, place, message_id, message, Priority.PAGE)
    return refused is None or _settled(refused)


async def rewrite(
    bot: ExtBot[Any],
    place: Place,
    message_id: int,
    message: Outgoing,
    priority: Priority = Priority.ANSWER,
) -> TelegramError | None:
    """Let a message of the bot's read otherwise; the refusal where it does not, None where it does.

    Like a new one, it goes out without formats or links below where Telegram cannot read them.

    Raises:
        TelegramError: it could not be changed, and that is no refusal.
    """
    text, keyboard = message.html, message.keyboard
    parse_mode: ParseMode | None = ParseMode.HTML
    for _ in range(_DETOURS + 1):
        try:
            await bot.edit_message_text(
                text,
                place.chat_id,
                message_id,
                parse_mode=parse_mode,
                link_preview_options=_NO_PREVIEW,
                reply_markup=markup(keyboard),
                rate_limit_args=priority,
            )
            return None
        except _REFUSALS as error:
            match failure_of(error):
                case Failure.NOT_MODIFIED:
                    return None
                case Failure.MARKUP if parse_mode is not None:
                    logger.error("a message was changed without formats: %s", error)
                    text, parse_mode = plain(message.html), None
                case Failure.BUTTON if keyboard != without_links(keyboard):
                    logger.error("a message was changed without its links below: %s", error)
                    keyboard = without_links(keyboard)
                case _:
                    return error
    raise AssertionError("every detour is taken once")


async def change_buttons(
    bot: ExtBot[Any], place: Place, message_id: int, keyboard: Keyboard
) -> bool:
    """Let other buttons stand below a message, as :func:`change_in_place`.

    Raises:
        TelegramError: they could not be changed.
    """
    try:
        await bot.edit_message_reply_markup(
            place.chat_id,
            message_id,
            reply_markup=markup(keyboard),
            rate_limit_args=Priority.PAGE,
        )
        return True
    except _REFUSALS as error:
        if failure_of(error) is Failure.BUTTON and keyboard != without_links(keyboard):
            return await change_buttons(bot, place, message_id, without_links(keyboard))
        return _settled(error)


def _settled(error: TelegramError) -> bool:
    """Whether a chat is there still, after a refusal that is no fault; others are raised anew."""
    match failure_of(error):
        case Failure.NOT_MODIFIED | Failure.MESSAGE_GONE | Failure.MIGRATED as failure:
            logger.info("a message was not changed: %s", failure.name)
            return True
        case Failure.BLOCKED | Failure.CHAT_GONE | Failure.TOPIC_CLOSED as failure:
            logger.info("nothing more can be changed in a chat: %s", failure.name)
            return failure is Failure.TOPIC_CLOSED
        case _:
            raise error


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
