"""The bot as a running program: by polling or by webhook, from the first try to the last answer."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext, suppress
from typing import Any

from telegram.error import BadRequest, Conflict, TelegramError

from bot.example_shelf import ExampleShelf
from bot.health import Vitals, serve_health
from bot.inline.inline_queries import FindsArticles
from bot.limiter.windows import Limits
from bot.operators.admin import Corpus
from bot.operators.door import open_door
from bot.settings import Settings
from bot.settings_names import SettingsError
from bot.state.database import Database
from bot.state.journal import Journal
from bot.state.retention import delete_now, keep_deleting
from bot.telegram.attempts import Replying
from bot.telegram.profile import set_profile
from bot.telegram.reaching import until_reached
from bot.telegram.telegram_app import bot_number, build_app, handlers_for
from bot.telegram.update_queue import JournalQueue
from bot.telegram.watchdog import SILENT_AFTER_S, PollWatch, WatchedRequest, watch_polling
from bot.telegram.webhook import serve_webhook

logger = logging.getLogger(__name__)

UPDATES = ("message", "edited_message", "callback_query", "my_chat_member", "inline_query")
_FOR_EVER = -1
_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGABRT)


def run_bot(
    settings: Settings,
    conversation: Replying,
    state: Database,
    corpus: Corpus,
    revision: Callable[[], int],
    articles: FindsArticles | None = None,
    examples: ExampleShelf | None = None,
    *,
    answer_within_s: float = 20.0,
    limits: Limits | None = None,
) -> None:
    """Serve until SIGINT or SIGTERM; what is being answered then is answered to its end.

    ``corpus`` is what operators and the pages of answers see of the index. ``revision`` reads that
    of the index on disk, or raises a DatelineError. ``articles`` are listed for inline queries,
    ``examples`` kept fresh meanwhile. ``answer_within_s`` is how long Telegram may take over a
    request; ``limits`` are Telegram's own if None.

    Raises:
        SettingsError: Telegram does not know the token or refuses the webhook, or one cannot
            listen where a setting says.
        StateError: what is kept of bans and chats cannot be read.
        PollingLostError: polling has stalled for good.
    """
    with ThreadPoolExecutor(settings.workers, thread_name_prefix="answer") as executor:
        service = Service(
            *(settings, conversation, executor, state, corpus, revision),
            *(answer_within_s, limits, articles, examples),
        )
        asyncio.run(_until_told(service.serve()))


async def _until_told(work: Coroutine[Any, Any, None]) -> None:
    task, loop = asyncio.current_task(), asyncio.get_running_loop()
    assert task is not None
    for one in _SIGNALS:
        with suppress(NotImplementedError):  # Windows knows Ctrl-C only
            loop.add_signal_handler(one, task.cancel)
    with suppress(asyncio.CancelledError):
        await work


class Service:
    """One bot and everything around it. ``executor`` runs what blocks: models and disk."""

    def __init__(
        self,
        settings: Settings,
        conversation: Replying,
        executor: Executor,
        state: Database,
        corpus: Corpus,
        revision: Callable[[], int],
        answer_within_s: float = 20.0,
        limits: Limits | None = None,
        articles: FindsArticles | None = None,
        examples: ExampleShelf | None = None,
    ) -> None:
        self._examples = examples
        self._settings = settings
        self._state = state
        self._watch = PollWatch()
        # Two connections: one that has stalled must not stop polling.
        self._polls = WatchedRequest(self._watch, connection_pool_size=2)
        journal = Journal(state, bot_number(settings))
        self._queue = JournalQueue(journal)
        door = open_door(settings, corpus, state, lambda: _waiting(journal))
        handlers = handlers_for(
            *(settings, conversation, executor, self._queue, door, state, corpus, articles),
            examples.questions if examples else tuple,
        )
        self._vitals = Vitals(journal, revision, lambda: self._watch.silence_s)
        self._handlers, self._inline = handlers.messages, handlers.inline
        self._app = build_app(settings, handlers, self._queue, self._polls, answer_within_s, limits)

    async def serve(self) -> None:
        """Serve, watching over polling and deleting what is old, until cancelled."""
        async with self.running():
            tasks = [asyncio.create_task(keep_deleting(self._state, self._settings.keep_days))]
            if self._settings.telegram.mode == "polling":
                watching = watch_polling(
                    self._watch, self._stop_polling, self._start_polling, SILENT_AFTER_S
                )
                tasks.append(asyncio.create_task(watching))
            try:
                await asyncio.gather(*tasks)
            finally:
                for task in tasks:
                    task.cancel()

    @asynccontextmanager
    async def running(self, updates: Sequence[str] = UPDATES) -> AsyncIterator[None]:
        """Serve while the block lasts; it begins when Telegram has been asked for updates.

        What an earlier process left open comes before anything new.
        """
        app, settings = self._app, self._settings
        async with serve_health(settings.health_listen, self._vitals), app:
            await delete_now(self._state, settings.keep_days)
            await self._queue.take_up(app.bot)
            await app.start()
            try:
                await set_profile(app.bot)
                async with self._making_examples(), self._receiving(updates):
                    yield
            finally:
                await app.stop()
                await self._handlers.stop()
                if self._inline is not None:
                    self._inline.stop()

    def _making_examples(self) -> AbstractAsyncContextManager[None]:
        if self._examples is None:
            return nullcontext()
        return self._examples.kept_fresh(self._handlers.busy)

    def _receiving(self, updates: Sequence[str]) -> AbstractAsyncContextManager[None]:
        if self._settings.telegram.mode == "webhook":
            return self._by_webhook(updates)
        return self._by_polling(updates)

    @asynccontextmanager
    async def _by_polling(self, updates: Sequence[str]) -> AsyncIterator[None]:
        try:
            await self._start_polling(updates)
            yield
        finally:
            await self._stop_polling()

    async def _start_polling(self, updates: Sequence[str] = UPDATES) -> None:
        assert self._app.updater is not None
        await self._app.updater.start_polling(
            bootstrap_retries=_FOR_EVER, allowed_updates=list(updates), error_callback=_tell
        )

    async def _stop_polling(self) -> None:
        updater = self._app.updater
        if updater is not None and updater.running:
            await updater.stop()
            await self._polls.renew()

    @asynccontextmanager
    async def _by_webhook(self, updates: Sequence[str]) -> AsyncIterator[None]:
        telegram, bot = self._settings.telegram, self._app.bot
        url = telegram.webhook_url or ""
        secret = telegram.secret.get_secret_value() if telegram.secret else ""
        async with serve_webhook(telegram.listen, url, secret, bot, self._queue.put):
            try:
                await until_reached(
                    lambda: bot.set_webhook(url, allowed_updates=updates, secret_token=secret)
                )
            except BadRequest as error:
                raise SettingsError(
                    f"DATELINE_TELEGRAM__WEBHOOK_URL={url}: Telegram refuses it ({error})"
                ) from error
            self._vitals.by_webhook = True
            yield


def _waiting(journal: Journal) -> int:
    """The updates that are open, but for the one that asks."""
    return journal.counts().open - 1


def _tell(error: TelegramError) -> None:
    """Log why a poll failed. The library polls on, after up to half a minute."""
    if isinstance(error, Conflict):
        logger.error("another program takes this bot's updates; stop one of the two (%s)", error)
    else:
        logger.warning("Telegram could not be polled (%s); trying again", error)
