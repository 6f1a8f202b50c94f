"""What Telegram shows of the bot: its descriptions, and the commands it offers where."""

import logging
from datetime import UTC, datetime

from telegram import (
    Bot,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeDefault,
)
from telegram.error import TelegramError

from bot.words import texts
from bot.words.saying import say

logger = logging.getLogger(__name__)

_MENUS = (
    (BotCommandScopeDefault(), texts.COMMANDS),
    (BotCommandScopeAllGroupChats(), texts.GROUP_COMMANDS),
    (BotCommandScopeAllChatAdministrators(), (*texts.GROUP_COMMANDS, *texts.ADMIN_COMMANDS)),
)


async def set_profile(bot: Bot) -> None:
    """Set the command lists and the descriptions that Telegram shows before a chat begins."""
    try:
        for scope, names in _MENUS:
            await bot.set_my_commands(texts.commands(names), scope=scope)
        await bot.set_my_description(say("description"))
        await bot.set_my_short_description(say("short-description"))
    except TelegramError as error:  # readers see the earlier ones; no reason not to answer them
        logger.warning("commands and descriptions could not be set: %s", error)
    logger.info(
        "answering as @%s since %s", bot.username, f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    )
