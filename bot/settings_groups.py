"""The groups of settings, each checked and bounded."""

import re
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    model_validator,
)
from pydantic_settings import NoDecode


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
Listen = Annotated[str, AfterValidator(_listen)]


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


class WriterSettings(_Group):
    """A language model that phrases answers from their quotes, each sentence checked on them."""

    url: HttpUrl | None = Field(
        None, description="Root of an OpenAI-compatible server. Without it: answers are quotes."
    )
    model: str | None = Field(
        None, min_length=1, description="The name by which the server knows the model."
    )
    key: SecretStr | None = Field(None, description="The server's API key, where it wants one.")
    timeout_s: float = Field(
        8, ge=0.1, le=60, description="Seconds a text may take; then the quotes are sent."
    )

    @model_validator(mode="after")
    def _model_is_named(self) -> "WriterSettings":
        if self.url is not None and self.model is None:
            raise ValueError("url is set: name the model too, with DATELINE_WRITER__MODEL")
        return self


def _ids(value: object) -> object:
    """``123, -456`` as it is written in the environment, with or without brackets."""
    return value.strip("[] \t").replace(",", " ").split() if isinstance(value, str) else value


Ids = Annotated[list[int], NoDecode, BeforeValidator(_ids)]


class AccessSettings(_Group):
    """Who may ask, and how often. Ids are those of readers or of chats."""

    operators: Ids = Field(
        default_factory=list,
        description="Readers that may use /admin; they are never limited: `123, 456`.",
    )
    allowed: Ids = Field(
        default_factory=list,
        description="Where there are any, only these readers, and readers in these chats, may ask.",
    )
    banned: Ids = Field(
        default_factory=list, description="Readers and chats that are never answered."
    )
    questions_a_minute: int = Field(
        10, ge=0, le=1000, description="Messages of one reader answered a minute; 0 is no limit."
    )
    questions_a_day: int = Field(
        300, ge=0, le=100_000, description="Messages of one reader answered a day; 0 is no limit."
    )
