"""Who is let in, and what operators do from their private chat."""

import re
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from bot.conversation import Conversation
from bot.serving import UPDATES
from bot.settings_groups import AccessSettings
from bot.state.database import Database
from bot.state.journal import Journal
from bot.state.kept_ids import IdTable
from bot.words import admin_texts, texts
from bot.words.saying import say
from index.errors import IndexStoreError
from tests.bot.samples import FakeIndex, FakeService, summary
from tests.bot.waiting import until
from tests.botapi import BotApiServer
from tests.end_to_end.telegram_stage import Stage, assert_clean, on_stage

OPERATOR, OTHER = 1001, 1002

Opened = Callable[..., AbstractAsyncContextManager[Stage]]


@pytest.fixture
def corpus() -> FakeIndex:
    return FakeIndex(summary(1234))


@pytest.fixture
def opened(tmp_path: Path, corpus: FakeIndex) -> Opened:
    """A bot by these settings of access."""

    def staged(
        updates: Sequence[str] = UPDATES, **access: object
    ) -> AbstractAsyncContextManager[Stage]:
        given = AccessSettings(**({"operators": [OPERATOR]} | access))
        talk = Conversation(FakeService(), corpus)
        return on_stage(talk, updates=updates, folder=tmp_path, corpus=corpus, access=given)

    return staged


async def said_by(stage: Stage, *texts: str) -> list[str]:
    return [message.text for message in await stage.told(*texts)]


async def test_the_overview_tells_how_things_stand(opened: Opened) -> None:
    async with opened() as stage:
        *_, told = await said_by(stage, "Who sank?", "/help", "/admin")

        assert told.startswith(
            "Articles: 1,234 (passages: 9), revision 7\nUp for 0 h 0 min\n"
            "Questions: 0 answered, 1 refused\nSeconds to a reply: half 0.0"
        )
        assert f"\nChats: 1\nWaiting in the journal: 0\n\n{say('admin-usage')}" in told
        assert_clean(stage.server)


@pytest.mark.parametrize("said", ["/admin", "/admin ban 5", "/admin reload", "/ADMIN confirm X"])
async def test_to_anybody_else_and_in_groups_there_is_no_such_command(
    opened: Opened, corpus: FakeIndex, said: str
) -> None:
    async with opened() as stage:
        other = stage.server.user(OTHER, "Other")
        group = stage.server.group(-77, "Readers", stage.reader)

        (to_other,) = await stage.told(said, user=other)
        verb, *rest = said.split(maxsplit=1)
        stage.server.say(said, stage.reader, group)  # may be meant for another bot
        (in_group,) = await stage.told(" ".join([f"{verb}@dateline_test_bot", *rest]), chat=group)

        assert (to_other.text, in_group.text) == (say("unknown-command"),) * 2
        assert stage.server.actions(OTHER) == ("typing",)  # as before any reply
        assert corpus.opened_anew == 0
        assert_clean(stage.server)


async def test_the_index_is_opened_anew(opened: Opened, corpus: FakeIndex) -> None:
    async with opened() as stage:
        first, *_ = await said_by(stage, "/admin reload")
        corpus.fault = IndexStoreError("news/: cannot be read")
        second, *_ = await said_by(stage, "/admin reload")

    assert first == "Opened anew: 1,234 articles, revision 8."
    assert second == admin_texts.not_reloaded(corpus.fault)


async def test_a_ban_holds_at_once_and_after_a_restart(opened: Opened, tmp_path: Path) -> None:
    async with opened(banned=[6]) as stage:
        other = stage.server.user(OTHER, "Other")
        assert await said_by(stage, f"/admin ban {OTHER}") == [f"{OTHER} is banned."]
        stage.server.say("/help", other)
        assert await said_by(stage, f"/admin ban {OPERATOR}", "/admin unban 6") == [
            admin_texts.operators_stay(OPERATOR),
            admin_texts.unbanned(6, by_settings=True),
        ]

    async with opened() as stage:
        other = stage.server.user(OTHER, "Other")
        stage.server.say("/help", other)
        assert await said_by(stage, f"/admin unban {OTHER}") == [f"{OTHER} is not banned."]
        assert stage.server.messages(OTHER) == ()
        await stage.told("/help", user=other)
    with Database(tmp_path) as state:
        assert IdTable(state, "bans").all() == frozenset()


async def test_whoever_asks_too_often_is_told_so_once(opened: Opened) -> None:
    async with opened(questions_a_minute=1) as stage:
        other = stage.server.user(OTHER, "Other")
        first, second = await stage.told("/privacy", "/help", user=other)
        for _ in range(3):
            stage.server.say("/help", other)
            stage.server.photo(other)
        await said_by(stage, "/ask", "/ask")

        assert (first.text, "wait a minute" in second.text) == (texts.privacy(None), True)
        assert len(stage.server.messages(OTHER)) == 2
        journal = Journal(stage.state, 42)
        await until(lambda: journal.counts().open == 0)  # also of what was met with silence
        assert stage.server.actions(OTHER) == ("typing",)


async def test_whoever_is_not_invited_is_told_their_number(opened: Opened) -> None:
    async with opened(allowed=[5]) as stage:
        other = stage.server.user(OTHER, "Other")
        (told,) = await stage.told("/help", user=other)

    assert str(OTHER) in told.text


class TestBroadcasts:
    """A text to every chat, once it is confirmed."""

    @pytest.fixture
    async def stage(self, opened: Opened) -> AsyncIterator[Stage]:
        """A bot that is not told who blocks it, and finds out."""
        async with opened(("message",)) as stage:
            yield stage

    async def code(self, stage: Stage, text: str) -> str:
        """The code under which it is confirmed."""
        (asked,) = await said_by(stage, f"/admin broadcast {text}")
        assert text in asked
        return re.findall(r"/admin confirm (\w+)$", asked)[0]

    async def ended(self, stage: Stage) -> str:
        """What the operator is told at the end."""
        server = stage.server

        def told() -> list[str]:
            texts = [message.text for message in server.messages(OPERATOR)]
            return [text for text in texts if text.startswith("Sent to")]

        await server.wait_until(told, 20.0)
        return told()[0]

    async def test_it_goes_to_every_chat_and_forgets_those_that_are_gone(
        self, stage: Stage
    ) -> None:
        server = stage.server
        for number in range(3):
            await stage.told("/help", user=server.user(2000 + number, "Reader"))
        group = server.group(-77, "Readers", stage.reader)
        await stage.told("/help", chat=group)
        code = await self.code(stage, "Back at <noon> & so on")
        server.block(2001)
        server.move(group, -1077)
        server.say(f"/admin confirm {code.lower()}", stage.reader)

        told = await self.ended(stage)

        assert told == "Sent to 4; 1 gone or blocked, I know them no more."
        for chat in (2000, 2002, -1077):
            assert server.messages(chat)[-1].text == "Back at <noon> & so on"
        assert IdTable(stage.state, "chats").all() == {OPERATOR, 2000, 2002, -1077}

    async def test_it_is_not_sent_without_its_code(self, stage: Stage) -> None:
        await self.code(stage, "first")
        code = await self.code(stage, "second")
        assert await said_by(stage, "/admin confirm AAAAA") == [say("broadcast-no-code")]
        await said_by(stage, f"/admin confirm {code}")
        await self.ended(stage)

        assert "first" not in [message.text for message in stage.server.messages(OPERATOR)]
        assert await said_by(stage, f"/admin confirm {code}") == [say("broadcast-no-code")]

    async def test_a_chat_that_fails_is_counted(self, stage: Stage, server: BotApiServer) -> None:
        await stage.told("/help", user=server.user(2000, "Reader"))
        code = await self.code(stage, "news")
        server.say(f"/admin confirm {code}", stage.reader)
        await server.wait_until(
            lambda: any(m.text.startswith("Sending") for m in server.messages(OPERATOR))
        )
        server.fail_next("sendMessage", 500, "Internal Server Error")

        assert await self.ended(stage) == "Sent to 1; 1 failed, see the log."

    @pytest.fixture
    def server(self, stage: Stage) -> BotApiServer:
        return stage.server
