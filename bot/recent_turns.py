"""What each chat said lately, so that a reader can ask on. Kept in memory, and not for long."""

import threading
from collections import OrderedDict
from datetime import datetime, timedelta
from typing import Protocol

from retrieval.query import Turn

TURNS = 3
_CHATS = 10_000
FORGET_AFTER = timedelta(hours=1)


class Turns(Protocol):
    """The last turns of each chat."""

    def of(self, chat: int | None, now: datetime) -> tuple[Turn, ...]:
        """The turns of a chat, oldest first; none when the last was over an hour ago."""

    def add(self, chat: int | None, turn: Turn, now: datetime) -> None:
        """Keep a turn behind those that count still."""

    def replace(self, chat: int | None, old: Turn, new: Turn | None, now: datetime) -> None:
        """Forget one turn of those that count still, and keep another behind the rest, if any."""

    def forget(self, chat: int | None) -> None:
        """The chat begins anew."""


class RecentTurns:
    """The last turns of each chat, in memory. May be shared by threads.

    Of more than ten thousand chats those that were silent longest are forgotten.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._chats: OrderedDict[int | None, tuple[datetime, tuple[Turn, ...]]] = OrderedDict()

    def of(self, chat: int | None, now: datetime) -> tuple[Turn, ...]:
        """The turns of a chat, oldest first; none when the last was over an hour ago."""
        with self._lock:
            when, turns = self._chats.get(chat, (now, ()))
        return turns if abs(now - when) <= FORGET_AFTER else ()

    def add(self, chat: int | None, turn: Turn, now: datetime) -> None:
        """Keep a turn behind those that count still."""
        turns = (*self.of(chat, now), turn)[-TURNS:]
        with self._lock:
            self._chats[chat] = now, turns
            self._chats.move_to_end(chat)
            if len(self._chats) > _CHATS:
                self._chats.popitem(last=False)

    def replace(self, chat: int | None, old: Turn, new: Turn | None, now: datetime) -> None:
        """Forget one turn of those that count still, and keep another behind the rest, if any."""
        left = tuple(one for one in self.of(chat, now) if one != old)
        with self._lock:
            self._chats[chat] = now, left
        if new is not None:
            self.add(chat, new, now)

    def forget(self, chat: int | None) -> None:
        """The chat begins anew."""
        with self._lock:
            self._chats.pop(chat, None)
