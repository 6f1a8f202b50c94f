"""What a reader sees in Telegram, with the real encoder, by polling and by webhook."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from syrupy.assertion import SnapshotAssertion

from bot.composition import Desk
from bot.conversation import Conversation
from bot.words import texts
from bot.words.saying import say
from tests.botapi import BotApiServer
from tests.end_to_end.telegram_stage import MODES, Stage, as_seen, assert_clean, on_stage
from tests.end_to_end.test_questions_on_the_seed import ANSWERED, REFUSED

pytestmark = pytest.mark.model

COMMANDS = (
    "/start",
    "/start from_a_link",
    "/help",
    "/new",
    "/sources",
    "/privacy",
    "/ask",
    "/ask What did Xi assure Putin of?",
    "/ASK@dateline_test_bot When did Russia launch its invasion?",
    "/weather tomorrow",
)
NO_QUESTIONS = {"emoji": "🙂🎉", "dots": "…", "blank": "\u2800", "slash": "/"}
ALL_YEAR_ROUND = [question for question in ANSWERED if "last year" not in question]
"""Questions whose replies do not change with the day on which the tests run."""
MARKUP = '<b>x</b> & "y" <script>'


@pytest_asyncio.fixture(params=MODES)
async def stage(request: pytest.FixtureRequest, desk: Desk) -> AsyncIterator[Stage]:
    async with on_stage(Conversation(desk.service, desk.index), request.param) as stage:
        yield stage
        assert_clean(stage.server)


@pytest.mark.parametrize("said", [*ALL_YEAR_ROUND, *REFUSED, *COMMANDS, MARKUP])
async def test_every_reply_is_the_reviewed_one_in_either_mode(
    desk: Desk, said: str, snapshot: SnapshotAssertion
) -> None:
    seen = []
    for mode in MODES:
        async with on_stage(Conversation(desk.service, desk.index), mode) as stage:
            seen.append([as_seen(message) for message in await stage.told(said)])
            assert_clean(stage.server)

    assert seen[0] == seen[1]
    assert "\n\n———\n\n".join(seen[0]) == snapshot


@pytest.mark.parametrize("said", NO_QUESTIONS.values(), ids=NO_QUESTIONS)
async def test_what_is_no_question_is_told_so(stage: Stage, said: str) -> None:
    (message,) = await stage.told(said)

    assert message.text == "I see no question there. Ask me something about the news."


async def test_a_photo_and_a_sticker_are_answered_in_words(stage: Stage) -> None:
    stage.server.photo(stage.reader)
    stage.server.sticker(stage.reader)

    assert [m.text for m in await stage.messages(2)] == [say("text-only")] * 2


async def test_five_thousand_characters_are_too_long_for_a_question(stage: Stage) -> None:
    """A client cuts them into two messages, the second of 904."""
    pasted = ("What did Xi assure Putin of? " * 200)[:5000]

    first, second = await stage.told(pasted[:4096], pasted[4096:])

    assert "too long for one question" in first.text
    assert "too long" not in second.text


async def test_commands_and_descriptions_are_set_at_the_start(stage: Stage) -> None:
    profile = stage.server.profile

    offered = [
        [(one.command, one.description) for one in commands]
        for commands in profile.commands.values()
    ]
    in_groups = (*texts.GROUP_COMMANDS, *texts.ADMIN_COMMANDS)
    assert offered == [
        texts.commands(),
        texts.commands(texts.GROUP_COMMANDS),
        texts.commands(in_groups),
    ]
    assert profile.descriptions == {"": say("description")}
    assert profile.short_descriptions == {"": say("short-description")}


async def test_every_listed_command_is_known(stage: Stage) -> None:
    replies = await stage.told(*(f"/{name}" for name, _ in texts.commands()))

    assert say("unknown-command") not in {message.text for message in replies}


async def test_typing_is_shown_before_the_answer(stage: Stage) -> None:
    await stage.told("What did Xi assure Putin of?")

    sent = [one.method for one in stage.server.requests if one.method.startswith("send")]
    assert sent == ["sendChatAction", "sendMessage"]
    assert stage.server.actions(stage.reader.id) == ("typing",)


async def test_previews_of_linked_pages_are_off(stage: Stage) -> None:
    await stage.told("What did Xi assure Putin of?")

    (sent,) = stage.server.calls("sendMessage")
    assert sent.params["link_preview_options"] == {"is_disabled": True}


async def test_twelve_chats_at_once_each_keep_their_order(stage: Stage) -> None:
    readers = [stage.server.user(2000 + number, f"Reader {number}") for number in range(12)]
    for said in ("What did Xi assure Putin of?", "/privacy", "Who won the World Cup?", "/ask"):
        for reader in readers:
            stage.server.say(said, reader)

    for reader in readers:
        first, second, third, fourth = await stage.messages(4, reader)
        assert "sovereignty and security" in first.text
        assert second.text == texts.privacy(None)
        assert third.text.startswith("The articles I have do not say.")
        assert fourth.text == say("ask-what")


class TestInAGroup:
    """Other people's talk is left alone; only what is plainly meant for the bot is answered."""

    @pytest.fixture
    def server(self, stage: Stage) -> BotApiServer:
        return stage.server

    async def test_only_commands_are_answered(self, stage: Stage, server: BotApiServer) -> None:
        group = server.group(-77, "Readers", stage.reader)
        server.say("What did Xi assure Putin of?", stage.reader, group)
        server.photo(stage.reader, "look", group)
        server.sticker(stage.reader, group)

        (reply,) = await stage.told("/ask@dateline_test_bot", chat=group)

        assert reply.text == say("ask-what")
        assert server.actions(group.id) == ("typing",)

    async def test_a_command_for_another_bot_is_left_alone(
        self, stage: Stage, server: BotApiServer
    ) -> None:
        group = server.group(-77, "Readers", stage.reader)
        server.say("/help@another_bot", stage.reader, group)

        (reply,) = await stage.told("/ask@Dateline_Test_Bot", chat=group)

        assert reply.text == say("ask-what")
