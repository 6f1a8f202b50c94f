"""The token never shows in a log line, whatever logs it."""

import logging
import re
from collections.abc import Iterator

import httpx
import pytest
from telegram import Bot
from telegram.error import NetworkError

from bot.logs import set_up_logging, without_traceback_of
from bot.settings import Settings
from bot.settings_groups import TelegramSettings, WriterSettings

TOKEN = "42:TEST-token_AAF"
SECRET = "a-secret_1"
CHATTY = ("httpx", "httpcore", "httpx2", "httpcore2", "openai", "faiss", "sentence_transformers")
LINE = re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} ([A-Z]+) ([\w.]+): (.*)$")


class Log:
    """Logging set up by the settings as in a fresh process, and what has come out of it."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys
        self._root = logging.getLogger()
        self._before = self._root.handlers[:]
        self._levels = {
            logger: logger.level for logger in (self._root, *map(logging.getLogger, CHATTY))
        }

    def set_up(
        self,
        *,
        token: str | None = TOKEN,
        secret: str | None = SECRET,
        key: str | None = None,
        level: str = "DEBUG",
    ) -> logging.Logger:
        """Our logging alone, without pytest's; a logger to write with."""
        self._root.handlers.clear()
        telegram = TelegramSettings(token=token, secret=secret)
        writer = WriterSettings(key=key)
        set_up_logging(Settings(_env_file=None, telegram=telegram, writer=writer, log_level=level))
        return logging.getLogger("tidewater")

    def written(self) -> str:
        out, err = self._capsys.readouterr()
        assert out == ""
        return err

    def restore(self) -> None:
        self._root.handlers[:] = self._before
        for logger, level in self._levels.items():
            logger.setLevel(level)


@pytest.fixture
def log(capsys: pytest.CaptureFixture[str]) -> Iterator[Log]:
    own = Log(capsys)
    yield own
    own.restore()


class Ferry:
    """Something that shows the token when it is shown."""

    def __repr__(self) -> str:
        return f"<Ferry {TOKEN}>"


class Wreck:
    """Something that fails, with the token in its mouth, when it is shown."""

    def __repr__(self) -> str:
        raise RuntimeError(f"no ferry for {TOKEN}")


def test_a_line_has_its_time_its_level_and_who_wrote_it(log: Log) -> None:
    log.set_up().info("%d cars", 60)

    line = LINE.match(log.written().rstrip("\n"))
    assert line
    assert line.groups() == ("INFO", "tidewater", "60 cars")


@pytest.mark.parametrize(
    ("message", "arguments"),
    [
        (f"GET https://api.telegram.example/bot{TOKEN}/getMe", ()),
        ("token %s", (TOKEN,)),
        ("token %r", ({"token": TOKEN},)),
        ("token %s", (TOKEN.encode(),)),
        ("token %s and %s", (TOKEN, SECRET)),
        (f"{TOKEN}{TOKEN}\n{TOKEN}", ()),
        ("%s", (Ferry(),)),
        ("%s", (NetworkError(f"no route to bot{TOKEN}"),)),
        (Ferry(), ()),
    ],
)
def test_secrets_are_hidden_wherever_they_stand_in_a_line(
    log: Log, message: object, arguments: tuple[object, ...]
) -> None:
    log.set_up().warning(message, *arguments)

    written = log.written()
    assert "…" in written
    assert TOKEN not in written
    assert SECRET not in written


def test_secrets_are_hidden_in_tracebacks_and_their_causes(log: Log) -> None:
    logger = log.set_up()
    try:
        try:
            raise ConnectionError(f"bot{TOKEN}")
        except ConnectionError as error:
            raise ValueError(f"secret {SECRET}") from error
    except ValueError:
        logger.exception("failed")

    written = log.written()
    assert "ConnectionError: bot…" in written
    assert "ValueError: secret …" in written
    assert TOKEN not in written
    assert SECRET not in written


def test_secrets_are_hidden_in_the_stack_of_a_line(log: Log) -> None:
    log.set_up().warning("here: 42:TEST-token_AAF", stack_info=True)

    written = log.written()
    assert "Stack (most recent call last)" in written
    assert TOKEN not in written


@pytest.mark.parametrize(
    ("message", "arguments"),
    [("%d cars", (TOKEN,)), (f"{TOKEN} %s %s", (TOKEN,)), ("%s", (Wreck(),)), ("%s", (TOKEN, 1))],
)
def test_a_line_that_cannot_be_formatted_is_still_written_and_hides_them(
    log: Log, message: str, arguments: tuple[object, ...]
) -> None:
    log.set_up().warning(message, *arguments)

    written = log.written()
    assert "WARNING tidewater" in written
    assert "Traceback" not in written
    assert TOKEN not in written


def test_a_token_with_white_space_round_it_is_hidden_without_it(log: Log) -> None:
    log.set_up(token=f" {TOKEN}\n").warning("%s.", TOKEN)

    assert log.written().endswith(": ….\n")


def test_without_secrets_lines_are_as_they_are(log: Log) -> None:
    log.set_up(token=None, secret=None).warning("%s", TOKEN)

    assert log.written().endswith(f": {TOKEN}\n")


async def test_telegrams_library_logs_its_calls_without_the_token(log: Log) -> None:
    """The one library that has the token, as chatty as can be, with nobody to talk to."""
    log.set_up()
    for chatty in ("httpx", "httpcore"):
        logging.getLogger(chatty).setLevel(logging.DEBUG)
    async with httpx.AsyncClient(trust_env=False) as http:
        with pytest.raises(httpx.HTTPError):
            await http.get(f"http://127.0.0.1:9/bot{TOKEN}/getMe")
    with pytest.raises(NetworkError) as caught:
        await Bot(TOKEN, base_url="http://127.0.0.1:9/bot").get_me()
    logging.getLogger("tidewater").error("no answer", exc_info=caught.value)

    written = log.written()
    assert "127.0.0.1" in written
    assert TOKEN not in written


@pytest.mark.parametrize(("level", "written"), [("INFO", ["INFO", "ERROR"]), ("ERROR", ["ERROR"])])
def test_what_is_below_the_level_is_left_out(log: Log, level: str, written: list[str]) -> None:
    logger = log.set_up(level=level)
    for number in (logging.DEBUG, logging.INFO, logging.ERROR):
        logger.log(number, "x")

    lines = map(LINE.match, log.written().splitlines())
    assert [line.group(1) for line in lines if line] == written


@pytest.mark.parametrize("chatty", CHATTY)
def test_libraries_that_log_every_step_are_heard_from_warnings_on(log: Log, chatty: str) -> None:
    log.set_up()
    logging.getLogger(chatty).info("a step")
    logging.getLogger(chatty).warning("a stumble")

    assert [line[3] for line in map(LINE.match, log.written().splitlines()) if line] == [
        "a stumble"
    ]


def test_an_error_in_its_own_words_where_the_traceback_says_nothing_more(log: Log) -> None:
    logger = log.set_up()
    shorten = without_traceback_of(NetworkError)
    logger.addFilter(shorten)
    try:
        for error in (NetworkError(f"100% lost for {TOKEN}"), ValueError("a fault of ours")):
            try:
                raise error
            except Exception:
                logger.exception("polling: %s", "stopped")
    finally:
        logger.removeFilter(shorten)

    outage, *fault = log.written().splitlines()
    assert outage.endswith("polling: stopped (100% lost for …)")
    assert fault[0].endswith("polling: stopped")
    assert fault[1].startswith("Traceback")
    assert fault[-1] == "ValueError: a fault of ours"


def test_the_key_of_the_writer_is_hidden(log: Log) -> None:
    logger = log.set_up(key="sk-harbour-1")
    logger.warning("asked with %s", "sk-harbour-1")

    assert log.written().endswith("asked with …\n")
