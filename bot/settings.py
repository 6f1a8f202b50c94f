"""Every setting in one class, read from the environment and ``.env``, each checked and bounded."""

from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.settings_groups import (
    AccessSettings,
    EncoderSettings,
    Listen,
    TelegramSettings,
    WriterSettings,
)

PREFIX = "DATELINE_"
DELIMITER = "__"


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
    access: AccessSettings = AccessSettings()
    encoder: EncoderSettings = EncoderSettings()
    writer: WriterSettings = WriterSettings()
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
    close_reader: bool = Field(
        True,
        description="Whether a small model reads question and sentences together: surer, slower.",
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
    health_listen: Listen = Field(
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
