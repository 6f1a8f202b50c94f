"""A Bot API server of our own on loopback, as strict as Telegram, for tests and by hand.

Point python-telegram-bot's `base_url` at `await BotApiServer().start() + "/bot"`. What Telegram
refuses is refused in its words and kept in `refusals`; what it would pass, mangle or not even
understand is kept in `violations`. It never reaches beyond 127.0.0.1.
"""

from tests.botapi.answering import InlineAnswer
from tests.botapi.inline_messages import InlineMessage
from tests.botapi.limits import TELEGRAM_LIMITS, RateLimits, Window
from tests.botapi.messages import Message
from tests.botapi.people import Chat, Person
from tests.botapi.server import DEFAULT_TOKEN, BotApiServer

__all__ = [
    "DEFAULT_TOKEN",
    "TELEGRAM_LIMITS",
    "BotApiServer",
    "Chat",
    "InlineAnswer",
    "InlineMessage",
    "Message",
    "Person",
    "RateLimits",
    "Window",
]
