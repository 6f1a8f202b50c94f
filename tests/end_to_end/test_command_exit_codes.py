"""How the command ends when it is used wrongly (2), or fails (1), and what it then says."""

import shutil
from pathlib import Path

import pytest

from index.corpus_store import CorpusStore
from tests.end_to_end.command_line import CommandLine

pytestmark = pytest.mark.model

TOKEN = "42:TEST-token"


@pytest.fixture
def copied_data(seed_data: Path, tmp_path: Path) -> Path:
    """A copy of the seed index that a test may spoil."""
    return Path(shutil.copytree(seed_data, tmp_path / "copy", symlinks=True))


def test_a_misspelt_setting_is_named_with_the_nearest(dateline: CommandLine) -> None:
    ran = dateline("status", telegram__tokn=TOKEN)

    assert (ran.code, ran.out) == (2, "")
    assert "DATELINE_TELEGRAM__TOKN" in ran.err
    assert "did you mean DATELINE_TELEGRAM__TOKEN?" in ran.err
    assert TOKEN not in ran.err


def test_a_misspelt_setting_in_the_env_file_is_named(dateline: CommandLine) -> None:
    (dateline.folder / ".env").write_text("DATELINE_DATADIR=x\n", encoding="utf-8")

    ran = dateline("status")

    assert (ran.code, ran.out) == (2, "")
    assert "did you mean DATELINE_DATA_DIR?" in ran.err


def test_a_value_out_of_bounds_is_named(dateline: CommandLine) -> None:
    ran = dateline("status", passage_words=5)

    assert (ran.code, ran.out) == (2, "")
    assert "DATELINE_PASSAGE_WORDS" in ran.err
    assert "30" in ran.err


def test_a_path_that_does_not_exist_is_named(dateline: CommandLine, copied_data: Path) -> None:
    ran = dateline("index", "no/such/folder", "--data-dir", copied_data)

    assert (ran.code, ran.out) == (2, "")
    assert "no/such/folder" in ran.err


def test_nothing_to_index_says_what_to_give(dateline: CommandLine) -> None:
    ran = dateline("index")

    assert ran.code == 2
    assert "dateline index seeds" in ran.err


@pytest.mark.parametrize("command", [("ask", "Who?"), ("chat",), ("status",)], ids=lambda c: c[0])
def test_a_folder_without_an_index_is_refused_and_not_made(
    dateline: CommandLine, tmp_path: Path, command: tuple[str, ...]
) -> None:
    ran = dateline(*command, "--data-dir", tmp_path / "misspelt")

    assert (ran.code, ran.out) == (2, "")
    assert str(tmp_path / "misspelt") in ran.err
    assert "dateline index" in ran.err
    assert not (tmp_path / "misspelt").exists()


def test_an_index_of_another_encoder_is_refused_with_the_command_that_helps(
    dateline: CommandLine, copied_data: Path
) -> None:
    store = CorpusStore(copied_data)
    with store.transaction() as writing:
        writing.note({"encoder": "0123", "encoder_name": "elsewhere"})
    store.close()

    ran = dateline("ask", "Who?", "--data-dir", copied_data)

    assert (ran.code, ran.out) == (2, "")
    assert "dateline index --reencode" in ran.err


def test_a_day_that_is_none_is_refused(dateline: CommandLine, seed_data: Path) -> None:
    ran = dateline("ask", "Who?", "--asked", "yesterday", "--data-dir", seed_data)

    assert (ran.code, ran.out) == (2, "")
    assert "yesterday" in ran.err


def test_a_damaged_index_is_a_fault_that_says_what_to_do(
    dateline: CommandLine, copied_data: Path
) -> None:
    for beside in copied_data.glob("corpus.db-*"):
        beside.unlink()
    (copied_data / "corpus.db").write_bytes(b"this is no database" * 500)

    ran = dateline("ask", "Who?", "--data-dir", copied_data)

    assert (ran.code, ran.out) == (1, "")
    assert "corpus.db" in ran.err
    assert "Traceback" not in ran.err


def test_help_is_given_without_loading_what_is_heavy(dateline: CommandLine) -> None:
    ran = dateline("--help", python=("-X", "importtime"))

    imported = {line.rpartition("|")[2].strip() for line in ran.err.splitlines()}
    assert ran.code == 0
    assert all(name in ran.out for name in ("index", "ask", "chat", "run", "status"))
    assert not imported & {"numpy", "openvino", "faiss", "tantivy", "telegram", "torch", "rich"}
