"""What a setting may be, and what it is when nobody sets it."""

import logging
from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError

from bot.settings import Settings
from bot.settings_groups import (
    AccessSettings,
    EncoderSettings,
    TelegramSettings,
    WriterSettings,
)
from bot.settings_names import setting_names

TOKEN = "42:TEST-token"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty folder, and an environment in which no setting stands."""
    for name, _ in setting_names():
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def refused(model: type[BaseModel], **values: object) -> str:
    """The fields with which these values are refused, and why."""
    with pytest.raises(ValidationError) as caught:
        model(**values)
    return "; ".join(f"{one['loc']} {one['msg']}" for one in caught.value.errors())


def test_nothing_needs_to_be_set() -> None:
    settings = Settings()

    assert settings.telegram.token is None
    assert settings.telegram.mode == "polling"
    assert settings.encoder.name == "e5"
    assert settings.data_dir == Path("data")


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_DATA_DIR", "/var/dateline")
    monkeypatch.setenv("DATELINE_TELEGRAM__TOKEN", TOKEN)
    monkeypatch.setenv("DATELINE_ENCODER__NAME", "minilm")
    monkeypatch.setenv("DATELINE_OUTLETS", '{"news.tidewater.example": "The Tidewater Post"}')

    settings = Settings()

    assert settings.data_dir == Path("/var/dateline")
    assert settings.telegram.token is not None
    assert settings.telegram.token.get_secret_value() == TOKEN
    assert settings.encoder.name == "minilm"
    assert settings.outlets == {"news.tidewater.example": "The Tidewater Post"}


def test_the_environment_comes_before_the_env_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".env").write_text(
        "DATELINE_WORKERS=3\nDATELINE_PASSAGE_WORDS=60\nOTHERS=1\n", encoding="utf-8"
    )
    monkeypatch.setenv("DATELINE_WORKERS", "5")

    settings = Settings()

    assert (settings.workers, settings.passage_words) == (5, 60)


def test_a_setting_left_empty_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_TELEGRAM__TOKEN", "")
    monkeypatch.setenv("DATELINE_WORKERS", "")

    assert Settings() == Settings(_env_file=None)
    assert Settings().telegram.token is None


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError):
        Settings().workers = 3
    with pytest.raises(ValidationError):
        Settings().telegram.mode = "webhook"


@pytest.mark.parametrize("secret", ["token", "secret"])
def test_secrets_do_not_show_when_settings_are_printed(secret: str) -> None:
    settings = Settings(telegram=TelegramSettings(**{secret: "a-secret_1"}))

    assert "a-secret_1" not in f"{settings} {settings!r} {settings.model_dump()}"


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [
        ("passage_words", 30, 400),
        ("workers", 1, 64),
        ("old_after_days", 0, 36_500),
        ("keep_days", 1, 3650),
    ],
)
def test_numbers_have_bounds(name: str, least: int, most: int) -> None:
    for allowed in (least, most):
        assert getattr(Settings(**{name: allowed}), name) == allowed
    for forbidden in (least - 1, most + 1):
        assert name in refused(Settings, **{name: forbidden})


@pytest.mark.parametrize("level", ["DEBUG", "INFO", "WARNING", "ERROR"])
def test_levels_are_those_of_logging(level: str) -> None:
    assert Settings(log_level=level).log_level in logging.getLevelNamesMapping()
    assert "log_level" in refused(Settings, log_level=level.lower())


def test_health_is_told_on_a_host_and_a_port_or_nowhere() -> None:
    for allowed in ("off", "127.0.0.1:0", "[::1]:65535"):
        assert Settings(health_listen=allowed).health_listen == allowed
    for forbidden in ("on", "8081", ":8081", "http://x:80", "127.0.0.1:65536"):
        assert "health_listen" in refused(Settings, health_listen=forbidden)


class TestTelegram:
    """How the bot reaches Telegram."""

    @pytest.mark.parametrize("name", ["base_url", "webhook_url"])
    def test_an_address_is_kept_without_its_last_slash(self, name: str) -> None:
        made = TelegramSettings(**{name: "https://bot.example:8443/api/"})

        assert getattr(made, name) == "https://bot.example:8443/api"

    @pytest.mark.parametrize(
        "address",
        ["bot.example", "ftp://bot.example", "https://", "http:///x"],
    )
    def test_an_address_is_written_in_full(self, address: str) -> None:
        assert "write it in full" in refused(TelegramSettings, base_url=address)
        assert "write it in full" in refused(TelegramSettings, webhook_url=address)

    @pytest.mark.parametrize("port", ["port", "65536"])
    def test_the_port_of_an_address_is_a_port(self, port: str) -> None:
        assert "Port" in refused(TelegramSettings, base_url=f"http://bot.example:{port}")

    def test_a_webhook_needs_an_address_and_a_secret(self) -> None:
        address, secret = "https://bot.example/hook", "a-secret_1"

        for half in ({}, {"webhook_url": address}, {"secret": secret}):
            said = refused(TelegramSettings, mode="webhook", **half)
            assert "DATELINE_TELEGRAM__WEBHOOK_URL and DATELINE_TELEGRAM__SECRET" in said
        assert TelegramSettings(mode="webhook", webhook_url=address, secret=secret)

    @pytest.mark.parametrize("secret", ["a", "Aa0_-", "a" * 256, "_-"])
    def test_a_secret_is_of_the_letters_telegram_takes(self, secret: str) -> None:
        assert TelegramSettings(secret=secret)

    @pytest.mark.parametrize("secret", ["", "a b", "é", "a" * 257, "a.b", "٣", "a\n"])
    def test_any_other_secret_is_refused_without_being_told(self, secret: str) -> None:
        said = refused(TelegramSettings, secret=secret)

        assert "1-256 of the characters" in said
        assert len(secret) < 2 or secret not in said

    @pytest.mark.parametrize("token", ["", " ", "\t\n"])
    def test_a_token_of_white_space_is_none(self, token: str) -> None:
        assert "token is set but empty" in refused(TelegramSettings, token=token)

    @pytest.mark.parametrize(
        "listen", ["127.0.0.1:8080", "localhost:0", "[::1]:65535", "bot-1.example:80"]
    )
    def test_it_listens_on_a_host_and_a_port(self, listen: str) -> None:
        assert TelegramSettings(listen=listen).listen == listen

    @pytest.mark.parametrize(
        "listen", ["8080", ":8080", "127.0.0.1", "127.0.0.1:", "127.0.0.1:65536", "http://x:80"]
    )
    def test_it_listens_nowhere_else(self, listen: str) -> None:
        assert "listen" in refused(TelegramSettings, listen=listen)

    def test_a_name_it_does_not_have_is_refused(self) -> None:
        assert "tokn" in refused(TelegramSettings, tokn=TOKEN)


@pytest.mark.parametrize(
    ("query", "passage", "prompts"),
    [
        (None, None, None),
        ("ask: ", None, ("ask: ", "")),
        (None, "read: ", ("", "read: ")),
        ("ask: ", "read: ", ("ask: ", "read: ")),
        ("", None, ("", "")),
    ],
)
def test_one_prompt_that_is_set_takes_the_place_of_both(
    query: str | None, passage: str | None, prompts: tuple[str, str] | None
) -> None:
    assert EncoderSettings(query_prompt=query, passage_prompt=passage).prompts == prompts


def test_an_encoder_has_a_name_and_short_prompts() -> None:
    assert "name" in refused(EncoderSettings, name="")
    assert "query_prompt" in refused(EncoderSettings, query_prompt="x" * 201)
    assert "passage_prompt" in refused(EncoderSettings, passage_prompt="x" * 201)


class TestWriter:
    """The language model that phrases answers."""

    def test_an_address_needs_the_name_of_a_model(self) -> None:
        said = refused(WriterSettings, url="http://127.0.0.1:8000/v1")

        assert "DATELINE_WRITER__MODEL" in said
        assert WriterSettings(url="http://127.0.0.1:8000/v1", model="m")

    @pytest.mark.parametrize("seconds", [0, -1, 61])
    def test_its_time_has_bounds(self, seconds: float) -> None:
        assert "timeout_s" in refused(WriterSettings, timeout_s=seconds)

    def test_its_key_does_not_show(self) -> None:
        settings = Settings(writer=WriterSettings(key="a-secret_1"))

        assert "a-secret_1" not in f"{settings} {settings!r} {settings.model_dump()}"


class TestAccess:
    """Who may ask, and how often."""

    @pytest.mark.parametrize(
        ("written", "ids"),
        [
            ("123", [123]),
            ("123, -1001234567890", [123, -1001234567890]),
            ("[123,456]", [123, 456]),
            ("[]", []),
            (" 1 2 ", [1, 2]),
        ],
    )
    def test_ids_are_written_one_after_the_other(
        self, monkeypatch: pytest.MonkeyPatch, written: str, ids: list[int]
    ) -> None:
        monkeypatch.setenv("DATELINE_ACCESS__OPERATORS", written)

        assert Settings(_env_file=None).access.operators == ids

    def test_what_is_no_id_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("DATELINE_ACCESS__BANNED", "@rea")

        with pytest.raises(ValidationError, match="integer"):
            Settings(_env_file=None)

    @pytest.mark.parametrize(
        ("name", "most"), [("questions_a_minute", 1000), ("questions_a_day", 100_000)]
    )
    def test_limits_have_bounds(self, name: str, most: int) -> None:
        for allowed in (0, most):
            assert getattr(AccessSettings(**{name: allowed}), name) == allowed
        for forbidden in (-1, most + 1):
            assert name in refused(AccessSettings, **{name: forbidden})
