"""What each chat said lately, so that a reader can ask on. Kept in memory, and not for long."""

import threading
from collections import OrderedDict
from collections.abc import Hashable
from datetime import datetime, timedelta

from retrieval.query import Turn

_TURNS = 3
_CHATS = 10_000
_FORGET_AFTER = timedelta(hours=1)


class RecentTurns:
    """The last turns of each chat. May be shared by threads.

    Of more than ten thousand chats those that were silent longest are forgotten.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._chats: OrderedDict[Hashable, tuple[datetime, tuple[Turn, ...]]] = OrderedDict()

    def of(self, chat: Hashable, now: datetime) -> tuple[Turn, ...]:
        """The turns of a chat, oldest first; none when the last was over an hour ago."""
        with self._lock:
            when, turns = self._chats.get(chat, (now, ()))
        return turns if abs(now - when) <= _FORGET_AFTER else ()

    def add(self, chat: Hashable, turn: Turn, now: datetime) -> None:
        """Keep a turn behind those that count still."""
        turns = (*self.of(chat, now), turn)[-_TURNS:]
        with self._lock:
            self._chats[chat] = now, turns
            self._chats.move_to_end(chat)
            if len(self._chats) > _CHATS:
                self._chats.popitem(last=False)
