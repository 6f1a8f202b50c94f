"""Readers under whose hands the bot is killed: they ask, edit, press, and talk in groups."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.layout.press_data import Act, press_of
from tests.botapi import BotApiServer, Chat, Message, Person
from tests.faults.reports import PARTS

READERS, EDITORS, PRESSERS, GROUPS, MEMBERS = 40, 8, 8, 4, 5
ASKED_A_TIME = 12
_PART = re.compile(r"(?:answer|further)_(\d+)_part_(\d)")

Part = tuple[int, int]
"""Which question a message answers, and its place in the reply."""


@dataclass(slots=True)
class Question:
    """A question as its reader wrote it last. ``pages`` is where the pressed message stands."""

    number: int
    chat: int
    message: int
    parts: int = 1
    pressed: Message | None = None
    page: int = 1


@dataclass(slots=True)
class Load:
    """All of them, and what they have asked for so far, in order."""

    server: BotApiServer
    asked: dict[int, list[Question]] = field(default_factory=dict)
    edits: int = 0
    presses: int = 0
    _numbers: int = 0
    _turns: int = 0
    _readers: list[Person] = field(init=False)
    _editors: list[Person] = field(init=False)
    _pressers: list[Person] = field(init=False)
    _groups: list[Chat] = field(init=False)

    def __post_init__(self) -> None:
        people = [self.server.user(2000 + number) for number in range(READERS)]
        self._readers = people
        self._editors = [self.server.user(3000 + number) for number in range(EDITORS)]
        self._pressers = [self.server.user(4000 + number) for number in range(PRESSERS)]
        members = people[:MEMBERS]
        self._groups = [self.server.group(-1 - one, "Group", *members) for one in range(GROUPS)]

    def go_on(self) -> None:
        """A few of everything."""
        for _ in range(ASKED_A_TIME):
            reader = self._readers[self._numbers % READERS]
            long = self._numbers % 4 == 0
            self._ask(reader, "long question" if long else "question", PARTS if long else 1)
        for editor in self._editors:
            self._ask_or_edit(editor)
        for presser in self._pressers:
            self._ask_or_press(presser)
        for place, group in enumerate(self._groups):
            member = self._readers[(self._turns + place) % MEMBERS]
            self._ask(member, "/ask question", chat=group)
        self._turns += 1

    def owed(self) -> list[Part]:
        """Every message that must be there."""
        return [
            (one.number, part)
            for questions in self.asked.values()
            for one in questions
            for part in range(one.parts)
        ]

    def got(self) -> Iterator[list[Part]]:
        """What each chat has got, in order."""
        for chat in self.asked:
            yield [part for one in self.server.messages(chat) for part in parts_of(one)]

    def in_order(self) -> bool:
        """Whether every chat has its answers in the order of the questions."""
        for questions, got in zip(self.asked.values(), self.got(), strict=True):
            wanted = [(one.number, part) for one in questions for part in range(one.parts)]
            if [part for part in dict.fromkeys(got) if part in wanted] != wanted:
                return False
        return True

    def all_there(self) -> bool:
        """Whether all that is owed is there, and every pressed message turned to its page."""
        there = {part for parts in self.got() for part in parts}
        return there >= set(self.owed()) and not self.not_turned()

    def missing(self) -> str:
        """What is still owed, in words."""
        there = {part for parts in self.got() for part in parts}
        lost = sorted(set(self.owed()) - there)
        return f"not there: {lost}; not turned: {self.not_turned()}"

    def not_turned(self) -> list[Question]:
        """The questions whose answer does not show the page that was pressed for last."""
        return [
            one
            for questions in self.asked.values()
            for one in questions
            if one.pressed is not None and not self._shows(one)
        ]

    def astray(self) -> int:
        """How many messages in groups reply to another question than they answer."""
        astray = 0
        for group in self._groups:
            asked = {one.message: one.number for one in self.asked.get(group.id, [])}
            for message in self.server.messages(group.id):
                numbers = {number for number, _ in parts_of(message)}
                astray += numbers != {asked.get(message.reply_to or 0)}
        return astray

    def _shows(self, one: Question) -> bool:
        assert one.pressed is not None
        now = self._now(one.pressed)
        return f"{'further' if one.page == 2 else 'answer'}_{one.number}_" in now.text

    def _now(self, message: Message) -> Message:
        messages = self.server.messages(message.chat.id)
        return next(one for one in messages if one.message_id == message.message_id)

    def _ask(self, person: Person, words: str, parts: int = 1, chat: Chat | None = None) -> None:
        place = chat.id if chat else person.id
        self.server.say(f"{words} {self._numbers}", person, chat)
        message = self.server.history(place)[-1].message_id
        self.asked.setdefault(place, []).append(Question(self._numbers, place, message, parts))
        self._numbers += 1

    def _ask_or_edit(self, editor: Person) -> None:
        """Ask, then change the question, then ask another one."""
        if self._turns % 2 == 0:
            self._ask(editor, "question")
            return
        last = self.asked[editor.id][-1]
        last.number, self._numbers = self._numbers, self._numbers + 1
        self.server.edit(last.message, f"question {last.number}", editor.id)
        self.edits += 1

    def _ask_or_press(self, presser: Person) -> None:
        """Ask, and turn the page of the last answer there is, back and forth."""
        if self._turns % 3 == 0:
            self._ask(presser, "question")
        for one in reversed(self.asked[presser.id]):
            there = [
                message
                for message in self.server.messages(presser.id)
                if one.number in {number for number, _ in parts_of(message)}
            ]
            if there:
                self._turn(one, self._now(one.pressed) if one.pressed else there[-1], presser)
                return

    def _turn(self, one: Question, message: Message, presser: Person) -> None:
        carried = [one.callback_data or "" for one in message.buttons]
        data = next(each for each in carried if _page_of(each) is not None)
        one.pressed, one.page = message, _page_of(data) or 1
        self.server.press(message, data, presser)
        self.presses += 1


def _page_of(data: str) -> int | None:
    """The page that a button turns to."""
    press = press_of(data)
    turns = press is not None and press.act is Act.SHOW and not press.view.full
    return press.view.page if press and turns else None


def parts_of(message: Message) -> list[Part]:
    """What a message answers."""
    return [(int(number), int(part)) for number, part in _PART.findall(message.text)]
