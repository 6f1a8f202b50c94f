"""The bot's own address for Telegram to send updates to."""

import hmac
import json
import logging
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from telegram import Bot, Update
from telegram.error import TelegramError
from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

from bot.telegram.listening import listen_on

logger = logging.getLogger(__name__)

MOST_BYTES = 1_000_000
_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"

Take = Callable[[Update], Awaitable[None]]


class WebhookHandler(RequestHandler):
    """One call with one update."""

    SUPPORTED_METHODS = ("POST",)

    def initialize(self, secret: str, bot: Bot, take: Take) -> None:
        """Called by tornado with what :func:`serve_webhook` was given."""
        self._secret = secret.encode()
        self._bot = bot
        self._take = take

    def prepare(self) -> None:
        """Refuse whoever does not know the secret."""
        given = self.request.headers.get(_SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(errors="replace"), self._secret):
            self.set_status(403)
            self.finish()

    async def post(self) -> None:
        """Take the update; 200 only once it is taken, else Telegram sends it again."""
        try:
            update = Update.de_json(json.loads(self.request.body), self._bot)
        except Exception as error:  # the library raises what comes; the body is not ours to log
            logger.error("a webhook call holds no update (%s)", type(error).__name__)
            self.set_status(400)
            return
        try:
            await self._take(update)
        except TelegramError as error:
            logger.error("a webhook call is refused, so that it comes again: %s", error)
            self.set_status(503)


@asynccontextmanager
async def serve_webhook(
    listen: str, url: str, secret: str, bot: Bot, take: Take
) -> AsyncIterator[None]:
    """Serve the path of ``url`` on ``listen`` (host and port).

    Raises:
        SettingsError: one cannot listen there.
    """
    given = {"secret": secret, "bot": bot, "take": take}
    path = re.escape(urlsplit(url).path.rstrip("/"))  # tornado reads it as a pattern
    application = Application(
        [(rf"{path}/?", WebhookHandler, given)], log_function=lambda handler: None
    )
    server = HTTPServer(application, max_body_size=MOST_BYTES)
    listen_on(server, listen, "DATELINE_TELEGRAM__LISTEN")
    try:
        yield
    finally:
        server.stop()
        await server.close_all_connections()
