"""Messages on their way to a chat, and what is done about each refusal that has a name."""

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

from telegram import LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ChatType, ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden
from telegram.ext import ExtBot

from bot.limiter.schedule import Priority
from bot.telegram_errors import Failure, failure_of, new_chat_of

logger = logging.getLogger(__name__)

_DETOURS = 4
"""To the new id, out of the topic, without formats, as no reply: each at most once."""
_TAG = re.compile(r"<[^>]*>")
_REFUSALS = (BadRequest, Forbidden, ChatMigrated)
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a message goes: a chat, and a topic of it where it has topics.

    ``reply_to`` is the message that it is shown as a reply to, if that is still there.
    """

    chat_id: int
    topic: int | None = None
    reply_to: int | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that went out, and where to."""

    message: Message
    place: Place


def place_of(message: Message) -> Place:
    """Where an answer to a message goes."""
    topic = message.message_thread_id if message.is_topic_message else None
    return Place(message.chat.id, topic)


def beside(message: Message) -> Place:
    """The same, in a group as a reply to the message: others write in between."""
    private = message.chat.type == ChatType.PRIVATE
    return replace(place_of(message), reply_to=None if private else message.message_id)


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
    bot: ExtBot[Any], place: Place, html: str, priority: Priority = Priority.ANSWER
) -> Sent | None:
    """Send one message; None where nothing can be sent to the place any more.

    It follows a group to its new id, leaves a closed topic for the general one, and goes out
    without formats where Telegram cannot read them. Where it went, the next one replies to nothing.

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
                reply_parameters=_reply_to(place),
                link_preview_options=_NO_PREVIEW,
                rate_limit_args=priority,
            )
            return Sent(message, replace(place, reply_to=None))
        except _REFUSALS as error:
            match failure_of(error):
                case Failure.MIGRATED if (chat := new_chat_of(error)) and detour < _DETOURS:
                    place = Place(chat)
                case Failure.TOPIC_CLOSED if place.topic is not None:
                    place = Place(place.chat_id)
                case Failure.MESSAGE_GONE if place.reply_to is not None:
                    place = replace(place, reply_to=None)
                case Failure.MARKUP if parse_mode is not None:
                    logger.error("a message was sent without formats: %s", error)
                    text, parse_mode = plain(html), None
                case Failure.BLOCKED | Failure.CHAT_GONE | Failure.TOPIC_CLOSED as failure:
                    logger.info("nothing more can be sent to a chat: %s", failure.name)
                    return None
                case _:
                    raise
    raise AssertionError("every detour is taken once")


def _reply_to(place: Place) -> ReplyParameters | None:
    if place.reply_to is None:
        return None
    return ReplyParameters(place.reply_to, allow_sending_without_reply=True)


class Route:
    """The way of a reply: each message follows the one before to where that had to go."""

    def __init__(self, bot: ExtBot[Any], place: Place) -> None:
        self._bot = bot
        self._place = place

    async def send(self, html: str) -> bool:
        """Send one message; False where nothing can be sent any more.

        Raises:
            TelegramError: it could not be sent for another reason.
        """
        sent = await send(self._bot, self._place, html)
        if sent is not None:
            self._place = sent.place
        return sent is not None


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


def plain(html: str) -> str:
    """The text of a message without its formats."""
    return unescape(_TAG.sub("", html))
