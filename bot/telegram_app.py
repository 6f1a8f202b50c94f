"""The bot as a running program: python-telegram-bot put together, by polling or by webhook."""

import asyncio
import logging
import os
import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlsplit

# The library's newer form of waiting times; must be set before it is imported.
os.environ.setdefault("PTB_TIMEDELTA", "1")

from telegram.error import InvalidToken, NetworkError
from telegram.ext import Application, MessageHandler, filters

from bot.admin import Corpus
from bot.chat_order import ChatOrder
from bot.conversation import Conversation
from bot.door import open_door
from bot.limiter.rate_limiter import RateLimiter
from bot.limiter.windows import Limits
from bot.logs import without_traceback_of
from bot.settings import Settings
from bot.settings_names import SettingsError
from bot.telegram_handlers import Handlers, set_profile

logger = logging.getLogger(__name__)

_CHATS_AT_ONCE = 64
_FOR_EVER = -1

_LONGEST_WAIT_S = 30.0

App = Application[Any, Any, Any, Any, Any, Any]


class PatientApp(App):
    """Tries until Telegram can be reached, and says so: the library would try without a word."""

    __slots__ = ()

    async def initialize(self) -> None:
        """Get in touch with Telegram.

        Raises:
            SettingsError: Telegram does not know the token.
        """
        wait_s = 1.0
        while True:
            try:
                return await super().initialize()
            except InvalidToken:
                raise SettingsError(
                    "Telegram does not accept the token in DATELINE_TELEGRAM__TOKEN; copy it "
                    "again from @BotFather"
                ) from None  # the library's own error holds the token
            except NetworkError as error:
                logger.warning(
                    "Telegram cannot be reached (%s); trying again in %.0f s", error, wait_s
                )
            await asyncio.sleep(wait_s)
            wait_s = min(1.5 * wait_s, _LONGEST_WAIT_S)


def run_bot(settings: Settings, conversation: Conversation, corpus: Corpus) -> None:
    """Serve until SIGINT or SIGTERM; an update being answered then is answered to its end.

    Raises:
        SettingsError: Telegram does not know the token.
        IdsError: what is kept of bans and chats cannot be used.
    """
    telegram = settings.telegram
    door = open_door(settings, corpus)
    logging.getLogger("telegram.ext.Updater").addFilter(without_traceback_of(NetworkError))
    with ThreadPoolExecutor(settings.workers, thread_name_prefix="answer") as executor:
        handlers = Handlers(conversation, executor, settings.old_after_days, settings.zone, door)
        app = build_app(settings, handlers)
        if telegram.mode == "webhook":
            host, _, port = telegram.listen.rpartition(":")
            app.run_webhook(
                listen=host.strip("[]"),
                port=int(port),
                url_path=re.escape(urlsplit(telegram.webhook_url or "").path),  # read as a pattern
                webhook_url=telegram.webhook_url,
                secret_token=telegram.secret.get_secret_value() if telegram.secret else None,
                bootstrap_retries=_FOR_EVER,
                allowed_updates=["message"],
            )
        else:
            app.run_polling(bootstrap_retries=_FOR_EVER, allowed_updates=["message"])


def build_app(settings: Settings, handlers: Handlers, limits: Limits | None = None) -> App:
    """The application with its handlers, not started yet; ``limits`` are Telegram's own if None."""
    telegram = settings.telegram
    if telegram.token is None:
        raise SettingsError("DATELINE_TELEGRAM__TOKEN is not set")
    app: App = (
        Application.builder()
        .application_class(PatientApp)
        .token(telegram.token.get_secret_value().strip())
        .base_url(f"{telegram.base_url}/bot")
        .base_file_url(f"{telegram.base_url}/file/bot")
        .rate_limiter(RateLimiter(limits))
        .concurrent_updates(ChatOrder(_CHATS_AT_ONCE))
        .connection_pool_size(32)
        .pool_timeout(30.0)
        .get_updates_connection_pool_size(2)  # one stalled connection must not stop polling
        .post_init(lambda started: set_profile(started.bot))
        .post_stop(lambda _: handlers.stop())
        .build()
    )
    only_new = filters.UpdateType.MESSAGE
    app.add_handler(MessageHandler(only_new & filters.TEXT, handlers.on_text))
    app.add_handler(MessageHandler(only_new & ~filters.StatusUpdate.ALL, handlers.on_other))
    app.add_error_handler(handlers.on_error)
    return app
