"""Polling that has fallen silent is started anew, and a bot that cannot do so ends."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.telegram import watchdog
from bot.telegram.watchdog import PollingLostError, PollWatch, WatchedRequest, watch_polling
from tests.bot.waiting import until
from tests.botapi import BotApiServer


class Polling:
    """Says what was done to it; ``stop`` may take for ever."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.sticks = False

    async def stop(self) -> None:
        self.done.append("stop")
        if self.sticks:
            await asyncio.Event().wait()

    async def start(self) -> None:
        self.done.append("start")


async def watched(
    watch: PollWatch, polling: Polling, until_then: Callable[[], Awaitable[None]]
) -> None:
    task = asyncio.create_task(watch_polling(watch, polling.stop, polling.start, 0.05))
    try:
        await until_then()
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_silence_starts_polling_anew_again_and_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    polling = Polling()

    await watched(PollWatch(), polling, lambda: until(lambda: len(polling.done) >= 4))

    assert polling.done[:4] == ["stop", "start", "stop", "start"]
    assert "no successful poll for" in caplog.text


async def test_polls_that_succeed_are_left_alone() -> None:
    now = [0.0]
    watch, polling = PollWatch(lambda: now[0]), Polling()
    watch.polled()

    await watched(watch, polling, lambda: asyncio.sleep(0.3))

    assert polling.done == []


async def test_a_poll_that_was_long_ago_does_not_count() -> None:
    now = [0.0]
    watch, polling = PollWatch(lambda: now[0]), Polling()
    watch.polled()
    now[0] = 100.0

    await watched(watch, polling, lambda: until(lambda: polling.done))


async def test_polling_that_does_not_stop_ends_the_bot(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchdog, "_STOP_WITHIN_S", 0.05)
    polling = Polling()
    polling.sticks = True

    with pytest.raises(PollingLostError, match="start the bot again"):
        await watch_polling(PollWatch(), polling.stop, polling.start, 0.05)


def test_before_the_first_poll_there_is_no_silence() -> None:
    now = [5.0]
    watch = PollWatch(lambda: now[0])
    assert watch.silence_s is None

    watch.polled()
    now[0] = 7.5
    assert watch.silence_s == 2.5


async def test_only_a_success_counts_as_a_poll() -> None:
    server, watch = BotApiServer(), PollWatch()
    root = await server.start()
    request = WatchedRequest(watch, connection_pool_size=2)
    url = f"{root}/bot{server.token}/getUpdates"
    server.fail_next("getUpdates", 502, "Bad Gateway")

    assert (await request.do_request(url, "POST"))[0] == 502
    assert watch.silence_s is None
    await request.renew()
    assert (await request.do_request(url, "POST"))[0] == 200
    assert watch.silence_s is not None
    await request.shutdown()
    await server.stop()
