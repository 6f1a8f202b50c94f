"""The command that measures, run as an operator runs it on a tiny corpus of invented news."""

from pathlib import Path

import pytest

from tests.bot.commands.test_evaluation_room import a_corpus, question_file
from tests.bot.test_evaluation_outputs import PROMISED
from tests.end_to_end.command_line import CommandLine

pytestmark = pytest.mark.model


@pytest.fixture
def data(seed_data: Path, tmp_path: Path) -> Path:
    """A data folder with the model in it and nothing else."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "models").symlink_to((seed_data / "models").resolve())
    return folder


def test_a_corpus_is_measured_and_the_second_time_not_indexed(
    dateline: CommandLine, data: Path, tmp_path: Path
) -> None:
    questions = question_file(tmp_path)
    given = ("--corpus", a_corpus(tmp_path), "--data-dir", data)

    ran = dateline("evaluate", *given, "--questions", questions, "--json", "--report", "page")

    assert ran.code == 0, ran.err
    (shown,) = ran.objects
    assert not set(PROMISED) - set(shown)
    assert shown["hits@1"] == 1.0
    assert "indexing" in ran.err
    page = (tmp_path / "page" / "index.html").read_text(encoding="utf-8")
    assert "--report page" in page

    again = dateline("evaluate", *given, "--questions", questions, "--withheld-date")

    assert again.code == 0, again.err
    assert "indexing" not in again.err
    assert "Hits@10" in again.out


def test_files_of_questions_may_follow_one_another(
    dateline: CommandLine, data: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "questions.jsonl", tmp_path / "second.jsonl"
    question_file(tmp_path).rename(second)
    first.write_text('{"id": "x", "question": "Who sang?", "answer": null}', encoding="utf-8")
    given = ("--corpus", a_corpus(tmp_path), "--data-dir", data)

    ran = dateline("evaluate", *given, "--questions", first, second, "--json")

    (shown,) = ran.objects
    assert (shown["questions"], shown["unanswerable"]) == (2, 2)


def test_wrong_use_is_told_before_anything_is_indexed(
    dateline: CommandLine, data: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": 1}', encoding="utf-8")

    ran = dateline("evaluate", "--corpus", a_corpus(tmp_path), "--questions", bad)

    assert ran.code == 2
    assert "bad.jsonl:1" in ran.err
    assert not (data / "evaluation").exists()
