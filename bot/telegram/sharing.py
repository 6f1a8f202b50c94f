"""Presses of the Share button: a link is made at that moment, and put below the answer."""

from functools import partial

from telegram import Update
from telegram.ext import ContextTypes

from bot.answers.answer_pages import AnswerPages
from bot.layout.outgoing import Keyboard
from bot.layout.share_button import Share, share_of, shared_keyboard
from bot.operators.door import Door
from bot.state.kept_answers import KeptAnswers
from bot.state.shares import Shares
from bot.telegram.attempts import Attempts
from bot.telegram.changing import change_buttons
from bot.telegram.delivery import Delivery
from bot.telegram.presses import toast
from bot.telegram.sending import Place
from bot.words.saying import say


class Sharing:
    """The handler of such presses. Whoever sees an answer may share it."""

    def __init__(
        self,
        attempts: Attempts,
        shares: Shares,
        answers: KeptAnswers,
        pages: AnswerPages,
        delivery: Delivery,
        door: Door,
    ) -> None:
        self._attempts = attempts
        self._shares = shares
        self._answers = answers
        self._pages = pages
        self._delivery = delivery
        self._door = door

    async def on_share(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Make the link, or find the one that was made before, and offer to hand it on."""
        query, number, bot = update.callback_query, update.update_id, context.bot
        if query is None:
            return
        share = share_of(query.data)
        if share is None or query.message is None:
            await toast(bot, query, say("press-expired"))
            return
        chat, message = query.message.chat.id, query.message.message_id
        if not self._door.guards.lets_in(query.from_user.id, chat):
            await toast(bot, query, None)
            return
        inline = bool(bot.supports_inline_queries)
        job = partial(self._keyboard, share, chat, bot.username, inline=inline)
        try:
            keyboard = await self._attempts.run(number, job)
        except Exception:  # told to the operator by whoever catches it; the reader waits
            await toast(bot, query, say("apology"))
            raise
        if keyboard is None:
            await toast(bot, query, say("press-expired"))
            return
        await toast(bot, query, say("share-ready"))
        act = partial(change_buttons, bot, Place(chat), message, keyboard)
        if not await self._delivery.insist(number, act):
            await self._door.forget(chat)

    def _keyboard(self, share: Share, chat: int, bot: str, *, inline: bool) -> Keyboard | None:
        """The buttons below the answer then; None where it is kept no longer."""
        kept = self._answers.by_key(share.key)
        if kept is None or kept.chat != chat:
            return None
        token = self._shares.token_of(kept.key)
        if token is None:
            return None
        keyboard = self._pages.keyboard(kept, share.view)
        return shared_keyboard(keyboard, share, token, kept.question, bot, inline=inline)
