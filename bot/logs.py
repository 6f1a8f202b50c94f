"""Logging to standard error, in which no secret can appear."""

import logging
import sys
from collections.abc import Callable

from bot.settings import Settings

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_HIDDEN = "…"
_CHATTY = (
    *("httpx", "httpcore", "httpx2", "httpcore2", "openai"),
    *("faiss", "sentence_transformers", "matplotlib"),
)


class HidingFormatter(logging.Formatter):
    """Formats records, tracebacks included, with every one of ``secrets`` hidden.

    Libraries log addresses and errors that hold the bot's token; what they log is not ours to
    choose, so it is taken out of the finished line.
    """

    def __init__(self, secrets: tuple[str, ...]) -> None:
        super().__init__(_FORMAT)
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """The finished line; of a record that cannot be formatted, its bare message and why."""
        try:
            line = super().format(record)
        except Exception as error:  # left to ``logging``, it would be printed with nothing hidden
            line = f"{record.levelname} {record.name}: {record.msg!r} (not formatted: {error})"
        for secret in self._secrets:
            line = line.replace(secret, _HIDDEN)
        return line


def without_traceback_of(kind: type[BaseException]) -> Callable[[logging.LogRecord], bool]:
    """A filter by which an error of ``kind`` is told in its own words, without its traceback."""

    def shorten(record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, kind):
            record.msg, record.args = f"{record.getMessage()} ({error})", ()
            record.exc_info = None
        return True

    return shorten


def set_up_logging(settings: Settings) -> None:
    """Log to standard error as the settings say."""
    secrets = (settings.telegram.token, settings.telegram.secret, settings.writer.key)
    kept = (one.get_secret_value().strip() for one in secrets if one)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(HidingFormatter(tuple(secret for secret in kept if secret)))
    logging.basicConfig(level=settings.log_level, handlers=[handler])
    for chatty in _CHATTY:
        logging.getLogger(chatty).setLevel(logging.WARNING)
