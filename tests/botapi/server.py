"""The server: built here from its parts, and the words a test drives it with."""

from __future__ import annotations

from dataclasses import replace

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from tests.botapi.answering import Answering
from tests.botapi.dispatch import Dispatcher, handlers
from tests.botapi.faults import Break, Faults
from tests.botapi.http import InFlight, make_application
from tests.botapi.intake import Intake
from tests.botapi.limits import FloodControl, RateLimits
from tests.botapi.lookup import Lookup
from tests.botapi.messages import Conversations, Message
from tests.botapi.people import Chat, Directory, Person
from tests.botapi.profile import Profile
from tests.botapi.record import Record
from tests.botapi.refusals import ApiError
from tests.botapi.sending import Sending
from tests.botapi.updates import UpdateQueue
from tests.botapi.visitors import Visitors
from tests.botapi.watch import Watch
from tests.botapi.webhook import WebhookSender

DEFAULT_TOKEN = "42:TEST-token"


class BotApiServer(Watch):
    """A Bot API server on 127.0.0.1 that refuses what Telegram refuses."""

    def __init__(
        self,
        token: str = DEFAULT_TOKEN,
        *,
        username: str = "dateline_test_bot",
        limits: RateLimits | None = None,
        allow_http_webhooks: bool = True,
        webhook_attempts: int = 6,
    ) -> None:
        self.token = token
        self.root = ""
        """The root address, once it listens."""
        bot = Person(int(token.partition(":")[0]), "Dateline", None, username, is_bot=True)
        record, conversations, queue = Record(), Conversations(), UpdateQueue()
        self._directory = Directory(bot)
        self._faults = Faults()
        self._flood = FloodControl(limits or RateLimits())
        sending = Sending(self._directory, conversations, self._flood, record)
        answering = Answering(record)
        sender = WebhookSender(queue, webhook_attempts)
        super().__init__(bot, record, conversations, sending, answering, queue, sender)
        self.profile = Profile(bot.first_name)
        self._visitors = Visitors(self._directory, conversations, answering, queue)
        table = handlers(
            sending,
            answering,
            self.profile,
            Intake(queue, sender, allow_http_webhooks),
            Lookup(self._directory),
        )
        self._in_flight = InFlight()
        dispatcher = Dispatcher(table, self._faults, record, self._ring)
        self._http = HTTPServer(make_application(token, dispatcher, self._in_flight))

    async def start(self, port: int = 0) -> str:
        """Listen, and return the root address; PTB's `base_url` is that plus "/bot"."""
        sockets = bind_sockets(port, "127.0.0.1")
        self._http.add_sockets(sockets)
        self.root = f"http://127.0.0.1:{sockets[0].getsockname()[1]}"
        return self.root

    async def stop(self) -> None:
        """Let go of everyone who waits, and close."""
        self._http.stop()
        await self._sender.stop()
        await self._in_flight.cancel()
        await self._http.close_all_connections()

    # What people do.

    def user(
        self,
        id: int,
        first_name: str = "Reader",
        language_code: str | None = "en",
        username: str | None = None,
    ) -> Person:
        """Someone new, with an open private chat whose id is theirs."""
        return self._directory.add_person(Person(id, first_name, language_code, username))

    def group(self, id: int, title: str, *members: Person) -> Chat:
        """A group (negative id) with the bot and these people in it."""
        if id >= 0:
            raise ValueError("the id of a group is negative")
        chat = Chat(id, "supergroup", title, None, frozenset(m.id for m in members))
        self._directory.chats[id] = chat
        return chat

    def block(self, chat_id: int) -> None:
        """The bot is blocked by the person (or thrown out of the group)."""
        self._directory.blocked.add(chat_id)

    def unblock(self, chat_id: int) -> None:
        """And welcome again."""
        self._directory.blocked.discard(chat_id)

    def move(self, group: Chat, id: int) -> Chat:
        """The group becomes a supergroup under another id; the old one is refused."""
        self._directory.chats[id] = replace(group, id=id)
        self._directory.moved[group.id] = id
        return self._directory.chats[id]

    def close_topic(self, chat: Chat, topic: int | None) -> None:
        """Nobody may write there any more; None is the general topic."""
        self._directory.closed_topics.add((chat.id, topic))

    def say(
        self,
        text: str,
        user: Person,
        chat: Chat | None = None,
        reply_to: Message | int | None = None,
    ) -> int:
        """Someone writes, privately unless a group is given; returns the update's id."""
        return self._visitors.say(text, user, chat, reply_to)

    def edit(self, message_id: int, text: str, chat_id: int) -> int:
        """Someone changes what they wrote."""
        return self._visitors.edit(message_id, text, chat_id)

    def press(self, message: Message, callback_data: str, user: Person) -> int:
        """Someone presses a button; ValueError if the message has no such button now."""
        return self._visitors.press(message, callback_data, user)

    def photo(self, user: Person, caption: str | None = None, chat: Chat | None = None) -> int:
        """Someone sends a photo."""
        return self._visitors.attach("photo", user, chat, caption or "")

    def sticker(self, user: Person, chat: Chat | None = None) -> int:
        """Someone sends a sticker."""
        return self._visitors.attach("sticker", user, chat, "")

    def inline(self, query: str, user: Person, offset: str = "") -> int:
        """Someone asks the bot from within another chat."""
        return self._visitors.inline(query, user, offset)

    def expire_queries(self) -> None:
        """Too late to answer any press or inline query made so far."""
        self._answering.presses.expire()
        self._answering.inlines.expire()

    # What goes wrong.

    def fail_next(
        self,
        method: str,
        status: int,
        description: str,
        retry_after: int | None = None,
        times: int = 1,
    ) -> None:
        """Refuse the next requests to the method with this status and wording."""
        self._faults.plan(method, ApiError(status, description, retry_after), times)

    def drop_next(self, method: str, times: int = 1) -> None:
        """Close the connection on the next requests to the method; nothing is done."""
        self._faults.plan(method, Break.DROP, times)

    def drop_answer_next(self, method: str, times: int = 1) -> None:
        """Carry out the next requests to the method and close the connection unanswered."""
        self._faults.plan(method, Break.DELIVER_THEN_DROP, times)

    def timeout_next(self, method: str, times: int = 1) -> None:
        """Carry out the next requests to the method and never answer them."""
        self._faults.plan(method, Break.DELIVER_THEN_TIMEOUT, times)

    def forget_faults(self) -> None:
        """All is well again."""
        self._faults.clear()

    def set_limits(self, limits: RateLimits) -> None:
        """Other rate limits from now on."""
        self._flood.limits = limits
