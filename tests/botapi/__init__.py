"""A Bot API server of our own on loopback, as strict as Telegram, for tests and by hand.

Point python-telegram-bot's `base_url` at `await BotApiServer().start() + "/bot"`. What Telegram
refuses is refused in its words and kept in `refusals`; what it would pass, mangle or not even
understand is kept in `violations`. It never reaches beyond 127.0.0.1.

aiogram's models judge every request, every result and every update. `limit_rows` has Telegram's
limits, with a request at each and one past it; `test_refusals_table` what is refused for other
reasons. How Telegram words its refusal of a bot's name or description that is too long is not
published: that wording is this server's own.

Readers (`hosts`, `visitors`, `presses`) do what they can do in a client and nothing else. The bot
is shown all that is said in its groups, as a bot without privacy mode is.
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
