"""Lets those in who are to be answered, and tells the others, if that is due, that they are not."""

from typing import Any

from telegram import Message
from telegram.ext import ExtBot

from bot.access_texts import not_answered
from bot.conversation import Said
from bot.door import Door, reader_of
from bot.guards import Verdict
from bot.replies import Replies


async def let_in(
    door: Door, replies: Replies, number: int, message: Message, bot: ExtBot[Any]
) -> bool:
    """Whether a message, that of an update of this number, is answered."""
    verdict = door.judge(message)
    if verdict is Verdict.ADMITTED:
        await door.remember(message.chat.id)
        return True
    if said := not_answered(verdict, reader_of(message)):
        await replies.send(number, message, Said(said), bot)
    return False
