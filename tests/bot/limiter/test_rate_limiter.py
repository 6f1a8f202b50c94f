"""Never over Telegram's limits, no chat at another's cost, and what is urgent first."""

import asyncio
import logging
from dataclasses import dataclass
from datetime import timedelta

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegram.error import BadRequest, NetworkError, RetryAfter, TimedOut

from bot.limiter.rate_limiter import RateLimiter
from bot.limiter.schedule import Priority
from tests.bot.limiter.flood_server import FloodServer, flood, outcome_of
from tests.bot.limiter.virtual_time import in_virtual_time
from tests.botapi import RateLimits

READER, OTHER, GROUP = 11, 12, -13
FEW_CHATS = st.sampled_from([READER, OTHER, GROUP, -14])


@dataclass(frozen=True)
class Wish:
    """A message that wants to be sent ``after_s`` the one before."""

    chat: int
    after_s: float
    takes_s: float
    priority: Priority = Priority.ANSWER


def wishes(chats: st.SearchStrategy[int], most: int, takes: float = 2.0) -> st.SearchStrategy:
    pauses = st.sampled_from([0.0, 0.0, 0.0, 0.3, 2.0])
    wish = st.builds(Wish, chats, pauses, st.floats(0, takes), st.sampled_from(Priority))
    return st.lists(wish, min_size=1, max_size=most)


async def carried_out(server: FloodServer, plan: list[Wish]) -> None:
    async with asyncio.TaskGroup() as group:
        for number, wish in enumerate(plan):
            await asyncio.sleep(wish.after_s)
            asking = server.ask(
                wish.chat, f"{number}", priority=wish.priority, takes_s=wish.takes_s
            )
            group.create_task(asking)


def most_within(moments: list[float], period_s: float) -> int:
    """The most that any such period holds."""
    return max(sum(0 <= at - one < period_s for at in moments) for one in moments)


@settings(max_examples=25, deadline=None)
@given(wishes(FEW_CHATS, 40))
def test_a_strict_server_never_has_to_refuse_a_few_busy_chats(plan: list[Wish]) -> None:
    async def run() -> FloodServer:
        await carried_out(server := FloodServer(), plan)
        return server

    server = in_virtual_time(run())
    assert server.refused == []
    assert sorted(map(int, server.labels())) == list(range(len(plan)))


@settings(max_examples=10, deadline=None)
@given(wishes(st.integers(1, 200), 90))
def test_no_second_holds_over_thirty_messages(plan: list[Wish]) -> None:
    async def run() -> FloodServer:
        await carried_out(server := FloodServer(limits=RateLimits()), plan)
        return server

    assert most_within(in_virtual_time(run()).moments(), 1.0) <= 30


@pytest.mark.parametrize(
    ("chats", "count", "period_s", "most", "last_s"),
    [
        ([*range(1, 101)], 100, 1.0, 30, 3.0),
        ([READER], 10, 3.0, 3, 9.0),
        ([GROUP], 50, 60.0, 20, 2 * 60.0 + 3 * 3.0),
    ],
)
def test_a_rush_is_sent_as_fast_as_the_limits_allow(
    chats: list[int], count: int, period_s: float, most: int, last_s: float
) -> None:
    async def run() -> FloodServer:
        plan = [Wish(chats[number % len(chats)], 0.0, 0.0) for number in range(count)]
        await carried_out(server := FloodServer(), plan)
        return server

    server = in_virtual_time(run())
    assert server.refused == []
    assert most_within(server.moments(), period_s - 1e-6) == most
    assert server.moments()[-1] == pytest.approx(last_s, abs=0.1)


@settings(max_examples=25, deadline=None)
@given(wishes(FEW_CHATS, 20), st.dictionaries(st.integers(0, 5), st.integers(1, 40)))
def test_a_chat_keeps_its_order_through_flood_waits(
    plan: list[Wish], waits: dict[int, int]
) -> None:
    async def run() -> FloodServer:
        faults = {READER: [flood(wait) for wait in waits.values()]}
        await carried_out(server := FloodServer(faults=faults), plan)
        return server

    server = in_virtual_time(run())
    for chat in {wish.chat for wish in plan}:
        for priority in Priority:
            wanted = [
                f"{number}"
                for number, wish in enumerate(plan)
                if wish.chat == chat and wish.priority == priority
            ]
            assert [one for one in server.labels(chat) if one in wanted] == wanted


@settings(max_examples=20, deadline=None)
@given(wishes(FEW_CHATS, 25, takes=0.2), st.integers(1, 280))
def test_no_chat_waits_for_the_flood_wait_of_another(plan: list[Wish], wait: int) -> None:
    async def run(faults: list[Exception]) -> FloodServer:
        await carried_out(server := FloodServer(faults={READER: faults}), plan)
        return server

    held, free = in_virtual_time(run([flood(wait)])), in_virtual_time(run([]))
    for chat in {wish.chat for wish in plan} - {READER}:
        assert held.moments(chat) == pytest.approx(free.moments(chat))


def test_a_flood_wait_holds_back_its_chat_for_as_long_as_it_says(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def run() -> FloodServer:
        server = FloodServer(faults={READER: [flood(7), flood(30)]})
        await carried_out(server, [Wish(READER, 0, 0), Wish(READER, 0, 0), Wish(OTHER, 0, 0)])
        return server

    server = in_virtual_time(run())
    assert server.labels() == ["2", "0", "1"]
    assert server.moments(READER)[0] == pytest.approx(37.0, abs=0.1)
    assert caplog.messages == [
        f"Telegram asks to wait {wait} s before sending more to one chat" for wait in (7, 30)
    ]


def test_a_flood_wait_of_no_chat_holds_back_all() -> None:
    async def run() -> FloodServer:
        server = FloodServer(faults={None: [flood(9)]})
        async with asyncio.TaskGroup() as group:
            group.create_task(server.ask(None, "name", endpoint="setMyName", takes_s=0.0))
            await asyncio.sleep(0.1)
            group.create_task(server.ask(READER, "answer", takes_s=0.0))
        return server

    server = in_virtual_time(run())
    assert sorted(server.labels()) == ["answer", "name"]
    assert min(server.moments()) == pytest.approx(9.0, abs=0.1)


def test_answers_go_before_pages_and_pages_before_broadcasts() -> None:
    async def run() -> FloodServer:
        server = FloodServer()
        async with asyncio.TaskGroup() as group:
            for chat in range(1, 61):
                group.create_task(
                    server.ask(chat, "broadcast", priority=Priority.BROADCAST, takes_s=0.0)
                )
            await asyncio.sleep(0.5)
            group.create_task(server.ask(101, "page", endpoint="editMessageText", takes_s=0.0))
            group.create_task(server.ask(102, "answer", takes_s=0.0))
        return server

    labels = in_virtual_time(run()).labels()
    assert labels[:33] == ["broadcast"] * 30 + ["answer", "page", "broadcast"]


def test_a_wait_of_no_use_is_given_up_at_once_and_all_that_waits_behind_it() -> None:
    async def run() -> tuple[list[object], float, object]:
        server = FloodServer(faults={READER: [flood(3600)]})
        asked = [outcome_of(server.ask(READER, f"{number}")) for number in range(3)]
        outcomes = await asyncio.gather(*asked)
        took = asyncio.get_running_loop().time()
        later = await outcome_of(server.ask(READER, "later"))
        return outcomes, took, later

    outcomes, took, later = in_virtual_time(run())
    assert [type(one) for one in outcomes] == [RetryAfter] * 3
    assert took == pytest.approx(0.1)
    assert isinstance(later, RetryAfter)
    assert later.retry_after > timedelta(seconds=3590)


def test_a_message_nobody_waits_for_any_more_is_not_sent_and_leaves_its_place() -> None:
    async def run() -> FloodServer:
        server = FloodServer(faults={READER: [flood(5)]})
        first, second, third = (
            asyncio.create_task(server.ask(READER, label)) for label in ("first", "second", "third")
        )
        await asyncio.sleep(1.0)
        first.cancel()
        second.cancel()
        await third
        return server

    server = in_virtual_time(run())
    assert server.labels() == ["third"]
    assert server.moments() == pytest.approx([5.1], abs=0.1)


def test_a_message_whose_sender_gives_up_on_the_way_leaves_the_way_free() -> None:
    async def run() -> FloodServer:
        server = FloodServer()
        first = asyncio.create_task(server.ask(READER, "first", takes_s=20.0))
        await asyncio.sleep(1.0)
        first.cancel()
        await server.ask(READER, "second")
        return server

    assert in_virtual_time(run()).moments() == pytest.approx([1.05])


class TestSigns:
    """Typing and drafts: at once, or not at all."""

    def test_they_are_outside_the_budget(self) -> None:
        async def run() -> FloodServer:
            server = FloodServer()
            for _ in range(50):
                await server.ask(READER, "typing", endpoint="sendChatAction", takes_s=0.0)
            await server.ask(READER, "answer", takes_s=0.0)
            return server

        server = in_virtual_time(run())
        assert len(server.labels()) == 51
        assert max(server.moments()) == 0.0

    @pytest.mark.parametrize("endpoint", ["sendChatAction", "sendMessageDraft"])
    def test_one_that_would_come_late_is_dropped(self, endpoint: str) -> None:
        async def run() -> tuple[FloodServer, object, float]:
            server = FloodServer(faults={READER: [flood(5)]})
            answer = asyncio.create_task(server.ask(READER, "answer"))
            await asyncio.sleep(0.5)
            shown = await server.ask(READER, "sign", endpoint=endpoint)
            now = asyncio.get_running_loop().time()
            await answer
            return server, shown, now

        server, shown, now = in_virtual_time(run())
        assert (shown, now) == (True, 0.5)
        assert server.labels() == ["answer"]

    def test_one_that_need_not_wait_a_second_waits(self) -> None:
        async def run() -> FloodServer:
            server = FloodServer(faults={READER: [flood(5)]})
            answer = asyncio.create_task(server.ask(READER, "answer"))
            await asyncio.sleep(4.5)
            await server.ask(READER, "sign", endpoint="sendChatAction", takes_s=0.0)
            await answer
            return server

        assert "sign" in in_virtual_time(run()).labels()

    def test_one_that_is_slow_on_the_way_holds_nothing_up(self) -> None:
        async def run() -> tuple[object, float]:
            server = FloodServer()
            shown = await server.ask(READER, "sign", endpoint="sendChatAction", takes_s=30.0)
            return shown, asyncio.get_running_loop().time()

        assert in_virtual_time(run()) == (True, 1.0)

    def test_their_flood_wait_is_theirs_alone(self) -> None:
        async def run() -> FloodServer:
            server = FloodServer(faults={READER: [flood(60)]})
            for _ in range(2):
                assert await server.ask(READER, "sign", endpoint="sendChatAction")
            await server.ask(READER, "answer")
            await asyncio.sleep(59.5)
            await server.ask(READER, "sign", endpoint="sendChatAction", takes_s=0.0)
            return server

        server = in_virtual_time(run())
        assert server.labels() == ["answer", "sign"]
        assert server.moments() == pytest.approx([0.15, 60.1])


def lost(kind: type[httpx.HTTPError]) -> NetworkError:
    """A failure on the way, as the library passes it on."""
    error = TimedOut() if issubclass(kind, httpx.TimeoutException) else NetworkError("httpx")
    error.__cause__ = kind("on the way")
    return error


class TestWhatFailsOnTheWay:
    """Repeated only where it cannot be done twice."""

    @pytest.mark.parametrize(
        ("endpoint", "error", "repeated"),
        [
            ("sendMessage", lost(httpx.ReadTimeout), False),
            ("sendMessage", lost(httpx.ReadError), False),
            ("sendMessage", NetworkError("Bad Gateway"), False),
            ("sendMessage", lost(httpx.ConnectError), True),
            ("sendMessage", lost(httpx.ConnectTimeout), True),
            ("sendMessage", lost(httpx.PoolTimeout), True),
            ("editMessageText", lost(httpx.ReadTimeout), True),
            ("editMessageText", NetworkError("Internal Server Error"), True),
            ("editMessageText", BadRequest("Message to edit not found"), False),
            ("deleteMessage", lost(httpx.ReadTimeout), True),
            ("getMe", lost(httpx.ConnectError), False),
            ("setWebhook", lost(httpx.ReadTimeout), False),
            ("setMyCommands", NetworkError("Bad Gateway"), True),
            ("answerCallbackQuery", NetworkError("Bad Gateway"), True),
            ("answerInlineQuery", lost(httpx.ReadError), True),
        ],
    )
    def test_once(self, endpoint: str, error: NetworkError, repeated: bool) -> None:
        async def run() -> tuple[FloodServer, object]:
            server = FloodServer(faults={READER: [error]})
            return server, await outcome_of(server.ask(READER, "x", endpoint=endpoint))

        server, outcome = in_virtual_time(run())
        assert outcome is (True if repeated else error)
        assert len(server.labels()) == repeated

    def test_not_for_ever(self, caplog: pytest.LogCaptureFixture) -> None:
        caplog.set_level(logging.INFO)

        async def run() -> tuple[object, float]:
            faults = [NetworkError("Bad Gateway") for _ in range(9)]
            server = FloodServer(faults={READER: faults})
            outcome = await outcome_of(server.ask(READER, "x", endpoint="editMessageText"))
            assert len(faults) == 5
            return outcome, asyncio.get_running_loop().time()

        outcome, took = in_virtual_time(run())
        assert str(outcome) == "Bad Gateway"
        assert took == pytest.approx(0.5 + 1 + 2 + 4 * 0.1)
        assert len(caplog.messages) == 3


@pytest.mark.parametrize("endpoint", ["answerCallbackQuery", "answerInlineQuery"])
def test_a_query_is_answered_soon_or_not_at_all(endpoint: str) -> None:
    async def run() -> list[object]:
        server = FloodServer(faults={None: [flood(4), flood(11)]})
        return [await outcome_of(server.ask(None, "x", endpoint=endpoint)) for _ in range(2)]

    first, second = in_virtual_time(run())
    assert isinstance(first, RetryAfter)
    assert isinstance(second, RetryAfter)


def test_what_is_not_counted_waits_while_its_chat_is_held_back() -> None:
    async def run() -> FloodServer:
        server = FloodServer(faults={READER: [flood(4)]})
        async with asyncio.TaskGroup() as group:
            group.create_task(server.ask(READER, "answer", takes_s=0.0))
            await asyncio.sleep(1.0)
            group.create_task(server.ask(READER, "gone", endpoint="deleteMessage", takes_s=0.0))
        return server

    assert min(in_virtual_time(run()).moments()) == pytest.approx(4.0, abs=0.1)


async def test_it_wakes_nobody_after_the_end() -> None:
    limiter = RateLimiter()
    server = FloodServer(limiter, faults={READER: [flood(3)]})
    asking = asyncio.create_task(server.ask(READER, "x", takes_s=0.0))
    await asyncio.sleep(0.05)
    await limiter.initialize()
    await limiter.shutdown()
    assert limiter._timer is not None
    assert limiter._timer.cancelled()
    asking.cancel()
