"""The buttons below an answer, pressed in Telegram, by polling and by webhook."""

import json
import logging
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.conversation import Conversation
from bot.settings_groups import AccessSettings
from bot.state.database import Database
from bot.state.feedback import Feedback, Verdict
from bot.state.journal import Journal
from bot.state.kept_answers import KeptAnswers
from bot.state.kept_turns import KeptTurns
from bot.state.retention import delete_old
from bot.words.saying import say
from index.articles import Article
from index.stored import Copy
from retrieval.outcomes import Hit, Outcome, Reason
from retrieval.query import Period, PeriodKind, Query, Times, Turn
from tests.bot.samples import (
    ASKED,
    BODY,
    SANK,
    SECOND,
    SIXTY,
    VALVE,
    FakeIndex,
    answer,
    article,
    citation,
    passage,
    refusal,
    summary,
)
from tests.bot.waiting import until
from tests.botapi import BotApiServer, Message, Person
from tests.end_to_end.telegram_stage import (
    EVERYBODY,
    MODES,
    Stage,
    assert_clean,
    on_stage,
    with_buttons,
)

BOT = 42
MORE = say("button-more", count=2)
FERRY = article(body=f"{BODY}\n\n{'Mist lay on the water. ' * 120}".strip())
KELP = article(
    id="kelp",
    title="Kelp <washes> ashore & stays",
    body="Kelp lay on the beach. It smelled.",
    outlet="Kelp Daily",
    url="https://kelp.example/1",
)
UNLINKED = article(id="paper", title="On paper only", body="It stood in print.", url=None)
IN_MAY = Period(date(2030, 5, 1), date(2030, 5, 31), PeriodKind.REPORTED, "in May 2030")


def hit(of: Article, first: str, last: str) -> Hit:
    return Hit(1, passage(of, first, last), of, 0.5, 0.8, None)


SUNK = replace(
    answer(citation(FERRY, SANK, within=(SANK, VALVE), answering=["at its berth"])),
    further=(hit(KELP, "Kelp", "smelled."), hit(UNLINKED, "It stood", "print.")),
)
NOT_IN_MAY = replace(
    refusal(reason=Reason.NOTHING_IN_PERIOD),
    query=Query("What sank in May 2030?", "What sank?", ASKED, Times(IN_MAY)),
    searched=replace(refusal().searched, first=IN_MAY.first, last=IN_MAY.last, articles=0),
)
TWO = answer(
    citation(FERRY, SECOND, within=(SECOND, SIXTY)),
    citation(KELP, "It smelled.", number=2),
)
LONG_PASSAGE = replace(
    answer(citation(KELP, "It smelled.")), further=(hit(FERRY, FERRY.body, FERRY.body),)
)


class Oracle:
    """Answers by the first word of the question; counts what it was asked of any date."""

    def __init__(self) -> None:
        self.of_any_date: list[tuple[str, tuple[Turn, ...]]] = []
        self.fails = 0

    def ask(
        self,
        question: str,
        asked: datetime,
        turns: Sequence[Turn] = (),
        *,
        any_date: bool = False,
    ) -> Outcome:
        if any_date:
            self.of_any_date.append((question, tuple(turns)))
            if self.fails:
                self.fails -= 1
                raise RuntimeError("the model stumbles")
            return replace(SUNK, query=replace(SUNK.query, as_asked=question, any_date=True))
        word = question.split()[0]
        said = {"When": NOT_IN_MAY, "Two": TWO, "Long": LONG_PASSAGE}.get(word, SUNK)
        return replace(said, query=replace(said.query, as_asked=question))


class Play:
    """A bot on stage whose buttons are pressed."""

    def __init__(self, stage: Stage, corpus: FakeIndex, oracle: Oracle) -> None:
        self.stage, self.server = stage, stage.server
        self.corpus, self.oracle = corpus, oracle

    async def ask(self, text: str = "What sank?", **where: object) -> Message:
        (message,) = await self.stage.told(text, **where)
        return message

    def now(self, message: Message) -> Message:
        """The message as it stands now."""
        return next(
            one
            for one in self.server.messages(message.chat.id)
            if one.message_id == message.message_id
        )

    async def press(
        self, message: Message, label: str, user: Person | None = None, *, stale: bool = False
    ) -> Message:
        """Press a button of the message; how it reads when all is done."""
        old = message if stale else self.now(message)
        data = next(one.callback_data for one in old.buttons if one.text == label)
        before = len(self.server.callback_answers)
        self.server.press(message, data or "", user or self.stage.reader, stale=stale)
        await self.server.wait_until(lambda: len(self.server.callback_answers) > before, 60.0)
        await self.settled()
        return self.now(message)

    async def settled(self) -> None:
        journal = Journal(self.stage.state, BOT)
        await until(lambda: journal.counts().open == 0)

    @property
    def toast(self) -> str | None:
        return self.server.callback_answers[-1].text

    def thought(self) -> dict[Verdict, int]:
        counts = Feedback(self.stage.state).counts()
        return {verdict: count for verdict, count in counts.items() if count}


class Playing:
    """Opens the stage anew, upon the same state."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.corpus, self.oracle = FakeIndex(summary()), Oracle()
        self.corpus.stored = {one.id: one for one in (FERRY, KELP, UNLINKED)}
        self.corpus.reprints = {"kelp": (Copy("copy", "Kelp", "The Echo", None, None),)}

    def conversation(self, state: Database) -> Conversation:
        return Conversation(self.oracle, self.corpus, KeptTurns(state), 30, KeptAnswers(state))

    def on_stage(
        self,
        mode: str = "polling",
        server: BotApiServer | None = None,
        access: AccessSettings = EVERYBODY,
    ) -> AbstractAsyncContextManager[Stage]:
        return on_stage(
            self.conversation,
            mode,
            folder=self.folder,
            server=server,
            corpus=self.corpus,
            access=access,
        )

    def of(self, stage: Stage) -> Play:
        return Play(stage, self.corpus, self.oracle)


@pytest.fixture
def playing(tmp_path: Path) -> Playing:
    return Playing(tmp_path)


async def test_every_view_is_the_reviewed_one_in_either_mode(
    tmp_path: Path, snapshot: SnapshotAssertion
) -> None:
    seen = []
    for mode in MODES:
        playing = Playing(tmp_path / mode)
        async with playing.on_stage(mode) as stage:
            seen.append(await every_view(playing.of(stage)))
            assert_clean(stage.server)

    assert seen[0] == seen[1]
    assert seen[0] == snapshot


async def every_view(play: Play) -> str:
    """Each kind of message that buttons stand below, or lead to."""
    seen = {}
    message = seen["the answer"] = await play.ask()
    labels = ("Full passage", "Hide passage", MORE, "→", "←", "👎", "Outdated")
    for number, label in enumerate(labels, 1):
        seen[f"{number}. then {label}"] = await play.press(message, label)
    refused = seen["nothing of the period"] = await play.ask("When was that?")
    seen["of any date"] = await play.press(refused, "Any date")
    two = seen["two articles"] = await play.ask("Two of them?")
    seen["in full"] = await play.press(two, "Full passage")
    play.corpus.stored["ferry"] = replace(FERRY, body="All is well.")
    seen["one of them changed"] = await play.press(two, "Hide passage")
    del play.corpus.stored["kelp"]
    seen["the other removed"] = await play.press(two, "Full passage")
    seen["a further one removed"] = await play.press(await play.ask(), MORE)
    return "\n\n———\n\n".join(f"({name})\n{with_buttons(one)}" for name, one in seen.items())


async def test_pressing_twice_does_nothing_twice(playing: Playing) -> None:
    async with playing.on_stage() as stage:
        play = playing.of(stage)
        message = await play.ask()
        first = await play.press(message, MORE, stale=True)
        again = await play.press(message, MORE, stale=True)

        assert first.text == again.text
        assert first.text.startswith("Also found, 2 of 3\n")
        assert [one.text for one in stage.server.callback_answers] == [None, None]
        assert {one.description.split(":")[1] for one in stage.server.refusals} <= {
            " message is not modified"
        }
        await play.press(message, "👎", stale=True)
        await play.press(message, "👎", stale=True)
        assert play.thought() == {Verdict.BAD: 1}
        assert len(stage.server.messages(stage.reader.id)) == 1


async def test_any_date_asks_the_same_question_once_and_the_chat_goes_on_from_there(
    playing: Playing,
) -> None:
    async with playing.on_stage() as stage:
        play = playing.of(stage)
        await play.ask("What sank?")
        message = await play.ask("When was that?")
        now = await play.press(message, "Any date")
        await play.press(message, "Any date", stale=True)

        assert SANK in now.text
        assert say("any-date") in now.text
        ((question, before),) = playing.oracle.of_any_date
        assert question == "When was that?"
        assert [turn.searched for turn in before] == ["What sank?"]
        turns = KeptTurns(stage.state).of(stage.reader.id, datetime.now(ASKED.tzinfo))
        assert turns[-1].articles == ("ferry",)


async def test_any_date_counts_as_a_question(playing: Playing) -> None:
    async with playing.on_stage(access=AccessSettings(questions_a_minute=1)) as stage:
        play = playing.of(stage)
        message = await play.ask("When was that?")
        now = await play.press(message, "Any date")

        assert play.toast == say("too-many-a-minute")
        assert now.text == message.text
        assert playing.oracle.of_any_date == []


async def test_what_fails_is_tried_again_and_then_told(
    playing: Playing, caplog: pytest.LogCaptureFixture
) -> None:
    async with playing.on_stage() as stage:
        play = playing.of(stage)
        message = await play.ask("When was that?")
        playing.oracle.fails = 2
        assert SANK in (await play.press(message, "Any date")).text

        message = await play.ask("When was that again?")
        playing.oracle.fails = 3
        now = await play.press(message, "Any date")
        assert play.toast == say("apology")
        assert now.text == message.text
        assert Journal(stage.state, BOT).counts().failed == 1
        assert len(stage.server.messages(stage.reader.id)) == 2


async def test_a_verdict_is_one_of_each_reader_and_may_change(playing: Playing) -> None:
    async with playing.on_stage() as stage:
        play = playing.of(stage)
        other = stage.server.user(1002, "Other")
        group = stage.server.group(-77, "Readers", stage.reader, other)
        message = await play.ask("/ask What sank?", chat=group)

        before = message.buttons
        await play.press(message, "👍")
        assert play.toast == say("feedback-kept")
        await play.press(message, "👎", other)
        assert play.toast == say("feedback-why")
        assert play.thought() == {Verdict.GOOD: 1, Verdict.BAD: 1}
        now = await play.press(message, "Wrong", other)
        assert play.thought() == {Verdict.GOOD: 1, Verdict.WRONG: 1}
        assert (now.text, now.buttons) == (message.text, before)
        await play.press(message, "👎")
        await play.press(message, "Back")
        assert play.thought() == {Verdict.BAD: 1, Verdict.WRONG: 1}
        assert [one.user_id for one in stage.server.callback_answers[-2:]] == [1001, 1001]


async def test_somebody_else_in_a_group_turns_pages_too(playing: Playing) -> None:
    async with playing.on_stage() as stage:
        play = playing.of(stage)
        other = stage.server.user(1002, "Other")
        group = stage.server.group(-77, "Readers", stage.reader, other)
        message = await play.ask("/ask What sank?", chat=group)

        assert "Kelp" in (await play.press(message, MORE, other)).text
        assert SANK in (await play.press(message, "←")).text
        assert_clean(stage.server)


async def test_operators_see_what_readers_think(playing: Playing) -> None:
    async with playing.on_stage(access=AccessSettings(operators=[1001])) as stage:
        play = playing.of(stage)
        message = await play.ask()
        await play.press(message, "👎")
        await play.press(message, "Not an answer")

        assert (
            "👍 0, 👎 1 (wrong 0, outdated 0, not an answer 1, other 0)"
            in (await play.ask("/admin")).text
        )


async def test_who_is_banned_presses_in_vain(playing: Playing) -> None:
    async with playing.on_stage(access=AccessSettings(banned=[1002])) as stage:
        play = playing.of(stage)
        other = stage.server.user(1002, "Other")
        group = stage.server.group(-77, "Readers", stage.reader, other)
        message = await play.ask("/ask What sank?", chat=group)
        now = await play.press(message, MORE, other)

        assert now.text == message.text
        assert play.toast is None


async def test_a_button_works_after_a_restart_and_expires_with_the_answer(
    playing: Playing,
) -> None:
    server = BotApiServer()
    await server.start()
    async with playing.on_stage(server=server) as stage:
        message = await playing.of(stage).ask()
    async with playing.on_stage(server=server) as stage:
        play = playing.of(stage)
        turned = await play.press(message, MORE)
        assert turned.text.startswith("Also found, 2 of 3\n")

        stage.state.call(delete_old(1, datetime.now().timestamp() + 2 * 86_400))
        now = await play.press(message, "→")
        assert now.text == turned.text
        assert play.toast == say("press-expired")
        assert len(say("press-expired")) <= 200
        assert_clean(server)
    await server.stop()


@pytest.mark.parametrize(("tries", "handled"), [(0, True), (2, True), (3, False)])
async def test_a_press_that_a_process_died_on_is_handled_by_the_next_but_not_for_ever(
    playing: Playing, tries: int, handled: bool
) -> None:
    server = BotApiServer()
    await server.start()
    async with playing.on_stage(server=server) as stage:
        message = await playing.of(stage).ask("When was that?")
    data = next(one.callback_data for one in message.buttons if one.text == "Any date")
    update = {
        "update_id": 5000,
        "callback_query": {
            "id": "77",
            "from": {"id": 1001, "is_bot": False, "first_name": "Rea"},
            "chat_instance": "1001",
            "data": data,
            "message": {
                "message_id": message.message_id,
                "date": 0,
                "chat": {"id": 1001, "type": "private", "first_name": "Rea"},
            },
        },
    }
    with Database(playing.folder) as state:
        journal = Journal(state, BOT)
        await journal.receive(5000, 1001, json.dumps(update))
        for _ in range(tries):
            journal.begin(5000)
    async with playing.on_stage(server=server) as stage:
        play = playing.of(stage)
        await play.settled()

        assert (SANK in play.now(message).text) is handled
        assert Journal(stage.state, BOT).counts().failed == (not handled)
        assert len(server.messages(1001)) == 1
    await server.stop()


async def test_a_changed_or_removed_article_is_told_instead_of_shown(playing: Playing) -> None:
    async with playing.on_stage() as stage:
        play = playing.of(stage)
        message = await play.ask()
        playing.corpus.stored["kelp"] = replace(KELP, body="Another text.", title="New headline")
        changed = await play.press(message, MORE)
        assert say("article-changed") in changed.text
        assert "New headline" in changed.text
        assert "smelled" not in changed.text
        assert "Open article" in [one.text for one in changed.buttons]

        del playing.corpus.stored["ferry"]
        removed = await play.press(message, "←")
        assert removed.text == say("article-removed")
        assert "Open article" not in [one.text for one in removed.buttons]
        await play.press(message, "👎")
        judged = await play.press(message, "Other")
        assert "Open article" not in [one.text for one in judged.buttons]
        assert_clean(stage.server)


async def test_never_more_than_four_hundred_words_of_an_article_in_one_chat(
    playing: Playing,
) -> None:
    async with playing.on_stage() as stage:
        play = playing.of(stage)
        message = await play.ask("Long ago?")
        page = await play.press(message, say("button-more", count=1))
        assert page.text.endswith("… the rest is behind the link")
        (quote,) = [
            one.of(page.text) for one in page.entities if one.type == "expandable_blockquote"
        ]
        shown = quote.removesuffix(" … the rest is behind the link")
        assert len(shown.split()) == 400
        assert FERRY.body.startswith(shown)

        answered = await play.ask("What sank?")
        full = await play.press(answered, "Full passage")
        assert "the rest is behind" not in full.text, "these words were shown before"
        two = await play.press(await play.ask("Two of them?"), "Full passage")
        assert f"{SECOND} {SIXTY}" in two.text

        other = stage.server.user(1002, "Other")
        elsewhere = await play.ask("Long ago?", user=other)
        assert shown in (await play.press(elsewhere, say("button-more", count=1), other)).text
        assert_clean(stage.server)


async def test_a_press_that_is_answered_too_late_is_no_fault(
    playing: Playing, caplog: pytest.LogCaptureFixture
) -> None:
    async with playing.on_stage() as stage:
        play = playing.of(stage)
        message = await play.ask()
        stage.server.fail_next(
            "answerCallbackQuery",
            400,
            "Bad Request: query is too old and response timeout expired or query ID is invalid",
        )
        data = next(one.callback_data for one in message.buttons if one.text == MORE)
        stage.server.press(message, data or "", stage.reader)
        await until(lambda: play.now(message).text.startswith("Also found, 2 of 3"))
        await play.settled()

        assert Journal(stage.state, BOT).counts().failed == 0
        assert not [one for one in caplog.records if one.levelno >= logging.WARNING]


@pytest.mark.parametrize("lost", ["drop_next", "drop_answer_next"])
async def test_a_lost_connection_costs_no_page_and_is_no_double(
    playing: Playing, lost: str
) -> None:
    async with playing.on_stage() as stage:
        play = playing.of(stage)
        message = await play.ask()
        getattr(stage.server, lost)("editMessageText")
        now = await play.press(message, MORE)

        assert now.text.startswith("Also found, 2 of 3")
        assert Journal(stage.state, BOT).counts().possible_doubles == 0


async def test_a_message_that_is_gone_is_left_alone(
    playing: Playing, caplog: pytest.LogCaptureFixture
) -> None:
    async with playing.on_stage() as stage:
        play = playing.of(stage)
        message = await play.ask()
        stage.server.fail_next("editMessageText", 400, "Bad Request: message to edit not found")
        await play.press(message, MORE)

        assert len(stage.server.messages(stage.reader.id)) == 1
        assert Journal(stage.state, BOT).counts().failed == 0
        assert not [one for one in caplog.records if one.levelno >= logging.WARNING]


async def test_a_button_of_an_unknown_kind_has_expired(playing: Playing) -> None:
    async with playing.on_stage("webhook") as stage:
        play = playing.of(stage)
        message = await play.ask()
        for data in ("nonsense", "s:aaaaaaaaaa:1"):
            forged = _with_data(message, data)
            before = len(stage.server.callback_answers)
            stage.server.press(forged, data, stage.reader, stale=True)
            await stage.server.wait_until(
                lambda before=before: len(stage.server.callback_answers) > before, 60.0
            )
            assert play.toast == say("press-expired")


async def test_a_key_of_another_chat_opens_nothing(playing: Playing) -> None:
    async with playing.on_stage() as stage:
        play = playing.of(stage)
        message = await play.ask()
        other = stage.server.user(1002, "Other")
        theirs = await play.ask("Two of them?", user=other)
        data = next(one.callback_data for one in message.buttons if one.text == MORE)
        stage.server.press(_with_data(theirs, data or ""), data or "", other, stale=True)
        await stage.server.wait_until(lambda: stage.server.callback_answers, 60.0)

        assert play.toast == say("press-expired")
        assert play.now(theirs).text == theirs.text


async def test_a_link_that_telegram_refuses_below_a_message_is_left_out(
    playing: Playing, caplog: pytest.LogCaptureFixture
) -> None:
    async with playing.on_stage() as stage:
        stage.server.fail_next("sendMessage", 400, "Bad Request: BUTTON_URL_INVALID")
        message = await playing.of(stage).ask()

        assert [one.text for one in message.buttons] == ["Full passage", MORE, "👍", "👎", "Share"]
        assert [one.type for one in message.entities].count("text_link") == 2
    assert "without its links below" in caplog.text


def _with_data(message: Message, data: str) -> Message:
    """The message with a button that carries this."""
    markup = message.reply_markup
    assert markup is not None
    button = markup.inline_keyboard[0][0].model_copy(update={"callback_data": data, "url": None})
    return replace(message, reply_markup=markup.model_copy(update={"inline_keyboard": [[button]]}))
