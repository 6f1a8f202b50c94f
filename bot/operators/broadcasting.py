"""One text to every chat: confirmed by a code first, then sent at a pace."""

import asyncio
import logging
import secrets
from collections.abc import Coroutine, Iterator
from dataclasses import dataclass, field
from typing import Any

from telegram import Message
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.conversation import Said
from bot.layout.reply_blocks import reply_blocks
from bot.layout.rich_text import to_messages
from bot.limiter.schedule import Priority
from bot.state.kept_ids import KeptIds
from bot.state.opening import StateError
from bot.telegram.changing import change
from bot.telegram.sending import Place, Sent, send, send_all
from bot.words import admin_texts
from bot.words.saying import say

logger = logging.getLogger(__name__)

_CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_CODE_LENGTH = 5
_CODE_HOLDS_S = 600.0
_PAUSE_S = 0.05
"""Between two messages: twenty a second, so that answers have room beside them."""
_AT_ONCE = 8
_TOLD_EVERY = 200


@dataclass(slots=True)
class _Sending:
    """A broadcast under way."""

    htmls: list[str]
    chats: tuple[int, ...]
    status: Message | None
    sent: int = 0
    gone: int = 0
    failed: int = 0
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)


class Broadcasts:
    """Keeps what waits to be confirmed, and sends one broadcast at a time."""

    def __init__(self, chats: KeptIds) -> None:
        self._chats = chats
        self._waiting: dict[int, tuple[str, str, float]] = {}
        self._task: asyncio.Task[None] | None = None

    def ask(self, operator: int, text: str) -> str:
        """What the operator is told who wants to send a text; an earlier wish of theirs is void."""
        if not self._chats.all():
            return say("broadcast-nobody")
        code = "".join(secrets.choice(_CODE_LETTERS) for _ in range(_CODE_LENGTH))
        until = asyncio.get_running_loop().time() + _CODE_HOLDS_S
        self._waiting[operator] = code, text, until
        return admin_texts.confirm(len(self._chats.all()), code, text)

    async def confirm(self, bot: ExtBot[Any], place: Place, operator: int, code: str) -> str | None:
        """Begin to send, and keep the operator told at ``place``; else what stands against it."""
        if self._task is not None and not self._task.done():
            return say("broadcast-busy")
        expected, text, until = self._waiting.get(operator, ("", "", 0.0))
        if code != expected or asyncio.get_running_loop().time() > until:
            return say("broadcast-no-code")
        del self._waiting[operator]
        chats = tuple(sorted(self._chats.all()))
        self._task = asyncio.create_task(self._send(bot, place, _htmls(text), chats))
        return None

    async def finish(self) -> None:
        """Wait until what is under way has ended."""
        if self._task is not None:
            await asyncio.wait((self._task,))

    async def stop(self) -> None:
        """Break off what is under way."""
        if self._task is not None:
            self._task.cancel()
            await self.finish()

    async def _send(
        self, bot: ExtBot[Any], place: Place, htmls: list[str], chats: tuple[int, ...]
    ) -> None:
        (told,) = _htmls(admin_texts.sending(0, len(chats)))
        one = _Sending(htmls, chats, await _told(send(bot, place, told)))
        left = iter(chats)
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(_AT_ONCE):
                    group.create_task(self._work(bot, one, left))
        finally:
            done = one.sent + one.gone + one.failed
            logger.info("a broadcast reached %d of %d chats", one.sent, len(chats))
            if done < len(chats):
                logger.warning("a broadcast was broken off before %d chats", len(chats) - done)
        await _tell(bot, one, admin_texts.sent(one.sent, one.gone, one.failed))

    async def _work(self, bot: ExtBot[Any], one: _Sending, left: Iterator[int]) -> None:
        for chat in left:
            async with one.turn:
                await asyncio.sleep(_PAUSE_S)
            try:
                went = await send_all(bot, Place(chat), one.htmls, Priority.BROADCAST)
                if went is None:
                    one.gone += 1
                else:
                    one.sent += 1
                await self._follow(chat, went)
            except TelegramError as error:
                one.failed += 1
                logger.warning("a broadcast did not reach a chat: %s", error)
            done = one.sent + one.gone + one.failed
            if done % _TOLD_EVERY == 0 and done < len(one.chats):
                await _tell(bot, one, admin_texts.sending(done, len(one.chats)))

    async def _follow(self, chat: int, went: Place | None) -> None:
        """Know a chat no longer that is gone, and one that has moved under its new id."""
        if went is not None and went.chat_id == chat:
            return
        try:
            await asyncio.to_thread(self._chats.discard, chat)
            if went is not None:
                await asyncio.to_thread(self._chats.add, went.chat_id)
        except StateError as error:
            logger.error("the list of chats could not be changed: %s", error)


async def _tell(bot: ExtBot[Any], one: _Sending, text: str) -> None:
    if one.status is not None:
        (told,) = _htmls(text)
        one.status = await _told(change(bot, one.status, told))


def _htmls(text: str) -> list[str]:
    return to_messages(reply_blocks(Said(text), 0))


async def _told(telling: Coroutine[Any, Any, Message | Sent | None]) -> Message | None:
    """What the operator sees now; the broadcast goes on where that could not be said."""
    try:
        told = await telling
    except TelegramError as error:
        logger.warning("the operator could not be told of a broadcast: %s", error)
        return None
    return told.message if isinstance(told, Sent) else told
