"""Who is answered: invited, not banned, and not more often than the operator allows."""

from collections import OrderedDict
from datetime import datetime, timedelta, tzinfo
from enum import Enum, auto

from bot.operators.asked_log import AskedInMemory, AskedLog
from bot.settings_groups import AccessSettings
from bot.state.kept_ids import KeptIds

_A_MINUTE = timedelta(minutes=1)
_READERS_TOLD = 10_000
INLINE_A_QUESTION = 20


class Verdict(Enum):
    """What becomes of a message."""

    ADMITTED = auto()
    SILENCE = auto()
    TOO_MANY_A_MINUTE = auto()
    TOO_MANY_A_DAY = auto()
    NOT_INVITED = auto()


class Guards:
    """Judges messages by who wrote them, where and when.

    An id on a list may be a reader's or a chat's: a group that is allowed may ask, whoever writes
    in it. Operators are always answered. Every message that would be answered counts, commands too.
    Whoever is not answered is told so once a minute, then there is silence; the banned are never
    told.
    """

    def __init__(
        self, access: AccessSettings, banned: KeptIds, asked: AskedLog, zone: tzinfo
    ) -> None:
        self._access = access
        self._banned = banned
        self._asked = asked
        self._zone = zone
        self._typed = AskedInMemory()
        self._told: OrderedDict[int, datetime] = OrderedDict()

    def is_operator(self, reader: int) -> bool:
        """Whether a reader may use /admin."""
        return reader in self._access.operators

    def lets_in(self, reader: int, chat: int) -> bool:
        """Whether a reader is invited and not banned, and may look at answers; counts nothing."""
        if self.is_operator(reader):
            return True
        return not self._is_banned(reader, chat) and self._is_invited(reader, chat)

    def judge(self, reader: int, chat: int, when: datetime) -> Verdict:
        """Whether a message written at this moment is answered; counts it if so."""
        if self.is_operator(reader):
            return Verdict.ADMITTED
        if self._is_banned(reader, chat):
            return Verdict.SILENCE
        if not self._is_invited(reader, chat):
            return self._once_a_minute(reader, when, Verdict.NOT_INVITED)
        over = self._over(reader, when, self._asked)
        if over is not None:
            return self._once_a_minute(reader, when, over)
        if self._access.questions_a_minute or self._access.questions_a_day:
            self._asked.add(reader, when)
        return Verdict.ADMITTED

    def judge_inline(self, reader: int, when: datetime) -> Verdict:
        """Whether an inline query is answered; counts it if so.

        They are counted for themselves, and ``INLINE_A_QUESTION`` of them are let through where one
        question is: whoever types a question sends one with every few letters.
        """
        if self.is_operator(reader):
            return Verdict.ADMITTED
        if self._is_banned(reader, reader):
            return Verdict.SILENCE
        if not self._is_invited(reader, reader):
            return Verdict.NOT_INVITED
        over = self._over(reader, when, self._typed, INLINE_A_QUESTION)
        if over is not None:
            return over
        if self._access.questions_a_minute or self._access.questions_a_day:
            self._typed.add(reader, when)
        return Verdict.ADMITTED

    @property
    def is_personal(self) -> bool:
        """Whether some readers may see what others may not."""
        access = self._access
        return bool(access.allowed or access.banned or self._banned.all())

    def move(self, old: int, new: int) -> None:
        """A banned group stays banned under its new id. May block.

        Raises:
            StateError: that cannot be kept.
        """
        if old in self._banned:
            self._banned.add(new)

    def _is_banned(self, reader: int, chat: int) -> bool:
        by_settings = {reader, chat} & set(self._access.banned)
        return bool(by_settings) or reader in self._banned or chat in self._banned

    def _is_invited(self, reader: int, chat: int) -> bool:
        return not self._access.allowed or bool({reader, chat} & set(self._access.allowed))

    def _over(self, reader: int, when: datetime, asked: AskedLog, times: int = 1) -> Verdict | None:
        """What is over the limits, or over so many times them."""
        midnight = when.astimezone(self._zone).replace(hour=0, minute=0, second=0, microsecond=0)
        a_minute = times * self._access.questions_a_minute
        a_day = times * self._access.questions_a_day
        if a_day and asked.count(reader, midnight) >= a_day:
            return Verdict.TOO_MANY_A_DAY
        if a_minute and asked.count(reader, when - _A_MINUTE) >= a_minute:
            return Verdict.TOO_MANY_A_MINUTE
        return None

    def _once_a_minute(self, reader: int, when: datetime, verdict: Verdict) -> Verdict:
        told = self._told.get(reader)
        if told is not None and when - told < _A_MINUTE:
            return Verdict.SILENCE
        self._told[reader] = when
        self._told.move_to_end(reader)
        if len(self._told) > _READERS_TOLD:
            self._told.popitem(last=False)
        return verdict
