"""The day itself: all conversations at once, while the bot is restarted and changes its mode."""

import asyncio
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from bot.conversation import Conversation
from bot.example_shelf import Background, ExampleShelf
from bot.state.database import Database
from bot.state.entries import Counts
from bot.state.journal import Journal
from bot.state.kept_answers import KeptAnswers
from bot.state.kept_turns import KeptTurns
from tests.bot.waiting import until
from tests.botapi import BotApiServer, Person
from tests.end_to_end.day.ledger import Counted, Ledger, counted, unplanned
from tests.end_to_end.day.members import Member
from tests.end_to_end.day.newsroom import Examples, Newsroom
from tests.end_to_end.day.places import Places
from tests.end_to_end.day.script import Script, scripts
from tests.end_to_end.telegram_stage import TEN_TIMES_AS_FAST, held_to, on_stage

BOT = 42
_OTHER = {"polling": "webhook", "webhook": "polling"}


@dataclass(frozen=True, slots=True)
class Day:
    """How a day went. ``refused`` are the refusals that nobody planned."""

    wrong: Counted
    messages: int
    presses: int
    inline: int
    typed_again: int
    journal: Counts
    refused: tuple[tuple[str, str], ...]


async def whole_day(mode: str, folder: Path) -> Day:
    """Hold all conversations: in one mode, after a restart in it, in the other, and back."""
    server = BotApiServer(limits=held_to(TEN_TIMES_AS_FAST), webhook_attempts=10_000)
    await server.start()
    ledger, places = Ledger(server), Places(server)
    told = scripts()
    readers = [Member(script, places, ledger) for script in told]
    places.open(_in_groups(told, readers))
    acts = sum(len(script.acts) for script in told)
    talking = asyncio.gather(*(reader.talk_all() for reader in readers))
    newsroom = Newsroom()
    stretches = (mode, mode, _OTHER[mode], mode)
    for number, stretch in enumerate(stretches, 1):
        async with on_stage(
            *(lambda state: _conversation(newsroom, state), stretch),
            folder=folder,
            server=server,
            corpus=newsroom,
            articles=newsroom,
        ) as stage:
            _plan_mishaps(ledger, stretch)
            share = acts * number // len(stretches)
            if number < len(stretches):
                await until(lambda least=share: ledger.acts >= least or talking.done())
            else:
                await talking
                counts = await _all_done(server, Journal(stage.state, BOT))
    day = Day(
        counted(ledger),
        sum(len(server.messages(chat)) for chat in server._world.directory.chats),
        len(server.callback_answers),
        len(server.inline_answers),
        ledger.unanswered_inline,
        counts,
        tuple(unplanned(ledger)),
    )
    await server.stop()
    return day


async def _all_done(server: BotApiServer, journal: Journal) -> Counts:
    await until(lambda: not server.pending_updates and journal.counts().open == 0)
    return journal.counts()


def _in_groups(told: tuple[Script, ...], readers: list[Member]) -> dict[str, list[Person]]:
    groups: dict[str, list[Person]] = {}
    for script, reader in zip(told, readers, strict=True):
        if script.group is not None:
            groups.setdefault(script.group, []).append(reader.person)
    return groups


def _conversation(newsroom: Newsroom, state: Database) -> Conversation:
    shelf = ExampleShelf(Examples(), Background(), lambda: 1, UTC)
    shelf.refresh()
    return Conversation(
        newsroom, newsroom, KeptTurns(state), 30, KeptAnswers(state), examples=shelf.questions
    )


def _plan_mishaps(ledger: Ledger, mode: str) -> None:
    """What a day of Telegram's brings: nothing of it is done when it fails."""
    server, refused = ledger.server, ledger.may_be_refused
    for method in ("sendMessage", "editMessageText"):
        server.fail_next(method, 429, "Too Many Requests: retry after 1", retry_after=1)
        server.fail_next(method, 502, "Bad Gateway")
        server.drop_next(method)
        refused[method, "Too Many Requests"] += 1
        refused[method, "Bad Gateway"] += 1
    # Inline queries are in no journal: one that comes again around a restart is answered again.
    refused["answerInlineQuery", "query is too old"] += 10
    server.fail_next("answerCallbackQuery", 502, "Bad Gateway")
    refused["answerCallbackQuery", "Bad Gateway"] += 1
    if mode == "polling":
        server.fail_next("getUpdates", 502, "Bad Gateway")
        refused["getUpdates", "Bad Gateway"] += 1
