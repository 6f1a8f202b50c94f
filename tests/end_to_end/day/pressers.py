"""What readers do with buttons, links and inline results."""

from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.layout.press_data import Act, View, press_of
from bot.layout.rich_text import Block, Run
from bot.layout.share_button import share_of
from bot.state.feedback import Verdict
from bot.words.saying import say
from retrieval.outcomes import Answer
from tests.botapi import Message, Person
from tests.botapi.answering import InlineAnswer
from tests.end_to_end.day.newsroom import asking
from tests.end_to_end.day.readers import PATIENCE_S, Asked, Reader
from tests.end_to_end.day.seen import letters, meant
from tests.end_to_end.day.views import as_card, below_question, short, to_command

_TOASTS = {"good": "feedback-kept", "bad": "feedback-why", "wrong": "feedback-kept"}
_VERDICTS = {
    "good": (Act.JUDGE, Verdict.GOOD),
    "bad": (Act.ASK_WHY, None),
    "wrong": (Act.JUDGE, Verdict.WRONG),
    "any-date": (Act.ANY_DATE, None),
}
_TOASTS |= {"share": "share-ready"}
_TYPED_AGAIN_S = 5.0
_NOT_MODIFIED = "message is not modified"


class Presser(Reader):
    """A reader who presses."""

    async def do_press(self, place: str, label: str) -> None:
        asked = self.asked[int(place) - 1]
        await self._press(asked, label, self.answer_of(asked))

    async def do_stale(self, place: str, label: str) -> None:
        asked = self.asked[int(place) - 1]
        assert asked.first is not None
        for method in ("editMessageText", "editMessageReplyMarkup"):
            self.ledger.may_be_refused[method, _NOT_MODIFIED] += 1
        await self._press(asked, label, asked.first, stale=True)

    async def _press(
        self, asked: Asked, label: str, message: Message, *, stale: bool = False
    ) -> None:
        before = View() if stale else asked.view
        match label:
            case "next" | "back":
                asked.view = View(before.page + (1 if label == "next" else -1))
            case "full" | "hide":
                asked.view = View(1, label == "full")
            case "any-date":
                asked.outcome = self.newsroom.outcome(asked.text, None, any_date=True)
                self.ledger.remember(self.chat.id, asked.number)
        self.show(asked)
        data = _data_below(message, label, asked.view)
        toast = _TOASTS.get(label)
        await self.toasted(message, data, say(toast) if toast else None, stale=stale)
        await self.settled(asked.due)
        if label == "share":
            await self._until(lambda: _has(self.answer_of(asked), "button-share-link"))
            self.token, self._shared = _token(self.answer_of(asked)), asked
        if label in ("bad", "wrong"):
            asks = label == "bad"
            await self._until(lambda: _has(self.answer_of(asked), "reason-wrong") is asks)

    async def _until(self, condition: Callable[[], bool]) -> None:
        await self.server.wait_until(condition, PATIENCE_S)

    async def toasted(
        self, message: Message, data: str, toast: str | None, *, stale: bool = False
    ) -> None:
        """Press a button, and wait until it comes to rest."""
        toasts = self.ledger.toasts.setdefault(self.person.id, [])
        toasts.append(toast)
        self.server.press(message, data, self.person, stale=stale)

        def answered() -> bool:
            answers = self.server.callback_answers
            return sum(one.user_id == self.person.id for one in answers) >= len(toasts)

        await self.server.wait_until(answered, PATIENCE_S)

    async def do_press_unheard(self, place: str) -> None:
        message = self.answer_of(self.asked[int(place) - 1])
        data = next(one.callback_data for one in message.buttons if one.callback_data)
        await self.toasted(message, data, None)

    async def do_expired(self) -> None:
        words = "An answer of long ago"
        self.ledger.owe(self.chat.id, [Block((Run(words),))])
        button = InlineKeyboardButton(text="▶", callback_data="s:aaaaaaaaaa:2")
        old = Message(
            *(self.server._world.conversations.next_id(self.chat.id), self.chat),
            *(self.server.bot, 0, words),
            reply_markup=InlineKeyboardMarkup(inline_keyboard=[[button]]),
        )
        self.server._world.conversations.put(old)
        await self.toasted(old, "s:aaaaaaaaaa:2", say("press-expired"))

    async def do_start(self) -> None:
        self.say("/start")
        self._start = self.ledger.owe(self.chat.id, to_command("/start"))
        await self.settled(self._start)

    async def do_offer(self, place: str) -> None:
        (message,) = self.ledger.landed(self._start)
        button = message.buttons[int(place) - 1]
        outcome = self.newsroom.outcome(button.text, None)
        blocks = below_question(button.text, short(outcome, self.chat.id))
        due = self.ledger.owe(self.chat.id, blocks)
        number = int(outcome.query.searched.split()[1])
        asked = Asked(number, button.text, 0, outcome, due, by_press=True)
        self.asked.append(asked)
        self.ledger.remember(self.chat.id, number)
        await self.toasted(message, button.callback_data or "", None)
        await self.answered(asked)

    async def do_follow(self) -> None:
        blocks = below_question(self._shared.text, short(self._shared.outcome, self.friend.id))
        due = self.ledger.owe(self.friend.id, blocks)
        self.server.follow_link(self.token, self.friend)
        await self.settled(due)

    async def do_link(self) -> None:
        answer = await self._typed(f"share {self.token}", self.friend)
        (card,) = answer.results
        wanted = meant(below_question(self._shared.text, short(self._shared.outcome, None)))
        self.ledger.results.append((card.title, wanted, letters(card.text, card.entities)))

    async def do_inline(self) -> None:
        self.numbers += 1
        self._question = asking("What <of> &", "plain", self.numbers)
        self._found = await self._typed(self._question, self.person)
        self._check(0)

    async def do_more(self) -> None:
        before = self._found
        self._found = await self._typed(self._question, self.person, before.next_offset)
        self._check(int(before.next_offset.split(".")[1]))

    async def do_choose(self) -> None:
        self.server.choose(self._found, self._found.results[0].id, self.person, self.chat)

    def _check(self, first: int) -> None:
        found = self.newsroom.find(
            self._question, self.newsroom.ask("", None).query.asked, first, 10
        )
        for one, card in zip(found.articles, self._found.results, strict=True):
            assert isinstance(one.answer, Answer)
            title = " ".join(one.answer.citations[0].article.title.split())
            assert card.title == title
            wanted = meant(as_card(one.answer))
            self.ledger.results.append((title, wanted, letters(card.text, card.entities)))

    async def _typed(self, query: str, person: Person, offset: str = "") -> InlineAnswer:
        """What is offered; typed again where a restart has swallowed it."""
        typed: set[str] = set()

        def offered() -> list[InlineAnswer]:
            return [one for one in self.server.inline_answers if one.query_id in typed]

        while True:
            self.server.inline(query, person, offset)
            typed.add(self.server._world.answering.inlines.waiting[-1].id)
            try:
                await self.server.wait_until(offered, _TYPED_AGAIN_S)
            except TimeoutError:
                self.ledger.unanswered_inline += 1
                continue
            return offered()[0]


def _data_below(message: Message, label: str, view: View) -> str:
    """What the button carries that does this; ``view`` is the one that it leads to."""
    for data in (one.callback_data or "" for one in message.buttons):
        press = press_of(data)
        if press is None:
            found = label == "share" and share_of(data) is not None
        elif label in _VERDICTS:
            found = (press.act, press.verdict) == _VERDICTS[label]
        else:
            found = press.act is Act.SHOW and press.view == view
        if found:
            return data
    raise AssertionError(f"no button for {label} in {message.buttons}")


def _token(message: Message) -> str:
    button = next(one for one in message.buttons if one.text == say("button-share-link"))
    (link,) = parse_qs(urlsplit(button.url or "").query)["url"]
    return parse_qs(urlsplit(link).query)["start"][0]


def _has(message: Message, button: str) -> bool:
    return say(button) in [one.text for one in message.buttons]
