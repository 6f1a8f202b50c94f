"""One process at a time writes to an index; the lock ends with its process."""

import logging
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index.errors import IndexStoreError
from index.one_writer import one_writer

HOLD = (
    "import sys, pathlib\n"
    "from index.one_writer import one_writer\n"
    "with one_writer(pathlib.Path(sys.argv[1])):\n"
    "    print('held', flush=True)\n"
    "    sys.stdin.read()\n"
)
ROOT = Path(__file__).parents[3]


@contextmanager
def another_process(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """One that holds the right to write until its input ends."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_a_second_writer_waits_and_then_names_the_folder(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    entered = False
    with another_process(tmp_path):
        with pytest.raises(IndexStoreError) as raised, one_writer(tmp_path, 0.2):
            entered = True
        assert str(raised.value).startswith(f"{tmp_path}: another dateline command")
    assert not entered
    (record,) = caplog.records
    assert record.levelno == logging.WARNING
    assert record.getMessage().startswith(f"{tmp_path}: another dateline command is writing")


def test_a_waiting_writer_goes_on_when_the_first_ends(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with another_process(tmp_path) as first:
        assert first.stdin is not None
        ending = threading.Timer(0.3, first.stdin.close)
        ending.start()
        with one_writer(tmp_path, 30):
            assert "waiting" in caplog.text
            assert first.wait(10) == 0
        ending.join()


def test_a_second_thread_of_the_same_process_waits_too(tmp_path: Path) -> None:
    refused: list[str] = []

    def write() -> None:
        try:
            with one_writer(tmp_path, 0.1):
                pass
        except IndexStoreError as error:
            refused.append(str(error))

    with one_writer(tmp_path):
        second = threading.Thread(target=write)
        second.start()
        second.join()
    assert len(refused) == 1


def test_the_right_to_write_is_free_again_after_use_and_after_a_fault(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with one_writer(tmp_path, 0):
        pass
    with pytest.raises(RuntimeError, match="the power went"), one_writer(tmp_path, 0):
        raise RuntimeError("the power went")
    with another_process(tmp_path) as other:
        assert other.poll() is None
    assert caplog.messages == []


def test_what_a_killed_process_held_is_free(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with another_process(tmp_path) as first:
        first.send_signal(signal.SIGKILL)
        assert first.wait(10) == -signal.SIGKILL
        with one_writer(tmp_path, 0):
            assert caplog.messages == []


def test_two_folders_are_written_at_once(tmp_path: Path) -> None:
    with another_process(tmp_path / "one"), one_writer(tmp_path / "new" / "other", 0):
        assert (tmp_path / "new" / "other").is_dir()


def test_a_folder_that_cannot_be_made_is_named_with_the_option(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(IndexStoreError, match="--data-dir"), one_writer(tmp_path / "file"):
        pass
