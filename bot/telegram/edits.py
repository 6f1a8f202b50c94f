"""Questions that a reader edits: their answers are edited in their place."""

import asyncio
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, tzinfo
from functools import partial
from typing import Any

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.error import TelegramError
from telegram.ext import ContextTypes, ExtBot

from bot.answers.answer_pages import AnswerPages
from bot.conversation import question_in
from bot.groups.addressing import said_to_bot
from bot.layout.outgoing import Outgoing
from bot.layout.press_data import View
from bot.operators.admin_commands import admin_command
from bot.operators.door import Door
from bot.state.journal import Journal
from bot.state.kept_answers import KeptAnswer, KeptAnswers
from bot.state.shares import Shares
from bot.telegram.attempts import Attempts, Replying
from bot.telegram.changing import rewrite
from bot.telegram.delivery import Delivery
from bot.telegram.replies import Replies
from bot.telegram.sending import place_of
from bot.telegram.telegram_errors import Failure, failure_of
from retrieval.outcomes import Outcome

_GONE = (Failure.MESSAGE_GONE, Failure.MIGRATED)


class Edits:
    """The handler of edited messages; ``zone`` is where readers are taken to be."""

    def __init__(
        self,
        journal: Journal,
        attempts: Attempts,
        conversation: Replying,
        answers: KeptAnswers,
        shares: Shares,
        pages: AnswerPages,
        replies: Replies,
        delivery: Delivery,
        door: Door,
        zone: tzinfo = UTC,
    ) -> None:
        self._journal = journal
        self._attempts = attempts
        self._conversation = conversation
        self._answers = answers
        self._shares = shares
        self._pages = pages
        self._replies = replies
        self._delivery = delivery
        self._door = door
        self._zone = zone

    async def on_edit(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer what a message asks now, in the place of what it asked before.

        What has no answer that could be changed is answered anew, in private only.
        """
        message, number, bot = update.edited_message, update.update_id, context.bot
        text = said_to_bot(message) if message is not None else None
        if message is None or text is None or self._door.groups.is_silent(message.chat.id):
            return
        if admin_command(text) and self._door.opens_to(message):
            return  # what an operator does is done once
        private = message.chat.type == ChatType.PRIVATE
        kept = await asyncio.to_thread(
            self._answers.by_question, message.chat.id, message.message_id
        )
        question = question_in(text)
        if kept is None or question is None:
            if private:
                await self._answer_anew(number, message, bot)
            return
        # Where an earlier process died at it, the new question may be kept and not shown yet.
        begun_before = number in self._journal.taken_up
        if _same(kept.question, question) and not begun_before:
            return
        if await self._replies.let_in(number, message, bot):
            there = await self._answer_in_place(number, message, kept, question, bot)
            if not there and private:
                await self._answer_anew(number, message, bot, let_in=True)

    async def _answer_in_place(
        self, number: int, message: Message, kept: KeptAnswer, question: str, bot: ExtBot[Any]
    ) -> bool:
        """Change the answer to that of another question; False where it is not there any more."""
        if not kept.messages:
            return False
        began_s = time.monotonic()
        ask = partial(self._ask, kept, question, self._when(message))
        outcome, messages = await self._attempts.run(number, ask)
        self._door.usage.count(outcome, time.monotonic() - began_s)
        place = place_of(message)
        for message_id, outgoing in zip(kept.messages, messages, strict=False):
            act = partial(rewrite, bot, place, message_id, outgoing)
            refused = await self._delivery.insist(number, act)
            if refused is None:
                continue
            if failure_of(refused) not in _GONE:
                raise refused
            await self._release(kept, kept.messages)
            return False
        await self._delete(kept, kept.messages[len(messages) :], bot)
        return True

    def _ask(
        self, kept: KeptAnswer, question: str, now: datetime
    ) -> tuple[Outcome, Sequence[Outgoing]]:
        """The outcome, and the messages that then stand in the place of those that there are."""
        outcome = self._conversation.asked_otherwise(kept, question, now)
        self._shares.withdraw(kept.key)  # it was another answer that was shared
        messages = self._pages.first(outcome, kept.chat, kept.question_message or 0)
        if len(messages) <= len(kept.messages):
            return outcome, messages
        asked = self._answers.by_key(kept.key)
        return outcome, [self._pages.page(asked, View())] if asked else messages[:1]

    async def _answer_anew(
        self, number: int, message: Message, bot: ExtBot[Any], *, let_in: bool = False
    ) -> None:
        """Answer in a new message that shows what it replies to."""
        if not (let_in or await self._replies.let_in(number, message, bot)):
            return
        chat, own = message.chat.id, message.message_id
        text, when = message.text or "", self._when(message)
        reply = await self._attempts.reply(number, text, when, chat, own)
        await self._replies.send(number, message, reply, bot, reply_to=own)

    async def _delete(self, kept: KeptAnswer, message_ids: Sequence[int], bot: ExtBot[Any]) -> None:
        """Take away what an answer in fewer messages leaves over."""
        for message_id in message_ids:
            with suppress(TelegramError):  # it is gone, or too old: then it stays
                await bot.delete_message(kept.chat, message_id)
        await self._release(kept, message_ids)

    async def _release(self, kept: KeptAnswer, message_ids: Sequence[int]) -> None:
        for message_id in message_ids:
            await asyncio.to_thread(self._answers.release, kept.chat, message_id)

    def _when(self, message: Message) -> datetime:
        return (message.edit_date or message.date).astimezone(self._zone)


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()
