"""Inline queries: somebody types the bot's name and a question in any chat, and chooses an article.

They do not go through the journal: after some seconds nobody waits for the answer to one, and the
next letter typed asks anew. What is late is dropped.
"""

import asyncio
import logging
import re
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Any, Protocol

from telegram import InlineQuery, InlineQueryResultArticle, InlineQueryResultsButton, Update
from telegram.error import TelegramError
from telegram.ext import ContextTypes, ExtBot

from bot.conversation import START_HELP
from bot.inline.inline_cards import article_cards, refusal_card, shared_card
from bot.inline.inline_freshness import Freshness
from bot.layout.outgoing import Outgoing
from bot.layout.share_button import INLINE
from bot.limiter.endpoints import QUERY_LIVES_S
from bot.operators.door import Door
from bot.operators.guards import Verdict
from bot.state.kept_answers import KeptAnswer
from bot.state.shares import TOKEN
from bot.words.saying import say
from retrieval.article_search import FoundArticles
from retrieval.outcomes import Refusal

logger = logging.getLogger(__name__)

CARDS_A_PAGE = 10
FEWEST_LETTERS = 3
_SHORT_CACHE_S = 300
"""For what does not depend on the corpus."""
_OFFSET = re.compile(r"([0-9]{1,18})[.]([0-9]{1,4})")
_SHARED = re.compile(rf"{INLINE}\s+(?P<token>{TOKEN.pattern})", re.IGNORECASE | re.ASCII)


class FindsArticles(Protocol):
    """Lists the articles that speak to a question; blocks while it works."""

    def find(
        self, question: str, asked: datetime, first: int, count: int
    ) -> FoundArticles | Refusal:
        """``count`` articles from place ``first`` on; a refusal where none may answer."""


class ShowsShared(Protocol):
    """Shows answers by the tokens of those who shared them; blocks while it works."""

    def by_token(self, token: str) -> KeptAnswer | None:
        """The answer that a token shows; None where it shows none, or no more."""

    def shown(self, token: str) -> Outgoing | None:
        """The question and its answer as they stand now, in one message; None as before."""


@dataclass(frozen=True, slots=True)
class Page:
    """What an inline query gets."""

    cards: tuple[InlineQueryResultArticle, ...] = ()
    next_offset: str = ""
    cache_s: int = 0
    personal: bool = False
    button: str | None = None
    """The words of a button that leads to the bot."""


class InlineQueries:
    """The handler of inline queries: one is worked on at a time, beside the questions.

    While a reader types, an older query of theirs that has not been begun is dropped. ``zone`` is
    where readers are taken to be.
    """

    def __init__(
        self,
        articles: FindsArticles,
        door: Door,
        old_after_days: int,
        zone: tzinfo = UTC,
        shared: ShowsShared | None = None,
    ) -> None:
        self._articles = articles
        self._door = door
        self._old_after_days = old_after_days
        self._zone = zone
        self._shared = shared
        self._freshness = Freshness()
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="inline")
        self._turn = asyncio.Semaphore(1)
        self._latest: dict[int, str] = {}

    async def on_inline(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Answer an inline query, unless it is late or its reader has typed on."""
        query, arrived_s = update.inline_query, time.monotonic()
        if query is None:
            return
        reader = query.from_user.id
        self._latest[reader] = query.id
        try:
            async with self._turn:
                late = time.monotonic() - arrived_s > QUERY_LIVES_S
                if late or self._latest.get(reader) != query.id:
                    logger.debug("an inline query was dropped")
                    return
                page = await self._page(query)
        finally:
            if self._latest.get(reader) == query.id:
                del self._latest[reader]
        await _answer(context.bot, query, page)

    def stop(self) -> None:
        """Begin nothing any more."""
        self._executor.shutdown(wait=False, cancel_futures=True)

    async def _page(self, query: InlineQuery) -> Page:
        now, question = datetime.now(self._zone), query.query.strip()
        verdict = self._door.guards.judge_inline(query.from_user.id, now)
        if verdict is not Verdict.ADMITTED:
            return _not_admitted(verdict)
        if len(question) < FEWEST_LETTERS:
            return Page(cache_s=_SHORT_CACHE_S, button=say("inline-how"))
        loop = asyncio.get_running_loop()
        personal = self._door.guards.is_personal
        if shared := _SHARED.fullmatch(question):
            return await loop.run_in_executor(
                self._executor, self._of_shared, shared["token"], personal
            )
        return await loop.run_in_executor(
            self._executor, self._found, question, now, query.offset, personal
        )

    def _found(self, question: str, now: datetime, offset: str, personal: bool) -> Page:
        """A page of cards. The list ends where the corpus has changed since its first page."""
        begun = _OFFSET.fullmatch(offset)
        first = int(begun[2]) if begun else 0
        found = self._articles.find(question, now, first, CARDS_A_PAGE)
        if isinstance(found, Refusal):
            if begun:
                return Page()
            return Page((refusal_card(found, self._old_after_days),), personal=personal)
        if begun and int(begun[1]) != found.revision:
            return Page()
        return Page(
            tuple(article_cards(found.articles, self._old_after_days)),
            f"{found.revision}.{first + CARDS_A_PAGE}" if found.more else "",
            self._freshness.cache_s(found.revision),
            personal,
        )

    def _of_shared(self, token: str, personal: bool) -> Page:
        """The one answer of a token, which may be deleted at any time."""
        kept = self._shared.by_token(token) if self._shared else None
        message = self._shared.shown(token) if self._shared and kept else None
        if kept is None or message is None:
            return Page(button=say("inline-not-shared"))
        return Page((shared_card(token, kept.question, message),), personal=personal)


def _not_admitted(verdict: Verdict) -> Page:
    """The page of one who is not answered. The banned are told nothing, and soon not asked for."""
    match verdict:
        case Verdict.NOT_INVITED:
            return Page(personal=True, button=say("inline-not-invited"))
        case Verdict.TOO_MANY_A_MINUTE | Verdict.TOO_MANY_A_DAY:
            return Page(personal=True, button=say("inline-too-many"))
        case _:
            return Page(cache_s=_SHORT_CACHE_S, personal=True)


async def _answer(bot: ExtBot[Any], query: InlineQuery, page: Page) -> None:
    button = (
        InlineQueryResultsButton(page.button, start_parameter=START_HELP) if page.button else None
    )
    try:
        await bot.answer_inline_query(
            query.id,
            page.cards,
            cache_time=page.cache_s,
            is_personal=page.personal,
            next_offset=page.next_offset,
            button=button,
        )
    except TelegramError as error:  # most often too late; nobody waits for another try
        logger.info("an inline query was not answered: %s", error)
