"""Asking inline, in any chat: what is offered, and what choosing it sends."""

import threading
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
import pytest_asyncio
from syrupy.assertion import SnapshotAssertion

from bot.composition import Desk
from bot.conversation import Conversation
from bot.inline.inline_queries import CARDS_A_PAGE
from bot.settings_groups import AccessSettings
from bot.state.journal import Journal
from bot.words.saying import say
from retrieval.article_search import FoundArticle, FoundArticles
from retrieval.outcomes import Answer, Refusal
from tests.bot.samples import SANK, Echo, answer, article, citation, refusal
from tests.bot.waiting import until
from tests.botapi.answering import InlineAnswer
from tests.end_to_end.telegram_stage import EVERYBODY, MODES, Stage, assert_clean, on_stage
from tests.end_to_end.test_telegram_buttons import Playing

XI = "What did Xi assure Putin of?"


class Shelf:
    """Twenty-five articles on anything; finds nothing on swimming, and may be held up."""

    def __init__(self) -> None:
        self.revision = 7
        self.asked: list[str] = []
        self.goes_on = threading.Event()
        self.goes_on.set()

    def find(
        self, question: str, asked: datetime, first: int, count: int
    ) -> FoundArticles | Refusal:
        self.asked.append(question)
        assert asked.tzinfo is not None
        assert self.goes_on.wait(30.0)
        if question == "fail":
            raise RuntimeError("the shelf is down")
        if "swam" in question:
            return refusal()
        numbers = range(25)[first : first + count]
        found = [FoundArticle(SANK, self._answer(question, number)) for number in numbers]
        return FoundArticles(tuple(found), first + count < 25, self.revision)

    def _answer(self, question: str, number: int) -> Answer:
        one = answer(citation(article(id=f"a{number}", title=f"Ferry {number}"), SANK))
        return replace(one, query=replace(one.query, as_asked=question))


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest_asyncio.fixture(params=MODES)
async def stage(request: pytest.FixtureRequest, shelf: Shelf) -> AsyncIterator[Stage]:
    async with on_stage(Echo(), request.param, articles=shelf) as stage:
        yield stage
        shelf.goes_on.set()
        assert_clean(stage.server)
        assert Journal(stage.state, 42).counts().failed == 0


async def answers(stage: Stage, count: int) -> tuple[InlineAnswer, ...]:
    await stage.server.wait_until(lambda: len(stage.server.inline_answers) >= count, 20.0)
    return stage.server.inline_answers


async def offered(stage: Stage, query: str, offset: str = "") -> InlineAnswer:
    """What is offered for a query."""
    before = len(stage.server.inline_answers)
    stage.server.inline(query, stage.reader, offset)
    return (await answers(stage, before + 1))[-1]


async def test_cards_come_ten_a_page_until_there_are_no_more(stage: Stage) -> None:
    pages = [await offered(stage, "ferry")]
    while pages[-1].next_offset:
        stage.server.next_page(pages[-1], stage.reader)
        pages.append((await answers(stage, len(pages) + 1))[-1])

    assert [len(page.results) for page in pages] == [10, 10, 5]
    titles = [one.title for page in pages for one in page.results]
    assert titles == [f"Ferry {number}" for number in range(25)]
    assert pages[0].next_offset == f"7.{CARDS_A_PAGE}"
    ids = [one.id for page in pages for one in page.results]
    assert len(set(ids)) == 25
    assert [one.id for one in (await offered(stage, "ferry")).results] == ids[:10]


async def test_choosing_a_card_sends_its_answer_and_the_bot_hears_nothing_of_it(
    stage: Stage,
) -> None:
    group = stage.server.group(-77, "Readers", stage.reader)
    found = await offered(stage, "  What <b>sank</b>? ")
    stage.server.choose(found, found.results[0].id, stage.reader, group)
    private = stage.server._world.directory.chat(1001)
    stage.server.choose(found, found.results[1].id, stage.reader, private)
    await stage.told("/ask", chat=group)

    (copy,) = [one for one in stage.server.history(-77) if one.via]
    assert copy.text == (
        f"Asked: “What <b>sank</b>?”\n\n{SANK} [1]\n\n[1] Ferry 0 · The Tidewater Post · 9 May 2031"
    )
    assert len(stage.server.messages(-77)) == 1
    assert stage.server.messages(1001) == ()


async def test_where_nothing_is_found_the_one_card_says_so(stage: Stage) -> None:
    found = await offered(stage, "who swam")

    (card,) = found.results
    assert card.title == "The articles I have do not say."
    assert card.text.startswith("Asked: “What swam?”\n\nThe articles I have do not say.")
    assert found.next_offset == ""


@pytest.mark.parametrize("typed", ["", "  ", "wh", " wh "])
async def test_what_is_too_short_leads_to_the_help(stage: Stage, shelf: Shelf, typed: str) -> None:
    found = await offered(stage, typed)

    assert found.results == ()
    assert found.button is not None
    assert (found.button.text, found.button.start_parameter) == (say("inline-how"), "help")
    assert shelf.asked == []
    stage.server.follow_link("help", stage.reader)
    (said,) = await stage.messages(1)
    assert said.text == "you said /start help"


async def test_a_list_ends_where_the_corpus_has_changed(stage: Stage, shelf: Shelf) -> None:
    first = await offered(stage, "ferry")
    shelf.revision = 8
    stage.server.next_page(first, stage.reader)
    *_, second = await answers(stage, 2)
    anew = await offered(stage, "ferry")

    assert (second.results, second.next_offset, second.cache_time_s) == ((), "", 0)
    assert len(anew.results) == 10
    assert (first.cache_time_s, anew.cache_time_s) == (30, 0)


@pytest.mark.parametrize("offset", ["x", "7", "7.10.5", "٧.١", "7." + "9" * 50])
async def test_an_offset_that_is_not_ours_is_the_beginning(stage: Stage, offset: str) -> None:
    assert (await offered(stage, "ferry", offset)).results[0].title == "Ferry 0"


async def test_while_a_reader_types_only_the_last_words_are_searched_for(
    stage: Stage, shelf: Shelf
) -> None:
    other = stage.server.user(1002, "Other")
    shelf.goes_on.clear()
    stage.server.inline("fer", stage.reader)
    await until(lambda: shelf.asked)
    stage.server.inline("ferr", stage.reader)
    stage.server.inline("quay", other)
    stage.server.inline("ferry", stage.reader)
    (said,) = await stage.told("meanwhile", user=other)  # questions do not wait for them
    shelf.goes_on.set()
    await answers(stage, 3)

    assert said.text == "you said meanwhile"
    assert shelf.asked == ["fer", "quay", "ferry"]
    answered = {one.query for one in stage.server.inline_answers}
    assert answered == {"fer", "quay", "ferry"}
    assert [one.data for one in stage.server.unanswered] == ["ferr"]


async def test_a_late_answer_is_no_fault(
    stage: Stage, shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    shelf.goes_on.clear()
    stage.server.inline("ferry", stage.reader)
    await until(lambda: shelf.asked)
    stage.server.expire_queries()
    shelf.goes_on.set()
    await stage.server.wait_until(lambda: stage.server.refusals)
    await offered(stage, "quay")

    (refused,) = stage.server.refusals
    assert "query is too old" in refused.description
    assert not [one for one in caplog.records if one.levelname in ("ERROR", "WARNING")]
    stage.server._world.record.refusals.clear()


async def test_a_fault_of_one_query_is_told_to_the_operator_and_holds_up_no_other(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    stage.server.inline("fail", stage.reader)
    assert len((await offered(stage, "ferry")).results) == 10

    (line,) = [one for one in caplog.records if one.levelname == "ERROR"]
    assert "could not be answered" in line.getMessage()


async def test_inline_queries_leave_nothing_in_the_journal(stage: Stage) -> None:
    await offered(stage, "ferry")
    await stage.told("hello")

    payloads = stage.state.call(
        lambda db: [one for (one,) in db.execute("SELECT payload FROM updates")]
    )
    assert len(payloads) == 1
    assert "inline_query" not in payloads[0]


async def test_a_shared_answer_that_is_not_there_is_said_to_be_gone(stage: Stage) -> None:
    found = await offered(stage, f"share {'x' * 22}")

    assert found.results == ()
    assert found.button is not None
    assert found.button.text == say("inline-not-shared")


async def test_a_shared_answer_is_offered_to_whoever_has_its_token(
    tmp_path: Path, shelf: Shelf
) -> None:
    playing = Playing(tmp_path)
    staged = on_stage(playing.conversation, folder=tmp_path, corpus=playing.corpus, articles=shelf)
    async with staged as stage:
        play = playing.of(stage)
        shared = await play.press(await play.ask(), say("button-share"))
        (query,) = [one.switch_inline_query for one in shared.buttons if one.switch_inline_query]
        found = await offered(stage, query or "")
        playing.corpus.stored.clear()
        gone = await offered(stage, query or "")

        (card,) = found.results
        assert card.title == "What sank?"
        assert SANK in card.text
        assert "Ferry sinks at berth · The Tidewater Post · 9 May 2031" in card.text
        assert SANK not in gone.results[0].text
        assert (found.cache_time_s, shelf.asked) == (0, [])
        assert_clean(stage.server)


class TestGuards:
    """Who may not ask may not ask inline."""

    async def found_by(
        self, shelf: Shelf, times: int = 1, **access: object
    ) -> tuple[InlineAnswer, ...]:
        async with on_stage(Echo(), articles=shelf, access=AccessSettings(**access)) as stage:
            for _ in range(times):
                await offered(stage, "ferry")
            assert_clean(stage.server)
            return stage.server.inline_answers

    async def test_the_banned_find_nothing_and_are_told_nothing(self, shelf: Shelf) -> None:
        (found,) = await self.found_by(shelf, banned=[1001])

        assert (found.results, found.button, found.is_personal) == ((), None, True)
        assert shelf.asked == []

    async def test_those_not_invited_are_told_so(self, shelf: Shelf) -> None:
        (found,) = await self.found_by(shelf, allowed=[5])

        assert found.button is not None
        assert found.button.text == say("inline-not-invited")
        assert (found.results, found.is_personal, found.cache_time_s) == ((), True, 0)

    async def test_what_the_invited_find_is_theirs_alone(self, shelf: Shelf) -> None:
        (invited,) = await self.found_by(shelf, allowed=[1001])
        (anybody,) = await self.found_by(shelf)

        assert (invited.is_personal, anybody.is_personal) == (True, False)
        assert len(invited.results) == 10

    async def test_twenty_one_in_a_minute_are_too_many_where_one_question_is_allowed(
        self, shelf: Shelf
    ) -> None:
        *found, last = await self.found_by(shelf, 21, questions_a_minute=1)

        assert all(len(one.results) == 10 for one in found)
        assert last.button is not None
        assert last.button.text == say("inline-too-many")
        assert (last.results, last.is_personal, last.cache_time_s) == ((), True, 0)


@pytest.mark.model
@pytest.mark.parametrize("typed", [XI, "Who won the World Cup?", "China Russia sovereignty"])
async def test_what_is_offered_is_the_reviewed_in_either_mode(
    desk: Desk, typed: str, snapshot: SnapshotAssertion
) -> None:
    seen = []
    for mode in MODES:
        talk = Conversation(desk.service, desk.index)
        async with on_stage(talk, mode, articles=desk.articles, access=EVERYBODY) as stage:
            found = await offered(stage, typed)
            seen.append(
                "\n\n———\n\n".join(
                    f"{one.title}\n{one.description}\n\n{one.text}" for one in found.results
                )
            )
            assert_clean(stage.server)

    assert seen[0] == seen[1] == snapshot
