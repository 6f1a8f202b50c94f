"""Lets the messages of the bot read otherwise, and deals with each refusal that has a name."""

import logging
from typing import Any

from telegram import Message
from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.layout.outgoing import Keyboard, Outgoing, without_links
from bot.limiter.schedule import Priority
from bot.telegram.sending import NO_PREVIEW, REFUSALS, Place, markup, place_of, plain, send
from bot.telegram.telegram_errors import Failure, failure_of

logger = logging.getLogger(__name__)

_DETOURS = 2
"""Without formats, and without links below: each at most once."""


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
            link_preview_options=NO_PREVIEW,
        )
        return changed if isinstance(changed, Message) else message
    except REFUSALS as error:
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
                link_preview_options=NO_PREVIEW,
                reply_markup=markup(keyboard),
                rate_limit_args=priority,
            )
            return None
        except REFUSALS as error:
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
    except REFUSALS as error:
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
