"""Keeping a corpus by the command: remove, prune, strict, verify, backup and restore."""

import json
from pathlib import Path

import pytest

from tests.end_to_end.command_line import CommandLine

pytestmark = pytest.mark.model

QUESTION = "What did the ferry Halvard carry?"
RECORDS = {
    "ferry": "The ferry Halvard carried forty lorries of herring to Brenholm at dawn.",
    "comet": "Astronomers in Quillmoor saw a comet. Its tail was green and faintly forked.",
}


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder of two articles, a file each."""
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in RECORDS.items():
        write(folder, name, text)
    return folder


@pytest.fixture
def data(dateline: CommandLine, news: Path, seed_data: Path, tmp_path: Path) -> Path:
    """A data folder with the two indexed."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "models").symlink_to((seed_data / "models").resolve())
    assert dateline("index", news, "--data-dir", folder).code == 0
    return folder


def write(folder: Path, name: str, text: str) -> None:
    record = {
        "url": f"https://brenholm.example/{name}",
        "title": f"The {name}",
        "text": text,
        "published": "2021-05-02",
    }
    (folder / f"{name}.json").write_text(json.dumps(record), encoding="utf-8")


def articles(dateline: CommandLine, data: Path) -> int:
    (status,) = dateline("status", "--json", "--data-dir", data).objects
    return int(status["articles"])


def test_an_article_is_removed_by_its_address(
    dateline: CommandLine, data: Path, news: Path
) -> None:
    ran = dateline("remove", "http://brenholm.example/ferry/?utm_source=x", "--data-dir", data)

    assert ran.code == 0
    assert "The ferry" in ran.out
    assert str(news / "ferry.json") in ran.out
    assert articles(dateline, data) == 1


def test_an_article_is_removed_by_its_id(dateline: CommandLine, data: Path) -> None:
    (answer,) = dateline("ask", QUESTION, "--json", "--data-dir", data).objects
    (citation,) = answer["citations"][:1]
    ran = dateline("remove", citation["article_id"], "--json", "--data-dir", data)

    (removed,) = ran.objects
    assert removed["title"] == citation["title"]
    assert articles(dateline, data) == 1


def test_removing_what_is_not_there_is_wrong_use(dateline: CommandLine, data: Path) -> None:
    ran = dateline("remove", "https://brenholm.example/nothing", "--data-dir", data)

    assert ran.code == 2
    assert "https://brenholm.example/nothing" in ran.err
    assert articles(dateline, data) == 2


def test_pruning_removes_what_is_gone(dateline: CommandLine, data: Path, news: Path) -> None:
    (news / "ferry.json").unlink()
    kept = dateline("index", news, "--json", "--data-dir", data)
    pruned = dateline("index", news, "--prune", "--json", "--data-dir", data)

    assert [one.objects[0]["removed"] for one in (kept, pruned)] == [0, 1]
    assert articles(dateline, data) == 1


def test_strict_tells_of_skips_by_its_exit_code(
    dateline: CommandLine, data: Path, news: Path
) -> None:
    (news / "empty.json").touch()

    assert dateline("index", news, "--data-dir", data).code == 0
    strict = dateline("index", news, "--strict", "--data-dir", data)
    assert strict.code == 3
    assert "empty.json: the file is empty" in strict.out


def test_an_index_in_order_is_verified(dateline: CommandLine, data: Path) -> None:
    ran = dateline("verify", "--data-dir", data)
    (told,) = dateline("verify", "--json", "--data-dir", data).objects

    assert (ran.code, ran.out) == (0, "everything is whole and agrees\n")
    assert told == {"whole": True, "faults": []}


def test_a_damaged_one_is_told_of_and_restored(
    dateline: CommandLine, data: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    assert dateline("backup", copy, "--data-dir", data).code == 0
    for beside in ("-wal", "-shm"):
        (data / f"corpus.db{beside}").unlink(missing_ok=True)
    whole = (data / "corpus.db").read_bytes()
    (data / "corpus.db").write_bytes(whole[:4096] + bytes(len(whole) - 4096))

    verified = dateline("verify", "--data-dir", data)
    asked = dateline("ask", QUESTION, "--data-dir", data)
    restored = dateline("restore", copy, "--data-dir", data)

    assert (verified.code, asked.code, restored.code) == (1, 1, 0)
    assert "dateline restore FILE" in verified.out
    assert "dateline restore FILE" in asked.err
    assert "corpus.db.damaged-1" in restored.out
    assert dateline("verify", "--data-dir", data).code == 0
    answered = dateline("ask", QUESTION, "--data-dir", data)
    assert "forty lorries" in answered.out


def test_a_backup_of_nothing_and_a_restore_from_nothing_are_wrong_use(
    dateline: CommandLine, data: Path, tmp_path: Path
) -> None:
    assert dateline("backup", tmp_path / "x.db", "--data-dir", tmp_path / "none").code == 2
    refused = dateline("restore", tmp_path / "x.db", "--data-dir", data)
    assert refused.code == 2
    assert "x.db: no such file" in refused.err
    assert articles(dateline, data) == 2
