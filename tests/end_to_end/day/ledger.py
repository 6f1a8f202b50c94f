"""What every chat is owed, in the order in which it was asked for, and what came of it."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape

from bot.layout.page_blocks import in_one_message
from bot.layout.rich_text import Block, to_messages
from tests.botapi import BotApiServer, Message
from tests.botapi.markup import parse_html
from tests.end_to_end.day.seen import Letters, letters, meant, plain, read


@dataclass(slots=True, eq=False)
class Due:
    """One answer: how it is to look when all is done, and in how many messages.

    ``question`` is the message that it is shown to reply to, ``topic`` where it stands.
    """

    chat: int
    look: Letters
    messages: int = 1
    question: int | None = None
    topic: int | None = None


@dataclass(slots=True)
class Ledger:
    """Dues by chat, and what else is owed: toasts to presses, results to inline queries."""

    server: BotApiServer
    dues: dict[int, list[Due]] = field(default_factory=dict)
    toasts: dict[int, list[str | None]] = field(default_factory=dict)
    """What each reader is told at each press, by the reader's id."""
    results: list[tuple[str, Letters, Letters]] = field(default_factory=list)
    """Of each inline result a name, its look as it was meant and as it came."""
    may_be_refused: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Refusals that the day brings about: method, the beginning of the words, how often at most."""
    spoken: dict[int, list[int | None]] = field(default_factory=dict)
    """The reports that each chat spoke of last, as the bot remembers them."""
    unanswered_inline: int = 0
    """Inline queries that a restart swallowed, and that were typed again."""
    acts: int = 0
    one_block: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Held while a reader blocks the bot: Telegram's refusal does not say whose it is."""

    def owe(
        self,
        chat: int,
        blocks: Sequence[Block],
        question: int | None = None,
        topic: int | None = None,
    ) -> Due:
        """An answer that is due behind all that the chat is owed already."""
        due = Due(chat, meant(blocks), len(to_messages(blocks)), question, topic)
        self.dues.setdefault(chat, []).append(due)
        return due

    def look_otherwise(self, due: Due, blocks: Sequence[Block]) -> None:
        """An answer that is to be changed in its place, cut where it needs more messages."""
        if (needed := len(to_messages(blocks))) <= due.messages:
            due.look, due.messages = meant(blocks), needed
        else:
            cut = parse_html(in_one_message(blocks))
            due.look, due.messages = letters(cut.text, cut.entities), 1

    def place_of(self, due: Due) -> int:
        """How many messages of the bot's stand before it in its chat."""
        before = self.dues[due.chat]
        return sum(one.messages for one in before[: before.index(due)])

    def landed(self, due: Due) -> tuple[Message, ...]:
        """The messages of an answer, once they read as they should; else none."""
        at = self.place_of(due)
        there = self.server.messages(due.chat)[at : at + due.messages]
        if len(there) < due.messages or plain(read(there)) != plain(due.look):
            return ()
        return there

    def remember(self, chat: int, number: int | None) -> None:
        """The chat has spoken of a report; three are remembered."""
        self.spoken[chat] = [*self.spoken.get(chat, []), number][-3:]

    def remember_instead(self, chat: int, old: int | None, new: int | None) -> None:
        """A question has become another one."""
        left = self.spoken.get(chat, [])
        self.spoken[chat] = [one for one in left if one != old]
        self.remember(chat, new)

    def last(self, chat: int) -> int | None:
        """What a question that goes on is about."""
        return (self.spoken.get(chat) or [None])[-1]


@dataclass(frozen=True, slots=True)
class Counted:
    """What went wrong in a day: all is well where every number is 0."""

    lost: int = 0
    doubled: int = 0
    """Messages that nobody was owed, or not so often."""
    out_of_order: int = 0
    """Chats in which all came, but not in the order of the questions."""
    misplaced: int = 0
    """Answers that reply to another message, or stand in another topic."""
    parse_errors: int = 0
    unescaped: int = 0
    """Messages in which markup is read as text, or text as markup."""
    refused: int = 0
    """Requests that Telegram refuses, but for those that the day brings about."""
    violations: int = 0
    lost_updates: int = 0
    presses_unanswered: int = 0
    toasts_wrong: int = 0
    drafts_left: int = 0


def counted(ledger: Ledger) -> Counted:
    """What is wrong now that the day is over."""
    server = ledger.server
    chats = [_of_chat(server, chat, ledger.dues.get(chat, [])) for chat in _chats(ledger)]
    refusals = [(one.method, one.description) for one in server.refusals]
    told = {
        reader: [one.text for one in server.callback_answers if one.user_id == reader]
        for reader in ledger.toasts
    }
    return Counted(
        *(sum(column) for column in zip(*chats, strict=True)),
        parse_errors=sum("can't parse" in words for _, words in refusals),
        unescaped=sum(_unescaped(server, chat, dues) for chat, dues in ledger.dues.items())
        + sum(wanted != got for _, wanted, got in ledger.results),
        refused=len(list(unplanned(ledger))),
        violations=len(server.violations),
        lost_updates=len(server.lost_updates),
        presses_unanswered=sum(one.user_id in ledger.toasts for one in _open_presses(server)),
        toasts_wrong=sum(told[reader] != toasts for reader, toasts in ledger.toasts.items()),
        drafts_left=len(server.unfinished_drafts),
    )


def unplanned(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """The refusals that are not of the day's making."""
    left = Counter(ledger.may_be_refused)
    for one in ledger.server.refusals:
        known = next(
            (key for key in left if key[0] == one.method and key[1] in one.description), None
        )
        if known is None or not left[known]:
            yield one.method, one.description
        else:
            left[known] -= 1


def _chats(ledger: Ledger) -> list[int]:
    return sorted({*ledger.dues, *ledger.server._world.directory.chats})


def _open_presses(server: BotApiServer) -> tuple[object, ...]:
    return server._world.answering.presses.waiting


def _of_chat(server: BotApiServer, chat: int, dues: list[Due]) -> tuple[int, int, int, int]:
    """Lost, doubled, out of order, misplaced."""
    got = _grouped(server.messages(chat), dues)
    wanted = [_bare(plain(due.look)) for due in dues]
    there = [_bare(plain(read(messages))) for messages in got]
    lost = (Counter(wanted) - Counter(there)).total()
    doubled = (Counter(there) - Counter(wanted)).total()
    misplaced = sum(
        messages[0].reply_to != due.question
        or (messages[0].chat.is_forum and messages[0].thread != due.topic)
        for due, messages in zip(dues, got, strict=False)
        if chat < 0 and due.question is not None
    )
    return lost, doubled, int(not lost and not doubled and wanted != there), misplaced


def _unescaped(server: BotApiServer, chat: int, dues: list[Due]) -> int:
    got = _grouped(server.messages(chat), dues)
    return sum(read(messages) != due.look for due, messages in zip(dues, got, strict=False))


def _grouped(messages: Sequence[Message], dues: Sequence[Due]) -> list[Sequence[Message]]:
    """The messages, those of one answer together; each of the rest by itself."""
    groups, at = [], 0
    for due in dues:
        if some := messages[at : at + due.messages]:
            groups.append(some)
        at += due.messages
    return [*groups, *([one] for one in messages[at:])]


def _bare(text: str) -> str:
    """A text by which an answer is known even where its markup is shown."""
    return unescape(unescape(text))
