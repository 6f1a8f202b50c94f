"""What operators do from within Telegram: /admin. To anybody else there is no such command."""

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from telegram.ext import ExtBot

from bot.answers.answer_pages import Articles
from bot.operators.admin_commands import (
    AdminCommand,
    Ban,
    Broadcast,
    Confirm,
    Misread,
    Overview,
    Reload,
)
from bot.operators.broadcasting import Broadcasts
from bot.operators.usage import Usage
from bot.settings_groups import AccessSettings
from bot.state.feedback import Verdict
from bot.state.kept_ids import KeptIds
from bot.telegram.sending import Place
from bot.words import admin_texts
from bot.words.saying import say
from index.errors import DatelineError
from index.stored import CorpusSummary

logger = logging.getLogger(__name__)


class Corpus(Articles, Protocol):
    """What operators are told of the index, and may do to it; pages of answers read it too."""

    @property
    def revision(self) -> int:
        """The number of write transactions whose result is being searched."""

    def summary(self) -> CorpusSummary:
        """The size and reach of the corpus."""

    def reopen(self) -> None:
        """Open anew what is read from disk; DatelineError where it cannot be."""


class Admin:
    """Does what operators ask for.

    ``journal`` tells how many updates wait, ``feedback`` what readers think; both may block.
    """

    def __init__(
        self,
        access: AccessSettings,
        corpus: Corpus,
        usage: Usage,
        bans: KeptIds,
        chats: KeptIds,
        journal: Callable[[], int],
        feedback: Callable[[], Mapping[Verdict, int]],
    ) -> None:
        self._access = access
        self._corpus = corpus
        self._usage = usage
        self._bans = bans
        self._chats = chats
        self._journal = journal
        self._feedback = feedback
        self.broadcasts = Broadcasts(chats)

    async def reply(
        self, bot: ExtBot[Any], place: Place, operator: int, command: AdminCommand
    ) -> str | None:
        """Do it, and tell how it went; None where a message of its own is sent about it."""
        logger.info("operator %d asks for %s", operator, type(command).__name__)
        match command:
            case Overview():
                return await asyncio.to_thread(self._overview)
            case Reload():
                return await asyncio.to_thread(self._reload)
            case Ban(one, lifted):
                return await asyncio.to_thread(self._unban if lifted else self._ban, one)
            case Broadcast(text):
                return self.broadcasts.ask(operator, text)
            case Confirm(code):
                return await self.broadcasts.confirm(bot, place, operator, code)
            case Misread():
                return say("admin-usage")

    def _overview(self) -> str:
        return admin_texts.overview(
            self._corpus.summary(),
            self._corpus.revision,
            self._usage.until(time.monotonic()),
            len(self._chats.all()),
            self._journal(),
            self._feedback(),
        )

    def _reload(self) -> str:
        try:
            self._corpus.reopen()
        except DatelineError as error:
            logger.error("the index could not be opened anew: %s", error)
            return admin_texts.not_reloaded(error)
        return admin_texts.reloaded(self._corpus.summary(), self._corpus.revision)

    def _ban(self, one: int) -> str:
        if one in self._access.operators:
            return admin_texts.operators_stay(one)
        self._bans.add(one)
        return admin_texts.banned(one)

    def _unban(self, one: int) -> str:
        self._bans.discard(one)
        return admin_texts.unbanned(one, by_settings=one in self._access.banned)
