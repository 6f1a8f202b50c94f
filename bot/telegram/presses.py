"""Presses of buttons below answers: who may, a toast for them, the message changed in place."""

import logging
from datetime import UTC, datetime
from functools import partial
from typing import Any

from telegram import CallbackQuery, Update
from telegram.error import TelegramError
from telegram.ext import ContextTypes, ExtBot

from bot.answers.pressing import Pressed, Pressing
from bot.layout.press_data import Act, Press, press_of
from bot.operators.door import Door
from bot.operators.guards import Verdict
from bot.telegram.attempts import Attempts
from bot.telegram.changing import change_buttons, change_in_place
from bot.telegram.delivery import Delivery
from bot.telegram.sending import Place
from bot.words.access_texts import not_answered
from bot.words.saying import say

logger = logging.getLogger(__name__)

_LONGEST_TOAST = 200


class Presses:
    """The handler of presses. Whoever sees the message may press, in a group as in private."""

    def __init__(
        self, attempts: Attempts, pressing: Pressing, delivery: Delivery, door: Door
    ) -> None:
        self._attempts = attempts
        self._pressing = pressing
        self._delivery = delivery
        self._door = door

    async def on_press(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Do what a button asks for."""
        query, number, bot = update.callback_query, update.update_id, context.bot
        if query is None:
            return
        press = press_of(query.data)
        if press is None or query.message is None:
            await toast(bot, query, say("press-expired"))
            return
        chat, reader = query.message.chat.id, query.from_user.id
        refused = self._refused(press, reader, chat)
        if refused is not None:
            await toast(bot, query, refused)
            return
        job = partial(self._pressing.press, press, chat, reader, datetime.now(UTC))
        try:
            pressed = await self._attempts.run(number, job)
        except Exception:  # told to the operator by whoever catches it; the reader waits
            await toast(bot, query, say("apology"))
            raise
        await toast(bot, query, pressed.toast)
        place, message = Place(chat), query.message.message_id
        there = await self._delivery.insist(number, partial(_show, bot, place, message, pressed))
        if not there:
            await self._door.forget(chat)

    def _refused(self, press: Press, reader: int, chat: int) -> str | None:
        """What a reader is told instead, empty where that is nothing; None for who may press."""
        guards = self._door.guards
        if self._door.groups.is_silent(chat):
            return ""
        if press.act is not Act.ANY_DATE:
            return None if guards.lets_in(reader, chat) else ""
        verdict = guards.judge(reader, chat, datetime.now(UTC))  # it is a question
        return None if verdict is Verdict.ADMITTED else not_answered(verdict, reader) or ""


async def _show(bot: ExtBot[Any], place: Place, message: int, pressed: Pressed) -> bool:
    if pressed.message is not None:
        return await change_in_place(bot, place, message, pressed.message)
    if pressed.keyboard is not None:
        return await change_buttons(bot, place, message, pressed.keyboard)
    return True


async def toast(bot: ExtBot[Any], query: CallbackQuery, text: str | None) -> None:
    """Let the button come to rest; with a text that is shown for a moment."""
    if text and len(text) > _LONGEST_TOAST:
        text = f"{text[: _LONGEST_TOAST - 1]}…"
    try:
        await bot.answer_callback_query(query.id, text or None)
    except TelegramError as error:  # it came too late, or not at all: no fault, and no harm
        logger.info("a press was not answered: %s", error)
