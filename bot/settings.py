"""Every setting in one class, read from the environment and ``.env``, each checked and bounded."""

import re
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "DATELINE_"
DELIMITER = "__"


def _http_url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("is no http(s) address; write it in full, e.g. https://bot.example.org")
    _ = parts.port  # raises, saying why, where the port is no number or too high
    return value.rstrip("/")


def _listen(value: str) -> str:
    if value.rpartition(":")[2].isdigit() and int(value.rpartition(":")[2]) > 65535:
        raise ValueError("ends in a port, which is at most 65535")
    return value


HttpUrl = Annotated[str, AfterValidator(_http_url)]


class _Group(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class TelegramSettings(_Group):
    """How the bot reaches Telegram."""

    token: SecretStr | None = Field(
        None, description="The bot's token from @BotFather. Without it: a chat in the terminal."
    )
    base_url: HttpUrl = Field(
        "https://api.telegram.org", description="Root of the Bot API server to use."
    )
    mode: Literal["polling", "webhook"] = Field(
        "polling", description="`polling` needs nothing else; `webhook` needs the three below."
    )
    webhook_url: HttpUrl | None = Field(
        None, description="The public address Telegram sends updates to."
    )
    listen: str = Field(
        "127.0.0.1:8080",
        pattern=r"^[\w.\-\[\]:]+:\d{1,5}$",
        description="Host and port the webhook is served on, behind your TLS proxy.",
    )
    secret: SecretStr | None = Field(
        None, description="1-256 of A-Z a-z 0-9 _ -: Telegram sends it with every webhook call."
    )

    @model_validator(mode="after")
    def _webhook_is_complete(self) -> "TelegramSettings":
        if self.token is not None and not self.token.get_secret_value().strip():
            raise ValueError("token is set but empty; take it from @BotFather, or unset it")
        if self.mode == "webhook" and (self.webhook_url is None or self.secret is None):
            raise ValueError(
                "mode is webhook: set DATELINE_TELEGRAM__WEBHOOK_URL and DATELINE_TELEGRAM__SECRET"
            )
        secret = "unset" if self.secret is None else self.secret.get_secret_value()
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret):
            raise ValueError("secret may hold 1-256 of the characters A-Z a-z 0-9 _ - only")
        if int(self.listen.rpartition(":")[2]) > 65535:
            raise ValueError("listen ends in a port, which is at most 65535")
        return self


class EncoderSettings(_Group):
    """Which model turns text into vectors."""

    name: str = Field(
        "e5",
        min_length=1,
        description="`e5` (hundred languages), `minilm` (English, small), or a hub name or folder.",
    )
    query_prompt: str | None = Field(
        None, max_length=200, description="Put before every question, where the model wants it."
    )
    passage_prompt: str | None = Field(
        None, max_length=200, description="Put before every passage, where the model wants it."
    )

    @property
    def prompts(self) -> tuple[str, str] | None:
        """Both prompts, or None when the model's own are to be used."""
        if self.query_prompt is None and self.passage_prompt is None:
            return None
        return self.query_prompt or "", self.passage_prompt or ""


class Settings(BaseSettings):
    """All settings. In the environment: the path in upper case, after the prefix."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_nested_delimiter=DELIMITER,
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",  # .env may hold others' variables; ours are checked by settings_names
        frozen=True,
    )

    data_dir: Path = Field(Path("data"), description="Where everything is kept.")
    telegram: TelegramSettings = TelegramSettings()
    encoder: EncoderSettings = EncoderSettings()
    outlets: dict[str, str] = Field(
        default_factory=dict,
        description='Names of outlets by host, as JSON: {"news.example.org": "The Example"}.',
    )
    passage_words: int = Field(
        130, ge=30, le=400, description="About how many words a passage has."
    )
    time_zone: str = Field(
        "UTC",
        description="Where readers are, e.g. Europe/Kyiv: “yesterday” is the day before there.",
    )
    week_starts: Literal["monday", "saturday", "sunday"] = Field(
        "monday", description="The first day of the week: what “last week” means."
    )
    reranker: str | None = Field(
        None,
        min_length=1,
        description="A cross-encoder (hub name or folder) that reads the best passages once more.",
    )
    workers: int = Field(2, ge=1, le=64, description="Questions worked on at the same time.")
    old_after_days: int = Field(
        7,
        ge=0,
        le=36_500,
        description="Answers say where the corpus ends when its newest article is older.",
    )
    keep_days: int = Field(
        30, ge=1, le=3650, description="What readers wrote is deleted after so many days."
    )
    health_listen: Annotated[str, AfterValidator(_listen)] = Field(
        "127.0.0.1:8081",
        pattern=r"^(off|[\w.\-\[\]:]+:\d{1,5})$",
        description="Host and port of `/healthz` and `/readyz`, or `off`.",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="How much is logged, to standard error."
    )

    @field_validator("time_zone")
    @classmethod
    def _zone_exists(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise ValueError(
                f"{name!r} is no time zone; write it as the IANA names it, e.g. Europe/Kyiv"
            ) from error
        return name

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of the readers."""
        return ZoneInfo(self.time_zone)

    @property
    def first_weekday(self) -> int:
        """The first day of the week, 0 for Monday to 6 for Sunday."""
        return {"monday": 0, "saturday": 5, "sunday": 6}[self.week_starts]
