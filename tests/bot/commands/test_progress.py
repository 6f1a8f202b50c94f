"""How far a long run of indexing is, as it is told where there is no terminal."""

import logging
from types import SimpleNamespace

import pytest

from bot.commands import progress
from bot.commands.progress import progress_line
from index.indexing import IndexReport

LOGGER = "bot.commands.progress"


class Clock:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.now_s = 1000.0

    def monotonic(self) -> float:
        return self.now_s


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    moved = Clock()
    monkeypatch.setattr(progress, "time", SimpleNamespace(monotonic=moved.monotonic))
    return moved


def test_progress_is_logged_now_and_then_with_the_rate_of_the_whole_run(
    clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, LOGGER)
    show = progress_line(lambda report: report.read / 640)
    for passed_s in (0.0, 4.0, 2.0, 1.0, 3.0, 2.0):
        clock.now_s += passed_s
        show(IndexReport(read=64, passages=300, encoded=1200))

    assert caplog.messages == [
        "64 read, 300 passages, 50 passages/s, 0:00:54 left",
        "64 read, 300 passages, 25 passages/s, 0:01:48 left",
    ]


def test_a_short_run_logs_no_progress(clock: Clock, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, LOGGER)

    progress_line(lambda report: report.read / 640)(IndexReport(read=64, passages=300))

    assert caplog.messages == []


def test_where_it_is_unknown_how_much_there_is_no_time_is_told(
    clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, LOGGER)
    show = progress_line(lambda _: 0.0)
    clock.now_s += 10

    show(IndexReport(read=64, passages=300))

    assert caplog.messages == ["64 read, 300 passages, 30 passages/s, unknown time left"]
