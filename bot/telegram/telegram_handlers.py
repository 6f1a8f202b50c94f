"""What the bot does with an update: who is let in, a typing sign, the reply off the event loop."""

import logging
import time
from datetime import UTC, tzinfo
from functools import partial
from typing import Any

from telegram import Message, Update
from telegram.constants import ChatAction
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop, ContextTypes, ExtBot

from bot.answers.shared_answers import SharedAnswers, token_in
from bot.conversation import Said
from bot.groups.addressing import in_group, said_to_bot
from bot.groups.group_commands import Answering, group_command
from bot.groups.group_handlers import GroupHandlers
from bot.operators.admin_commands import admin_command
from bot.operators.door import Door, reader_of
from bot.state.journal import Journal
from bot.telegram.attempts import MOST_TRIES, Attempts
from bot.telegram.delivery import MOST_DOUBLES
from bot.telegram.drafts import draft_when_slow
from bot.telegram.offers import PATTERN as OFFER
from bot.telegram.replies import Replies, plain
from bot.telegram.sending import Place, place_of
from bot.words.saying import say

logger = logging.getLogger(__name__)


class Handlers:
    """The handlers of one bot.

    ``zone`` is where readers are taken to be: Telegram does not say.
    """

    def __init__(
        self,
        journal: Journal,
        attempts: Attempts,
        replies: Replies,
        door: Door,
        shared: SharedAnswers,
        groups: GroupHandlers,
        zone: tzinfo = UTC,
    ) -> None:
        self._groups = groups
        self._shared = shared
        self._journal = journal
        self._attempts = attempts
        self._replies = replies
        self._door = door
        self._zone = zone

    async def on_taken_up(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Go on with an update that an earlier process left open, before any other handler.

        Its reply, where one was written down, is sent to its end. Where it has been tried or sent
        too often, it is given up. Else it is handled like a new one.
        """
        if not isinstance(update, Update):
            return
        entry, message = self._journal.taken_up.get(update.update_id), _answered_to(update)
        if entry is None:
            return
        died_answering = entry.reply is None and entry.tries >= MOST_TRIES
        if died_answering or entry.doubles > MOST_DOUBLES:
            why = "the process ended at every try"
            await self._replies.give_up(entry.update_id, message, why, context.bot)
            raise ApplicationHandlerStop
        place = _place_of_reply(update)
        if entry.reply is not None and place is not None:
            await self._replies.finish(entry, place, context.bot)
            raise ApplicationHandlerStop

    async def on_text(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer a text or a command; in groups only what is meant for the bot."""
        message, number, bot = update.message, update.update_id, context.bot
        text = said_to_bot(message) if message is not None else None
        if message is None or text is None:
            return
        command = group_command(text) if in_group(message) else None
        if isinstance(command, Answering):
            await self._groups.switch(number, message, command, bot)
            return
        if self._door.groups.is_silent(message.chat.id):
            return
        if not await self._replies.let_in(number, message, bot):
            return
        if command is not None:
            await self._groups.explain(number, message, command, bot)
            return
        await _show_typing(message)
        if await self._administered(number, message, text, bot):
            return
        if token := token_in(text):
            await self._show_shared(number, message, token, bot)
            return
        asked = message.date.astimezone(self._zone)
        began_s = time.monotonic()
        place = message.chat.id, message.message_id
        async with draft_when_slow(bot, message, number):
            reply = await self._attempts.reply(
                number, text, asked, *place, _answer_replied_to(message)
            )
        self._door.usage.count(reply, time.monotonic() - began_s)
        await self._replies.send(number, message, reply, bot)

    async def on_other(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Say that only text can be read, where somebody sends something else to the bot."""
        message, number, bot = update.message, update.update_id, context.bot
        if message is None or message.via_bot is not None:
            return
        if in_group(message) and said_to_bot(message) is None:
            return
        if self._door.groups.is_silent(message.chat.id):
            return
        if await self._replies.let_in(number, message, bot):
            await self._replies.send(number, message, Said(say("text-only")), bot)

    async def on_error(self, update: object, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Apologise to the reader, and tell the operator what happened."""
        if isinstance(update, Update):
            message, number = _answered_to(update), update.update_id
            await self._replies.failed(number, message, context.error, context.bot)
        else:
            logger.error("a fault outside of any update", exc_info=context.error)

    def busy(self) -> bool:
        """Whether readers wait for answers."""
        return self._attempts.working > 0

    async def stop(self) -> None:
        """Break off what goes on beside the updates: a broadcast."""
        await self._door.admin.broadcasts.stop()

    async def _show_shared(
        self, number: int, message: Message, token: str, bot: ExtBot[Any]
    ) -> None:
        """Show the answer that somebody has shared by a link, to whoever has followed it."""
        job = partial(self._shared.shown, token, message.chat.id)
        shown = await self._attempts.run(number, job)
        messages = plain(Said(say("share-unknown"))) if shown is None else [shown]
        await self._replies.post(number, message, messages, bot)

    async def _administered(
        self, number: int, message: Message, text: str, bot: ExtBot[Any]
    ) -> bool:
        """Whether an operator's command was done, of which others must not learn."""
        command = admin_command(text) if self._door.opens_to(message) else None
        if command is None:
            return False
        reply = await self._door.admin.reply(bot, place_of(message), reader_of(message), command)
        if reply is not None:
            await self._replies.send(number, message, Said(reply), bot)
        return True


def _place_of_reply(update: Update) -> Place | None:
    """Where that goes which is said about an update."""
    if (message := _answered_to(update)) is not None:
        return place_of(message)
    return Place(update.my_chat_member.chat.id) if update.my_chat_member else None


def _answered_to(update: Update) -> Message | None:
    """The message that is answered: new, edited, or the bot's own, where an offer was pressed."""
    pressed = update.callback_query
    if pressed is not None and OFFER.fullmatch(pressed.data or ""):
        return pressed.message if isinstance(pressed.message, Message) else None
    return update.message or update.edited_message


def _answer_replied_to(message: Message) -> int | None:
    """The id of the bot's message that a message replies to."""
    replied = message.reply_to_message
    if replied is None or replied.from_user is None:
        return None
    return replied.message_id if replied.from_user.id == message.get_bot().id else None


async def _show_typing(message: Message) -> None:
    try:
        await message.chat.send_action(ChatAction.TYPING, message_thread_id=place_of(message).topic)
    except TelegramError as error:
        logger.debug("the typing sign was not sent: %s", error)  # the answer matters, not the sign
