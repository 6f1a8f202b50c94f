"""A misspelt setting is an error, and every name that is written down is a real one."""

import re
import traceback
from pathlib import Path

import pytest
from pydantic.fields import FieldInfo

from bot.settings import Settings
from bot.settings_names import SettingsError, check_names, load_settings, setting_names

ROOT = Path(__file__).parents[2]
NAMES = [name for name, _ in setting_names()]
README = (ROOT / "README.md").read_text(encoding="utf-8")
WRITTEN = re.compile(r"DATELINE_[A-Z_]*[A-Z]")
TOKEN = "42:TEST-token"


@pytest.fixture
def env_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A file that is not there yet, in an environment where no setting stands."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("DATELINE_TEST_MODELS", raising=False)
    return tmp_path / ".env"


def refused(env_file: Path, content: str | bytes) -> SettingsError:
    """The error with which a file of this content is refused."""
    env_file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(SettingsError) as caught:
        load_settings(env_file=env_file)
    return caught.value


class TestTheDocuments:
    """What is written down for operators, and what the program reads."""

    @pytest.mark.parametrize("name", NAMES)
    def test_the_readme_has_a_row_for_every_setting(self, name: str) -> None:
        assert f"\n| `{name}` |" in README

    @pytest.mark.parametrize(("name", "info"), list(setting_names()), ids=NAMES)
    def test_the_readme_tells_the_default_that_holds(self, name: str, info: FieldInfo) -> None:
        (row,) = [line for line in README.splitlines() if line.startswith(f"| `{name}` |")]
        default = info.get_default(call_default_factory=True)

        told = row.split("|")[2].strip()
        assert told == ("" if default is None else f"`{default}`")

    @pytest.mark.parametrize("document", ["README.md", "docker-compose.yml"])
    def test_every_name_in_a_document_is_a_setting(self, document: str) -> None:
        written = WRITTEN.findall((ROOT / document).read_text(encoding="utf-8"))

        assert written
        assert set(written) <= set(NAMES)

    def test_every_setting_says_what_it_is_for(self) -> None:
        assert [name for name, info in setting_names() if not info.description] == []


def test_groups_are_parted_from_their_settings_by_two_underscores() -> None:
    assert {"DATELINE_WORKERS", "DATELINE_TELEGRAM__TOKEN", "DATELINE_ENCODER__NAME"} < set(NAMES)
    assert "DATELINE_TELEGRAM" not in NAMES


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("DATELINE_DATADIR", "DATELINE_DATA_DIR"),
        ("DATELINE_TELEGRAM_TOKEN", "DATELINE_TELEGRAM__TOKEN"),
        ("dateline_workrs", "DATELINE_WORKERS"),
        ("DATELINE_OUTLETS__KELP", "DATELINE_OUTLETS"),
        ("DATELINE_TELEGRAM__TOKEN__X", "DATELINE_TELEGRAM__TOKEN"),
    ],
)
def test_a_misspelt_name_is_refused_with_the_nearest(wrong: str, right: str) -> None:
    with pytest.raises(SettingsError, match=f"^{wrong} .* did you mean {right}\\?$"):
        check_names(["PATH", wrong])


def test_a_name_like_no_setting_at_all_still_gets_one_named() -> None:
    with pytest.raises(SettingsError, match="did you mean DATELINE_"):
        check_names(["DATELINE_"])


def test_real_names_in_any_case_and_the_names_of_others_pass() -> None:
    check_names([*NAMES, *map(str.lower, NAMES), "PATH", "DATE", "MY_DATELINE_X"])


def test_settings_are_read_from_the_environment_and_the_file(
    monkeypatch: pytest.MonkeyPatch, env_file: Path
) -> None:
    env_file.write_text(f"DATELINE_TELEGRAM__TOKEN={TOKEN}\nNEWS=/news\n", encoding="utf-8")
    monkeypatch.setenv("DATELINE_WORKERS", "5")

    settings = load_settings(env_file=env_file)

    assert settings.telegram.token is not None
    assert settings.telegram.token.get_secret_value() == TOKEN
    assert settings.workers == 5


def test_without_a_file_everything_is_as_it_comes(env_file: Path) -> None:
    assert load_settings(env_file=env_file) == Settings(_env_file=None)


def test_a_misspelt_name_is_found_in_the_environment(
    monkeypatch: pytest.MonkeyPatch, env_file: Path
) -> None:
    monkeypatch.setenv("DATELINE_WORKRS", "5")

    with pytest.raises(SettingsError, match="did you mean DATELINE_WORKERS"):
        load_settings(env_file=env_file)


@pytest.mark.parametrize(
    "line", ["DATELINE_WORKRS=5", "export DATELINE_WORKRS=5", "DATELINE_WORKRS"]
)
def test_a_misspelt_name_is_found_in_the_file(env_file: Path, line: str) -> None:
    assert "did you mean DATELINE_WORKERS" in str(refused(env_file, f"NEWS=1\n{line}\n"))


def test_every_value_out_of_bounds_is_named_on_a_line_of_its_own(env_file: Path) -> None:
    said = str(refused(env_file, "DATELINE_WORKERS=0\nDATELINE_ENCODER__QUERY_PROMPT=" + "x" * 201))

    names = [line.partition(":")[0] for line in said.splitlines()]
    assert sorted(names) == ["DATELINE_ENCODER__QUERY_PROMPT", "DATELINE_WORKERS"]
    assert "greater than or equal to 1" in said


def test_a_value_out_of_form_is_told_in_our_own_words(env_file: Path) -> None:
    assert str(refused(env_file, "DATELINE_TELEGRAM__BASE_URL=bot.example\n")) == (
        "DATELINE_TELEGRAM__BASE_URL: is no http(s) address; "
        "write it in full, e.g. https://bot.example.org"
    )


def test_a_value_that_is_no_json_is_named(env_file: Path) -> None:
    assert "outlets" in str(refused(env_file, "DATELINE_OUTLETS={news.tidewater.example\n"))


def test_a_file_in_another_encoding_is_named(env_file: Path) -> None:
    assert f"{env_file}: is not in UTF-8" in str(refused(env_file, b"NEWS=\xfcber\n"))


@pytest.mark.parametrize(
    "beside",
    ["TELEGRAM__MODE=webhook", "TELEGRAM__LISTEN=x", "WORKERS=many", "OUTLETS={", "TELEGRAM__X=1"],
)
def test_no_error_holds_the_token(env_file: Path, beside: str) -> None:
    error = refused(env_file, f"DATELINE_TELEGRAM__TOKEN={TOKEN}\nDATELINE_{beside}\n")

    assert "TEST-token" not in "".join(traceback.format_exception(error))


def test_no_error_holds_a_secret_that_cannot_be_used(env_file: Path) -> None:
    error = refused(env_file, "DATELINE_TELEGRAM__SECRET=not/a/secret\n")

    assert "not/a/secret" not in "".join(traceback.format_exception(error))
