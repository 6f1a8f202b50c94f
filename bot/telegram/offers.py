"""Questions that the bot offers as buttons: pressed, each is asked as if the reader wrote it."""

import re
import time
from datetime import UTC, datetime, tzinfo

from telegram import CallbackQuery, Message, Update
from telegram.ext import ContextTypes

from bot.operators.door import Door
from bot.operators.guards import Verdict
from bot.state.kept_answers import of_press
from bot.telegram.attempts import Attempts
from bot.telegram.presses import toast
from bot.telegram.replies import Replies
from bot.words.access_texts import not_answered
from bot.words.saying import say

PATTERN = re.compile(r"e:\d")
"""What stands behind such a button, from the first character to the last."""


def offered(query: CallbackQuery) -> str | None:
    """The question of the button that was pressed: it reads as the button does.

    None where the message is so old that Telegram does not show it any more.
    """
    message = query.message
    if not isinstance(message, Message) or message.reply_markup is None:
        return None
    buttons = (one for row in message.reply_markup.inline_keyboard for one in row)
    return next((one.text for one in buttons if one.callback_data == query.data), None)


class Offers:
    """The handler of such presses; ``zone`` is where readers are taken to be."""

    def __init__(
        self, attempts: Attempts, replies: Replies, door: Door, zone: tzinfo = UTC
    ) -> None:
        self._attempts = attempts
        self._replies = replies
        self._door = door
        self._zone = zone

    async def on_offer(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Ask the question, and answer it in a new message that shows it."""
        query, number, bot = update.callback_query, update.update_id, context.bot
        if query is None:
            return
        question, message = offered(query), query.message
        if question is None or not isinstance(message, Message):
            await toast(bot, query, say("press-expired"))
            return
        if self._door.groups.is_silent(message.chat.id):
            await toast(bot, query, None)
            return
        now, reader = datetime.now(self._zone), query.from_user.id
        verdict = self._door.guards.judge(reader, message.chat.id, now)
        if verdict is not Verdict.ADMITTED:
            await toast(bot, query, not_answered(verdict, reader))
            return
        await toast(bot, query, None)
        began_s = time.monotonic()
        asked_by = of_press(number)
        reply = await self._attempts.reply(number, question, now, message.chat.id, asked_by)
        self._door.usage.count(reply, time.monotonic() - began_s)
        await self._replies.send(number, message, reply, bot, asked_by=asked_by)
