"""The bot among people: what it hears, where it answers, and who tells it to be quiet."""

import json
import logging
from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path

import pytest
import pytest_asyncio
from syrupy.assertion import SnapshotAssertion

from bot.composition import Desk
from bot.conversation import Conversation, Reply, Said
from bot.layout.compact_blocks import MOST_LINES
from bot.layout.outgoing import Outgoing
from bot.settings_groups import AccessSettings
from bot.state.database import Database
from bot.state.journal import Journal
from bot.state.kept_ids import IdTable
from bot.words.saying import say
from tests.bot.samples import SANK, VALVE
from tests.bot.waiting import until
from tests.botapi import BotApiServer, Chat, Message, Person
from tests.botapi.membership import change_to_api
from tests.end_to_end.telegram_stage import MODES, Stage, as_seen, assert_clean, on_stage
from tests.end_to_end.test_telegram_buttons import Playing

GROUP, NAME = -77, "@dateline_test_bot"
UNKNOWN, HOW = say("unknown-command"), say("group-how", bot=NAME[1:], mentions="unheard")
OFF, ON = say("answering-off"), say("answering-on")
XI = "What did Xi assure Putin of?"


class Talker:
    """Says back what it was told."""

    def reply(self, text: str, asked: datetime, chat: object, message: object = None) -> Reply:
        return Said(f"you said: {text}")

    def follow_up(
        self, text: str, asked: datetime, chat: object, message: object, answer: object
    ) -> Reply:
        return Said(f"you said: {text}")


@pytest_asyncio.fixture(params=MODES)
async def stage(request: pytest.FixtureRequest) -> AsyncIterator[Stage]:
    async with on_stage(Talker(), request.param) as stage:
        yield stage
        assert_clean(stage.server)
        assert Journal(stage.state, 42).counts().failed == 0


@pytest.fixture
def admin(stage: Stage) -> Person:
    return stage.server.user(1002, "Ona")


@pytest.fixture
def group(stage: Stage, admin: Person) -> Chat:
    group = stage.server.group(GROUP, "Readers", stage.reader, admin)
    stage.server.promote(group, admin)
    return group


async def said_in(stage: Stage, group: Chat, *texts: str, user: Person | None = None) -> list[str]:
    """What the bot says in the group while these are said, up to its answer to a last one."""
    before = len(stage.server.messages(group.id))
    for text in texts:
        stage.server.say(text, user or stage.reader, group)
    stage.server.say("/ask the last", user or stage.reader, group)

    def answers() -> tuple[Message, ...]:
        return stage.server.messages(group.id)[before:]

    await stage.server.wait_until(
        lambda: any(one.text == "you said: /ask the last" for one in answers()), 20.0
    )
    return [one.text for one in answers()][:-1]


async def test_mentions_commands_and_replies_are_answered_as_replies(
    stage: Stage, group: Chat
) -> None:
    server = stage.server
    (first,) = await stage.told("/ask Who sank?", chat=group)
    server.say("And when?", stage.reader, group, reply_to=first)
    *_, second = await server.wait_for_messages(GROUP, 2)
    (third,) = await stage.told(f"🗞 {NAME.upper()}, who sank?", chat=group)

    assert [one.text for one in (first, second, third)] == [
        "you said: /ask Who sank?",
        "you said: And when?",
        "you said: 🗞 who sank?",
    ]
    questions = [one for one in server.history(GROUP) if one.author == stage.reader]
    assert [one.reply_to for one in (first, second, third)] == [one.message_id for one in questions]


async def test_other_talk_is_left_alone_and_leaves_no_trace(stage: Stage, group: Chat) -> None:
    server = stage.server
    echo = server.another_bot(77, "Echo", "echo_bot")
    bots = server.group(-78, "Bots", stage.reader, echo)
    channel = server.channel(-9, "Gazette")
    server.post(f"{NAME} /ask", channel, group)
    server.edit(1, f"/ask {NAME}", channel.id)
    server.say(f"{NAME} /ask", echo, bots)
    server.say("Who sank?", stage.reader, group)
    server.edit(2, "Who sank then?", GROUP)
    server.say("yes", stage.reader, group, reply_to=2)
    server.topic(group, "News")
    server.sticker(stage.reader, group)

    assert await said_in(stage, group, "/weather", "/help@echo_bot", "@echo_bot who?") == []
    assert server.messages(-78) == server.messages(-9) == ()
    assert server.actions(GROUP) == ("typing",)


async def test_an_answer_stays_in_the_topic_of_its_question(stage: Stage, group: Chat) -> None:
    server = stage.server
    news, sport = server.topic(group, "News"), server.topic(group, "Sport")
    for topic in (sport, news, None):
        server.say("/ask Who won?", stage.reader, group, topic=topic)
    answers = await server.wait_for_messages(GROUP, 3)
    for one in answers:
        server.say("When?", stage.reader, group, reply_to=one)
    answers = await server.wait_for_messages(GROUP, 6)

    assert [one.thread for one in answers] == [sport, news, None] * 2
    assert all(one.reply_to is not None for one in answers)


async def test_a_question_that_is_gone_is_answered_all_the_same(stage: Stage, group: Chat) -> None:
    stage.server.fail_next("sendMessage", 400, "Bad Request: message to be replied not found")
    (said,) = await stage.told("/ask Who sank?", chat=group)

    assert said.reply_to is None
    assert len(stage.server.calls("sendMessage")) == 2
    stage.server._world.record.refusals.clear()


async def test_a_photo_that_is_meant_for_the_bot_is_answered_in_words(
    stage: Stage, group: Chat
) -> None:
    stage.server.photo(stage.reader, f"{NAME} who is this?", group)
    stage.server.photo(stage.reader, "who is this?", group)

    assert await said_in(stage, group) == [say("text-only")]


async def test_start_and_help_take_a_line_or_two(stage: Stage, group: Chat) -> None:
    said = await said_in(stage, group, "/start", f"/help{NAME}")

    assert said == [HOW, say("group-help", bot=NAME[1:], mentions="unheard")]
    assert [len(one.splitlines()) for one in said] == [1, 2]


class TestAnswering:
    """The admins of a group say whether the bot answers there."""

    async def test_off_is_off_for_all_but_the_switch(
        self, stage: Stage, group: Chat, admin: Person
    ) -> None:
        assert await stage.told("/answering off", user=admin, chat=group)
        stage.server.say("/ask Who sank?", stage.reader, group)
        stage.server.say(f"{NAME} Who sank?", admin, group)
        stage.server.say("/help", admin, group)
        stage.server.say(f"/answering{NAME} on", stage.reader, group)
        stage.server.photo(stage.reader, f"{NAME} who?", group)
        await stage.told("/answering", "/answering on", user=admin, chat=group)
        said = [message.text for message in stage.server.messages(GROUP)]

        assert said == [OFF, OFF, ON]
        assert await said_in(stage, group) == []
        assert stage.server.actions(GROUP) == ("typing",)

    async def test_to_others_there_is_no_such_command(self, stage: Stage, group: Chat) -> None:
        said = await said_in(
            stage, group, "/answering off", f"/answering{NAME} off", f"/answering{NAME}"
        )

        assert said == [UNKNOWN] * 2

    async def test_who_hides_behind_the_group_is_an_admin_and_behind_a_channel_is_not(
        self, stage: Stage, group: Chat, admin: Person
    ) -> None:
        server = stage.server
        channel = server.channel(-9, "Gazette")
        server.promote(channel, admin)
        server.say(f"/answering{NAME} off", admin, group, name_of=channel)
        await server.wait_for_messages(GROUP, 1)
        server.say("/answering off", admin, group, name_of=group)

        said = [one.text for one in await server.wait_for_messages(GROUP, 2)]
        assert said == [UNKNOWN, OFF]

    async def test_the_owner_may_too_and_in_private_there_is_no_such_command(
        self, stage: Stage
    ) -> None:
        group = stage.server.group(-79, "Own", stage.reader)
        stage.server.promote(group, stage.reader, owner=True)

        (off,) = await stage.told("/ANSWERING off", chat=group)
        (private,) = await stage.told("/answering on")
        assert (off.text, private.text) == (OFF, "you said: /answering on")

    async def test_a_silent_group_gets_no_broadcasts(
        self, stage: Stage, group: Chat, admin: Person
    ) -> None:
        chats = [await _chats(stage)]
        for wish in ("/answering", "/answering off", "/answering on"):
            await stage.told(wish, user=admin, chat=group)
            chats.append(await _chats(stage))

        assert [GROUP in known for known in chats] == [False, True, False, True]

    async def test_what_is_set_outlives_the_bots_being_thrown_out(
        self, stage: Stage, group: Chat, admin: Person
    ) -> None:
        server = stage.server
        await stage.told("/answering off", user=admin, chat=group)
        server.block(GROUP, admin)
        server.unblock(GROUP, admin)
        server.say("/ask Who sank?", stage.reader, group)
        (said,) = await stage.told("/answering", user=admin, chat=group)

        assert said.text == OFF

    @pytest.mark.parametrize("told", ["migrate_to_chat_id", "migrate_from_chat_id"])
    async def test_it_follows_the_group_to_its_new_id(
        self, stage: Stage, group: Chat, admin: Person, told: str
    ) -> None:
        server = stage.server
        await stage.told("/answering off", user=admin, chat=group)
        moved = server.move(group, -1077)
        server.promote(moved, admin)
        here, there = (group, moved) if told == "migrate_to_chat_id" else (moved, group)
        service = {"message_id": 99, "date": 0, "chat": here.to_api(), told: there.id}
        server._world.queue.push("message", service)
        await until(lambda: IdTable(stage.state, "silent_groups").all() == {-1077})
        server.say("/ask Who sank?", stage.reader, moved)
        (said,) = await stage.told("/answering", user=admin, chat=moved)

        assert said.text == OFF


async def _chats(stage: Stage) -> frozenset[int]:
    await stage.told("a moment")  # what changes the list is done before the next message
    return IdTable(stage.state, "chats").all()


class TestComingAndGoing:
    """What becomes of the bot in a chat."""

    async def test_a_group_that_takes_the_bot_in_is_told_how_to_ask(
        self, stage: Stage, group: Chat, admin: Person
    ) -> None:
        stage.server.block(GROUP, admin)
        stage.server.unblock(GROUP, admin)
        stage.server.promote(group, stage.server.bot)

        assert await said_in(stage, group) == [HOW]

    async def test_a_chat_that_throws_it_out_is_forgotten(
        self, stage: Stage, group: Chat, caplog: pytest.LogCaptureFixture
    ) -> None:
        await stage.told("/ask", chat=group)
        await stage.told("hello")
        stage.server.block(GROUP)
        stage.server.block(stage.reader.id)
        other = stage.server.user(1003, "Ulf")
        chats = IdTable(stage.state, "chats")
        for _ in range(20):
            await stage.told("a moment", user=other)
            chats = IdTable(stage.state, "chats")
            if chats.all() == {other.id}:
                break

        assert chats.all() == {other.id}
        assert not [one for one in caplog.records if one.levelno > logging.INFO]

    async def test_in_a_channel_it_says_nothing(self, stage: Stage) -> None:
        channel = stage.server.channel(-9, "Gazette")
        stage.server.block(channel.id)
        stage.server.unblock(channel.id)
        await stage.told("a moment", "another")

        assert stage.server.messages(channel.id) == ()


async def test_a_group_that_is_not_invited_is_not_greeted() -> None:
    async with on_stage(Talker(), access=AccessSettings(allowed=[1001])) as stage:
        group = stage.server.group(GROUP, "Readers", stage.reader)
        stage.server.block(GROUP, stage.server.user(1003, "Ulf"))
        stage.server.unblock(GROUP, stage.server.user(1004, "Una"))

        assert await said_in(stage, group) == []


@pytest.mark.parametrize("sent", [0, 1])
async def test_a_greeting_that_was_being_sent_is_sent_once(tmp_path: Path, sent: int) -> None:
    """A process that was killed left it behind; where it was sent already nothing is said."""
    server = BotApiServer()
    await server.start()
    group = server.group(GROUP, "Readers", server.user(1001, "Rea"))
    change = change_to_api(group, server.user(1002, "Ona"), server.bot, "left", "member")
    with Database(tmp_path) as state:
        journal = Journal(state, 42)
        payload = json.dumps({"update_id": 5, "my_chat_member": change})
        await journal.receive(5, GROUP, payload)
        await journal.replied(5, [Outgoing(HOW)])
        await journal.sent(5, sent)
    async with on_stage(Talker(), folder=tmp_path, server=server) as stage:
        await said_in(stage, group)
        failed = Journal(stage.state, 42).counts().failed
    await server.stop()

    said = [message.text for message in server.messages(GROUP)]
    assert said[:-1] == [HOW] * (1 - sent)
    assert failed == 0


async def test_views_of_an_answer_are_compact_in_a_group_and_in_a_silent_one_stay_as_they_are(
    tmp_path: Path,
) -> None:
    playing = Playing(tmp_path)
    async with playing.on_stage() as stage:
        play, group = playing.of(stage), stage.server.group(GROUP, "Readers", stage.reader)
        stage.server.promote(group, stage.reader)
        asked = await play.ask("/ask What sank?", chat=group)
        full = await play.press(asked, say("button-full"))
        again = await play.press(full, say("button-hide"))
        await stage.told("/answering off", chat=group)
        silent = await play.press(asked, say("button-full"))

        assert VALVE in full.text
        assert asked.text == again.text == silent.text
        assert (
            asked.text
            == f"{SANK} [1]\n\n[1] Ferry sinks at berth · The Tidewater Post · 9 May 2031"
        )
        assert play.toast is None
        assert_clean(stage.server)


@pytest.mark.model
@pytest.mark.parametrize(
    "said",
    [f"{NAME} {XI}", "/ask Who won the World Cup?", "/ask in June 2022: What did Xi assure?"],
)
async def test_an_answer_in_a_group_is_the_reviewed_one_in_either_mode(
    desk: Desk, said: str, snapshot: SnapshotAssertion
) -> None:
    seen = []
    for mode in MODES:
        async with on_stage(Conversation(desk.service, desk.index), mode) as stage:
            group = stage.server.group(GROUP, "Readers", stage.reader)
            (answer,) = await stage.told(said, chat=group)
            seen.append(as_seen(answer))
            assert_clean(stage.server)

    assert seen[0] == seen[1] == snapshot
    assert len([line for line in answer.text.splitlines() if line]) <= MOST_LINES
