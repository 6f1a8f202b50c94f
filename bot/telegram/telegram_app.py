"""The bot as an application of python-telegram-bot, put together and not started yet."""

import os
import re
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Any

# The library's newer form of waiting times; must be set before it is imported.
os.environ.setdefault("PTB_TIMEDELTA", "1")

from telegram import Update
from telegram.error import InvalidToken
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ChatMemberHandler,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.answers.answer_pages import AnswerPages, Articles
from bot.answers.pressing import Pressing
from bot.answers.shared_answers import SharedAnswers
from bot.groups.group_handlers import GroupHandlers
from bot.inline.inline_queries import FindsArticles, InlineQueries
from bot.layout.share_button import PATTERN as SHARE
from bot.limiter.rate_limiter import RateLimiter
from bot.limiter.windows import Limits
from bot.operators.door import Door
from bot.settings import Settings
from bot.settings_names import SettingsError
from bot.state.database import Database
from bot.state.feedback import Feedback
from bot.state.kept_answers import KeptAnswers
from bot.state.kept_turns import KeptTurns
from bot.state.shares import Shares
from bot.state.shown_words import ShownWords
from bot.telegram.attempts import Attempts, Replying
from bot.telegram.delivery import Delivery
from bot.telegram.edits import Edits
from bot.telegram.journal_order import JournalOrder
from bot.telegram.offers import PATTERN as OFFER
from bot.telegram.offers import Offers
from bot.telegram.presses import Presses
from bot.telegram.reaching import until_reached
from bot.telegram.replies import Replies
from bot.telegram.sharing import Sharing
from bot.telegram.telegram_handlers import Handlers
from bot.telegram.update_queue import JournalQueue
from bot.telegram.watchdog import WatchedRequest

_CHATS_AT_ONCE = 64

App = Application[Any, Any, Any, Any, Any, Any]


class PatientApp(App):
    """Tries until Telegram can be reached, and says so: the library would try without a word."""

    __slots__ = ()

    async def initialize(self) -> None:
        """Get in touch with Telegram.

        Raises:
            SettingsError: Telegram does not know the token.
        """
        try:
            await until_reached(super().initialize)
        except InvalidToken:
            raise SettingsError(
                "Telegram does not accept the token in DATELINE_TELEGRAM__TOKEN; copy it "
                "again from @BotFather"
            ) from None  # the library's own error holds the token


@dataclass(frozen=True, slots=True)
class AllHandlers:
    """What updates are handed to, by their kind."""

    messages: Handlers
    edits: Edits
    presses: Presses
    offers: Offers
    sharing: Sharing
    groups: GroupHandlers
    inline: InlineQueries | None = None


def handlers_for(
    settings: Settings,
    conversation: Replying,
    executor: Executor,
    queue: JournalQueue,
    door: Door,
    state: Database,
    index: Articles,
    articles: FindsArticles | None = None,
    examples: Callable[[], tuple[str, ...]] = tuple,
) -> AllHandlers:
    """The handlers; ``executor`` runs what blocks, and ``examples`` are offered to who begins."""
    attempts = Attempts(conversation, executor, queue.journal)
    delivery = Delivery(queue.journal, queue.stopping)
    answers = KeptAnswers(state)
    pages = AnswerPages(answers, ShownWords(state), index, settings.old_after_days)
    replies = Replies(delivery, door, pages, answers)
    pressing = Pressing(answers, pages, Feedback(state), conversation)
    shares, zone = Shares(state), settings.zone
    shared = SharedAnswers(shares, answers, pages)
    groups = GroupHandlers(replies, door, KeptTurns(state), examples)
    inline = None
    if articles is not None:
        inline = InlineQueries(articles, door, settings.old_after_days, zone, shared)
    return AllHandlers(
        Handlers(queue.journal, attempts, replies, door, shared, groups, zone),
        Edits(
            *(queue.journal, attempts, conversation, answers, shares, pages, replies),
            *(delivery, door, zone),
        ),
        Presses(attempts, pressing, delivery, door),
        Offers(attempts, replies, door, zone),
        Sharing(attempts, shares, answers, pages, delivery, door),
        groups,
        inline,
    )


def build_app(
    settings: Settings,
    handlers: AllHandlers,
    queue: JournalQueue,
    polls: WatchedRequest,
    answer_within_s: float = 20.0,
    limits: Limits | None = None,
) -> App:
    """The application with its handlers, not started yet; ``limits`` are Telegram's own if None.

    ``answer_within_s`` is how long Telegram may take over a request: what is sent again too early
    is there twice.
    """
    app: App = (
        Application.builder()
        .application_class(PatientApp)
        .token(token_of(settings))
        .base_url(f"{settings.telegram.base_url}/bot")
        .base_file_url(f"{settings.telegram.base_url}/file/bot")
        .rate_limiter(RateLimiter(limits))
        .update_queue(queue)
        .concurrent_updates(JournalOrder(_CHATS_AT_ONCE, queue))
        .connection_pool_size(32)
        .pool_timeout(30.0)
        .read_timeout(answer_within_s)
        .get_updates_request(polls)
        .build()
    )
    only_new = filters.UpdateType.MESSAGE
    app.add_handler(TypeHandler(Update, handlers.messages.on_taken_up), group=-1)
    app.add_handler(MessageHandler(only_new & filters.TEXT, handlers.messages.on_text))
    app.add_handler(
        MessageHandler(only_new & ~filters.StatusUpdate.ALL, handlers.messages.on_other)
    )
    groups, own = handlers.groups, ChatMemberHandler.MY_CHAT_MEMBER
    app.add_handler(MessageHandler(only_new & filters.StatusUpdate.MIGRATE, groups.on_moved))
    app.add_handler(ChatMemberHandler(groups.on_membership, own))
    edited = filters.UpdateType.EDITED_MESSAGE & filters.TEXT
    app.add_handler(MessageHandler(edited, handlers.edits.on_edit))
    app.add_handler(CallbackQueryHandler(handlers.offers.on_offer, _all_of(OFFER)))
    app.add_handler(CallbackQueryHandler(handlers.sharing.on_share, _all_of(SHARE)))
    app.add_handler(CallbackQueryHandler(handlers.presses.on_press))
    if handlers.inline is not None:
        app.add_handler(InlineQueryHandler(handlers.inline.on_inline))
    app.add_error_handler(handlers.messages.on_error)
    return app


def _all_of(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """The pattern for the library, which asks only whether a text begins so."""
    return re.compile(rf"{pattern.pattern}\Z")


def token_of(settings: Settings) -> str:
    """The bot's token.

    Raises:
        SettingsError: there is none.
    """
    if settings.telegram.token is None:
        raise SettingsError("DATELINE_TELEGRAM__TOKEN is not set")
    return settings.telegram.token.get_secret_value().strip()


def bot_number(settings: Settings) -> int:
    """The bot's own number, which its token begins with; 0 for one of another form.

    Raises:
        SettingsError: there is no token.
    """
    number = token_of(settings).partition(":")[0]
    return int(number) if number.isascii() and number.isdigit() else 0
