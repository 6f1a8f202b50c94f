"""Which message is sent next, and when: limits, flood waits and urgency weighed, without a clock.

Moments are seconds on the caller's clock, which never goes back.
"""

import math
from bisect import insort
from collections.abc import Hashable
from dataclasses import dataclass, field
from enum import IntEnum

from bot.limiter.windows import Limits, Places

_FEW_CHATS = 1024


class Priority(IntEnum):
    """How urgent a message is; the lower goes first. None is 0, which the library drops."""

    ANSWER = 1
    PAGE = 2
    BROADCAST = 3


@dataclass(eq=False, slots=True)
class Ticket:
    """A message that waits or is being sent. ``latest``: it is no use starting it after that."""

    chat: Hashable | None
    priority: Priority
    number: int
    latest: float

    @property
    def turn(self) -> tuple[int, int]:
        """What waiting messages are ordered by."""
        return self.priority, self.number


@dataclass(slots=True)
class _Chat:
    windows: tuple[Places, ...]
    held_until: float = -math.inf
    under_way: bool = False

    def free_at(self, now: float) -> float:
        if self.under_way:
            return math.inf  # its order is kept by sending one message after the other
        return max(self.held_until, *(window.free_at(now) for window in self.windows))

    def idle(self, now: float) -> bool:
        empty = all(window.empty(now) for window in self.windows)
        return empty and not self.under_way and self.held_until <= now


@dataclass(slots=True)
class Schedule:
    """Messages that wait, and what was sent where. A chat of its own is named by its id."""

    limits: Limits
    _overall: Places = field(init=False)
    _chats: dict[Hashable, _Chat] = field(default_factory=dict)
    _waiting: list[Ticket] = field(default_factory=list)
    _held_until: float = -math.inf
    _numbers: int = 0
    _sweep_above: int = _FEW_CHATS

    def __post_init__(self) -> None:
        self._overall = Places(self.limits.overall)

    def add(self, chat: Hashable | None, priority: Priority, latest: float = math.inf) -> Ticket:
        """A message that wants to be sent; ``chat`` is None where it goes to none in particular."""
        self._numbers += 1
        ticket = Ticket(chat, priority, self._numbers, latest)
        self.again(ticket)
        return ticket

    def again(self, ticket: Ticket) -> None:
        """A message that was refused waits once more, before all that came after it."""
        insort(self._waiting, ticket, key=lambda one: one.turn)

    def start_due(self, now: float) -> Ticket | None:
        """Take the most urgent message that may be sent now off the waiting ones."""
        if max(self._held_until, self._overall.free_at(now)) > now:
            return None
        for ticket in self._waiting:
            if ticket.chat is None or self._chat(ticket.chat, now).free_at(now) <= now:
                self._waiting.remove(ticket)
                self._start(ticket, now)
                return ticket
        return None

    def next_at(self, now: float) -> float:
        """When a message may next be sent; infinity while none waits or others must end first."""
        overall = max(self._held_until, self._overall.free_at(now))
        chats = {ticket.chat for ticket in self._waiting}
        free = (now if chat is None else self._chat(chat, now).free_at(now) for chat in chats)
        return max(overall, min(free, default=math.inf))

    def end(self, ticket: Ticket, now: float) -> None:
        """The message was sent, or refused."""
        self._overall.leave(now)
        if ticket.chat is not None:
            chat = self._chat(ticket.chat, now)
            chat.under_way = False
            for window in chat.windows:
                window.leave(now)

    def withdraw(self, ticket: Ticket) -> None:
        """Nobody waits for the message any more."""
        if ticket in self._waiting:
            self._waiting.remove(ticket)

    def hold_back(self, chat: Hashable | None, until: float) -> None:
        """Send nothing to the chat until then; None: nothing to anybody."""
        if chat is None:
            self._held_until = max(self._held_until, until)
        else:
            one = self._chat(chat, until)
            one.held_until = max(one.held_until, until)

    def held_until(self, chat: Hashable | None) -> float:
        """Until when nothing may be sent there by what Telegram has said."""
        known = self._chats.get(chat) if chat is not None else None
        return max(self._held_until, known.held_until if known else -math.inf)

    def take_hopeless(self) -> list[Ticket]:
        """Take off the waiting those that are held back until it is no use sending them."""
        hopeless = [one for one in self._waiting if self.held_until(one.chat) > one.latest]
        for ticket in hopeless:
            self._waiting.remove(ticket)
        return hopeless

    def _start(self, ticket: Ticket, now: float) -> None:
        self._overall.take()
        if ticket.chat is not None:
            chat = self._chat(ticket.chat, now)
            chat.under_way = True
            for window in chat.windows:
                window.take()

    def _chat(self, chat: Hashable, now: float) -> _Chat:
        if chat not in self._chats:
            self._sweep(now)
            windows = [Places(self.limits.chat)]
            if _is_group(chat):
                windows.append(Places(self.limits.group))
            self._chats[chat] = _Chat(tuple(windows))
        return self._chats[chat]

    def _sweep(self, now: float) -> None:
        """Forget chats in which nothing is counted any more, once there are many."""
        if len(self._chats) < self._sweep_above:
            return
        self._chats = {chat: one for chat, one in self._chats.items() if not one.idle(now)}
        self._sweep_above = max(_FEW_CHATS, 2 * len(self._chats))


def _is_group(chat: Hashable) -> bool:
    """Groups and channels have a negative id or are named ``@…``; readers have a positive one."""
    return not (isinstance(chat, int) and chat > 0)
