"""Readers who do what their scripts say, and note in the ledger what they are owed for it."""

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.layout.press_data import View
from bot.words.saying import say
from retrieval.outcomes import Outcome
from tests.botapi import BotApiServer, Chat, Message, Person
from tests.end_to_end.day.hostile import LEADS
from tests.end_to_end.day.ledger import Due, Ledger
from tests.end_to_end.day.newsroom import Newsroom, asking
from tests.end_to_end.day.places import Group, Places
from tests.end_to_end.day.script import Script
from tests.end_to_end.day.views import below_question, of_view, said, short

PATIENCE_S = 60.0
AS_SENT = View()
ON = "And <then> & so?"
_PREFIXES = ("/ask@dateline_test_bot ", "@dateline_test_bot, ", "/ask ")


@dataclass(slots=True)
class Asked:
    """A question and its answer: where it stands, how it looks, what was pressed below it."""

    number: int | None
    text: str
    message: int
    outcome: Outcome
    due: Due
    prefix: str = ""
    view: View = AS_SENT
    by_press: bool = False
    first: Message | None = None
    """The last message of the answer as it was when it came."""


class Reader:
    """Holds one conversation. What an act is called in a script is a method here or in a mixin."""

    def __init__(self, script: Script, places: Places, ledger: Ledger) -> None:
        self.script, self.places, self.ledger = script, places, ledger
        self.server: BotApiServer = ledger.server
        self.newsroom = Newsroom()
        self.person: Person = places.reader(script.number)
        self.friend: Person = places.friend(script.number)
        self.asked: list[Asked] = []
        self.numbers = 100 * script.number
        self.chance = random.Random(script.number)
        self.token = ""

    @property
    def group(self) -> Group | None:
        """The group it is held in."""
        return self.places.groups[self.script.group] if self.script.group else None

    @property
    def chat(self) -> Chat:
        """Where it is held now."""
        if self.group is not None:
            return self.server._world.directory.chat(self.group.chat.id)
        return self.server._world.directory.chat(self.person.id)

    async def talk_all(self) -> None:
        """Do everything, one after the other."""
        for act in self.script.acts:
            do: Callable[..., Awaitable[None]] = getattr(self, f"do_{act.verb.replace('-', '_')}")
            try:
                await do(*act.words)
            except Exception as error:
                raise AssertionError(f"conversation {self.script.number}: {act}") from error
            self.ledger.acts += 1

    async def settled(self, due: Due) -> tuple[Message, ...]:
        """The messages of an answer, once they are there and read as they should."""
        try:
            await self.server.wait_until(lambda: self.ledger.landed(due), PATIENCE_S)
        except TimeoutError as error:
            there = [one.text for one in self.server.messages(due.chat)]
            wanted = "".join(letter for letter, _ in due.look)
            raise TimeoutError(f"waited for {wanted!r} in {due.chat}; there are {there}") from error
        return self.ledger.landed(due)

    def next_question(self, kind: str) -> tuple[int, str]:
        """The next question of its own, in words that are its own."""
        self.numbers += 1
        return self.numbers, asking(self.chance.choice(LEADS), kind, self.numbers)

    def say(self, text: str, reply_to: Message | None = None, by: Person | None = None) -> int:
        """Say something where the conversation is held; the message's id."""
        topic = self.group.topic if self.group else None
        place = self.chat if self.group else None
        self.server.say(text, by or self.person, place, reply_to, topic=topic)
        return self.server.history(self.chat.id)[-1].message_id

    def put(
        self, kind: str | None, reply_to: Asked | None = None, number: int | None = None
    ) -> Asked:
        """Ask a question of this kind, or one that goes on, without waiting for the answer."""
        last = self.ledger.last(self.chat.id)
        if reply_to is not None:
            last = reply_to.number
        number, text = self.next_question(kind) if kind else (None, ON)
        prefix = self.chance.choice(_PREFIXES) if self.group and reply_to is None else ""
        shown = self.answer_of(reply_to) if reply_to else None
        message = self.say(prefix + text, shown)
        outcome = self.newsroom.outcome(text, last)
        topic = self.group.topic if self.group else None
        if reply_to is not None:
            topic = reply_to.due.topic
        question = message if self.group else None
        due = self.ledger.owe(self.chat.id, short(outcome, self.chat.id), question, topic)
        asked = Asked(number or _about(outcome), text, message, outcome, due, prefix)
        self.asked.append(asked)
        self.ledger.remember(self.chat.id, asked.number)
        return asked

    def answer_of(self, asked: Asked) -> Message:
        """The last message of an answer as it stands now."""
        return self.ledger.landed(asked.due)[-1]

    async def answered(self, asked: Asked) -> None:
        """Wait for an answer and keep it as it was when it came."""
        asked.first = (await self.settled(asked.due))[-1]

    async def do_ask(self, kind: str) -> None:
        await self.answered(self.put(kind))

    async def do_on(self) -> None:
        await self.answered(self.put(None))

    async def do_reply(self, place: str) -> None:
        await self.answered(self.put(None, self.asked[int(place) - 1]))

    async def do_flood(self, count: str) -> None:
        for asked in [self.put("plain") for _ in range(int(count))]:
            await self.answered(asked)

    async def do_edit(self, place: str, kind: str) -> None:
        asked = self.asked[int(place) - 1]
        self.change(asked, kind)
        await self.settled(asked.due)

    async def do_hasty(self, kind: str) -> None:
        asked = self.put("plain")
        self.change(asked, kind)
        await self.answered(asked)

    async def do_same(self, place: str) -> None:
        asked = self.asked[int(place) - 1]
        text = asked.prefix + asked.text.replace(" ", "  ")
        self.server.edit(asked.message, text, self.chat.id)

    def change(self, asked: Asked, kind: str) -> None:
        """Edit a question into another one, whose answer takes the place of the first."""
        old = asked.number
        asked.number, asked.text = self.next_question(kind)
        self.server.edit(asked.message, asked.prefix + asked.text, self.chat.id)
        asked.outcome, asked.view = self.newsroom.outcome(asked.text, None), AS_SENT
        self.show(asked)
        self.ledger.remember_instead(self.chat.id, old, asked.number)

    def show(self, asked: Asked) -> None:
        """The answer is to read as its view says."""
        blocks = of_view(asked.outcome, asked.view, self.chat.id)
        if asked.by_press:
            blocks = below_question(asked.text, blocks)
        self.ledger.look_otherwise(asked.due, blocks)

    async def said(self, text: str, message: int | None = None) -> None:
        """Wait for words of the bot's own, which in a group reply to a message."""
        topic = self.group.topic if self.group else None
        question = message if self.group else None
        await self.settled(self.ledger.owe(self.chat.id, said(text), question, topic))

    async def do_talk(self) -> None:
        self.say(f"{say('greeting')} <b>& so on")

    async def do_photo(self) -> None:
        self.server.photo(self.person, "Who <is> this?")
        await self.said(say("text-only"))

    async def do_sticker(self) -> None:
        self.server.sticker(self.person)
        await self.said(say("text-only"))


def _about(outcome: Outcome) -> int | None:
    """The report that a question which goes on came to."""
    words = outcome.query.searched.split()
    return int(words[1]) if words[0] == "<i>plain" else None
