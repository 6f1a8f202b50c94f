"""Each kind of message as a reader sees it: what the pictures in docs/conversation.md are made of.

Where one changes: ``pytest --snapshot-update`` here, then ``python docs/pictures/telegram.py``.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.json import JSONSnapshotExtension

from bot.composition import Desk
from bot.conversation import Conversation
from bot.example_shelf import Background, ExampleShelf
from bot.settings_groups import AccessSettings
from bot.state.database import Database
from bot.state.kept_answers import KeptAnswers
from bot.state.kept_turns import KeptTurns
from bot.words.saying import say
from retrieval.examples.choosing import Example
from tests.bot.samples import FakeIndex, summary
from tests.bot.waiting import until
from tests.botapi import Chat, Message, Person
from tests.botapi.answering import InlineAnswer
from tests.end_to_end import pictured, pictured_news
from tests.end_to_end.pictured import Entry
from tests.end_to_end.pictured_news import (
    ABOARD,
    ARTICLES,
    CARS,
    COST,
    EXAMPLES,
    MARCH,
    MARCHED,
    NEWEST,
    OLDEST,
    OUTLETS,
    PAYS,
    STORED,
    STRIKE,
    TOWNS,
    WHEN,
    WHY,
    Newsroom,
)
from tests.end_to_end.telegram_stage import EVERYBODY, assert_clean, on_stage
from tests.end_to_end.test_telegram_buttons import Play

NAME = "@dateline_test_bot"
SLOW_S = 1.0


class Tidewater(Play):
    """A bot on stage that answers from the invented newsroom."""

    @property
    def shown(self) -> list[Entry]:
        return pictured.messages(self.server.history(self.stage.reader.id))

    def anew(self, number: int) -> None:
        """Go on with another reader, whom the bot has not met."""
        self.stage.reader = self.server.user(2000 + number, "Rea")
        self.corpus.stored = {one.id: one for one in STORED}
        self.oracle.wait_s = 0.0

    def friends(self) -> tuple[Person, Chat]:
        """Somebody else, and a group of both."""
        ona = self.server.user(self.stage.reader.id + 1000, "Ona")
        return ona, self.server.group(-self.stage.reader.id, "Islanders", self.stage.reader, ona)

    async def listed(self) -> InlineAnswer:
        """What is listed when a question is typed behind the bot's name."""
        before = len(self.server.inline_answers)
        self.server.inline(WHY, self.stage.reader)
        await self.server.wait_until(lambda: len(self.server.inline_answers) > before)
        return self.server.inline_answers[-1]

    @property
    def toasted(self) -> Entry:
        return pictured.toast(self.toast)

    async def pressed(self, question: str, *labels: str) -> Message:
        """The answer to a question, once these buttons have been pressed in turn."""
        message = await self.ask(question)
        for label in labels:
            message = await self.press(message, label)
        return message

    async def shared(self) -> Message:
        """An answer, once its Share button has been pressed."""
        message = await self.ask(WHY)
        data = next(one.callback_data for one in message.buttons if one.text == say("button-share"))
        self.server.press(message, data or "", self.stage.reader)
        await until(lambda: self.now(message).reply_markup != message.reply_markup)
        return self.now(message)


class _Ready:
    """Examples that need no search."""

    def find(self, now: datetime) -> list[Example]:
        return [Example(question, "ferry") for question in EXAMPLES]

    def still_there(self, examples: Sequence[Example]) -> list[Example]:
        return list(examples)


@asynccontextmanager
async def tidewater(access: AccessSettings = EVERYBODY) -> AsyncIterator[Tidewater]:
    """Such a bot, on a stage of its own."""
    news = Newsroom()
    corpus = FakeIndex(summary(ARTICLES, OLDEST, NEWEST), *OUTLETS)
    corpus.stored = {one.id: one for one in STORED}
    examples = ExampleShelf(_Ready(), Background(), lambda: 1, UTC)
    examples.refresh()

    def conversation(state: Database) -> Conversation:
        return Conversation(
            *(news, corpus, KeptTurns(state), 30, KeptAnswers(state)), examples=examples.questions
        )

    async with on_stage(
        conversation, corpus=corpus, articles=news, examples=examples, access=access
    ) as stage:
        yield Tidewater(stage, corpus, news)
        assert_clean(stage.server)


async def start(play: Tidewater) -> Entry:
    await play.ask("/start")
    return pictured.chat(play.shown)


async def question(play: Tidewater) -> Entry:
    await play.ask(WHY)
    return pictured.chat(play.shown)


async def full(play: Tidewater) -> Entry:
    await play.pressed(WHEN, say("button-full"))
    return pictured.chat(play.shown)


async def full_of_two(play: Tidewater) -> Entry:
    await play.pressed(WHY, say("button-full"))
    return pictured.chat(play.shown)


async def further(play: Tidewater) -> Entry:
    await play.pressed(WHY, say("button-more", count=4))
    return pictured.chat(play.shown)


async def no_date(play: Tidewater) -> Entry:
    await play.ask(MARCH)
    return pictured.chat(play.shown)


async def any_date(play: Tidewater) -> Entry:
    await play.pressed(MARCH, say("button-any-date"))
    return pictured.chat(play.shown)


async def follow_up(play: Tidewater) -> Entry:
    await play.stage.told(WHY, ABOARD)
    return pictured.chat(play.shown[2:])


async def closest(play: Tidewater) -> Entry:
    await play.ask(PAYS)
    return pictured.chat(play.shown)


async def a_list(play: Tidewater) -> Entry:
    await play.ask(TOWNS)
    return pictured.chat(play.shown)


async def timeline(play: Tidewater) -> Entry:
    await play.ask(STRIKE)
    return pictured.chat(play.shown)


async def differing(play: Tidewater) -> Entry:
    await play.ask(MARCHED)
    return pictured.chat(play.shown)


async def refusal(play: Tidewater) -> Entry:
    await play.ask(COST)
    return pictured.chat(play.shown)


async def arabic(play: Tidewater) -> Entry:
    await play.ask(CARS)
    return pictured.chat(play.shown)


async def feedback(play: Tidewater) -> Entry:
    await play.pressed(WHEN, say("button-bad"))
    return pictured.chat([*play.shown, play.toasted])


async def share(play: Tidewater) -> Entry:
    await play.shared()
    return pictured.chat([*play.shown, play.toasted])


async def shared(play: Tidewater) -> Entry:
    button = (await play.shared()).buttons[-1]
    other, _ = play.friends()
    play.server.follow_link((button.switch_inline_query or "").split()[-1], other)
    return pictured.chat([pictured.message(one) for one in await play.stage.messages(1, other)])


async def edited(play: Tidewater) -> Entry:
    message = await play.ask(WHY)
    play.server.edit(1, WHEN, play.stage.reader.id)
    await until(lambda: play.now(message).text != message.text)
    return pictured.chat(play.shown)


async def changed(play: Tidewater) -> Entry:
    await play.pressed(WHY, say("button-full"))
    play.corpus.stored["ferry"] = replace(pictured_news.FERRY, body="Corrected.")
    (message,) = play.server.messages(play.stage.reader.id)
    await play.press(message, say("button-hide"))
    return pictured.chat(play.shown)


async def group(play: Tidewater) -> Entry:
    ona, people = play.friends()
    topic = play.server.topic(people, "Ferry")
    play.server.say("No boat again this morning", ona, people, topic=topic)
    play.server.say(f"{NAME} {WHY}", play.stage.reader, people, topic=topic)
    await play.server.wait_for_messages(people.id, 1)
    return pictured.chat(pictured.messages(play.server.history(people.id)), "Islanders", "Ferry")


async def inline(play: Tidewater) -> Entry:
    return pictured.chat([pictured.cards(await play.listed())], "Ona")


async def chosen(play: Tidewater) -> Entry:
    _, people = play.friends()
    found = await play.listed()
    play.server.choose(found, found.results[0].id, play.stage.reader, people)
    await play.stage.told("/ask", chat=people)
    return pictured.chat(pictured.messages(play.server.history(people.id))[:1], "Islanders")


async def draft(play: Tidewater) -> Entry:
    play.oracle.wait_s = SLOW_S
    await play.ask(WHY)
    (one,) = play.server.drafts(play.stage.reader.id)
    return pictured.chat([play.shown[0], pictured.draft(one.text)])


async def help_(play: Tidewater) -> Entry:
    await play.ask("/help")
    return pictured.chat(play.shown)


async def privacy(play: Tidewater) -> Entry:
    await play.ask("/privacy")
    return pictured.chat(play.shown)


async def sources(play: Tidewater) -> Entry:
    await play.ask("/sources")
    return pictured.chat(play.shown)


async def not_answered(play: Tidewater) -> Entry:
    play.server.sticker(play.stage.reader)
    await play.stage.messages(1)
    await play.stage.told("Good morning", "/weather")
    return pictured.chat(play.shown)


SCENES: dict[str, Callable[[Tidewater], Awaitable[Entry]]] = {
    "start": start,
    "question": question,
    "full": full,
    "full-of-two": full_of_two,
    "further": further,
    "no-date": no_date,
    "any-date": any_date,
    "follow-up": follow_up,
    "closest": closest,
    "list": a_list,
    "timeline": timeline,
    "differing": differing,
    "refusal": refusal,
    "arabic": arabic,
    "feedback": feedback,
    "share": share,
    "shared": shared,
    "edited": edited,
    "changed": changed,
    "group": group,
    "inline": inline,
    "chosen": chosen,
    "draft": draft,
    "help": help_,
    "privacy": privacy,
    "sources": sources,
    "not-answered": not_answered,
}


@pytest.fixture
def as_json(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(JSONSnapshotExtension)


async def test_every_message_is_the_reviewed_one(as_json: SnapshotAssertion) -> None:
    async with tidewater() as play:
        for number, (name, scene) in enumerate(SCENES.items()):
            play.anew(number)
            assert await scene(play) == as_json(name=name)


async def test_what_readers_are_told_who_are_not_let_in(as_json: SnapshotAssertion) -> None:
    async with tidewater(AccessSettings(questions_a_minute=1)) as play:
        await play.stage.told(WHEN, WHEN)
        entries = play.shown[2:]
    async with tidewater(AccessSettings(allowed=[1])) as play:
        await play.ask(WHEN)
        entries += play.shown

    assert pictured.chat(entries) == as_json(name="guards")


@pytest.mark.model
async def test_the_first_questions_of_the_seed_corpus(
    desk: Desk, as_json: SnapshotAssertion
) -> None:
    async with on_stage(
        lambda state: desk.kept_conversation(state, 30), corpus=desk.index
    ) as stage:
        await stage.told("What did Xi assure Putin of?", "Who won the World Cup?")
        entries = pictured.messages(stage.server.history(stage.reader.id))

    assert pictured.chat(entries) == as_json(name="seed")
