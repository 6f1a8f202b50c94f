"""Logging to standard error, in which no secret can appear."""

import logging
import sys

from bot.settings import Settings

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_HIDDEN = "…"


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


def set_up_logging(settings: Settings) -> None:
    """Log to standard error as the settings say."""
    telegram = settings.telegram
    kept = (one.get_secret_value().strip() for one in (telegram.token, telegram.secret) if one)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(HidingFormatter(tuple(secret for secret in kept if secret)))
    logging.basicConfig(level=settings.log_level, handlers=[handler])
    for chatty in ("httpx", "httpcore", "faiss", "sentence_transformers"):
        logging.getLogger(chatty).setLevel(logging.WARNING)
