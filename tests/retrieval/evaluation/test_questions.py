"""Questions as they are read from files, and what is said of lines that cannot be used."""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from index.errors import InputError
from index.identity import article_id
from retrieval.evaluation.questions import Question, read_questions

GOOD = {
    "id": "1",
    "question": "What did the ferry carry?",
    "asked": "2021-05-09",
    "answer": "forty lorries",
    "gold_urls": ["http://Brenholm.example/ferry/?utm_source=mail"],
}


def written(folder: Path, *records: object, name: str = "questions.jsonl") -> Path:
    path = folder / name
    lines = [one if isinstance(one, str) else json.dumps(one) for one in records]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_question_is_read_with_its_gold_articles_by_canonical_address(tmp_path: Path) -> None:
    (read,) = read_questions([written(tmp_path, GOOD)])

    ferry = article_id("https://brenholm.example/ferry", None, "", None)
    assert read == Question(
        "1", GOOD["question"], date(2021, 5, 9), "forty lorries", True, frozenset({ferry})
    )


def test_a_question_without_an_answer_is_unanswerable_and_needs_no_gold(tmp_path: Path) -> None:
    record = {"id": 2, "question": "Who painted it?", "answer": None}
    (read,) = read_questions([written(tmp_path, record)])
    assert (read.id, read.answerable, read.asked, read.gold) == ("2", False, None, frozenset())


def test_files_are_joined_in_order_and_may_be_packed(tmp_path: Path) -> None:
    packed = tmp_path / "more.jsonl.gz"
    packed.write_bytes(gzip.compress(json.dumps(GOOD | {"id": "2"}).encode()))
    both = read_questions([written(tmp_path, GOOD, ""), packed])
    assert [one.id for one in both] == ["1", "2"]


@pytest.mark.parametrize(
    ("record", "says"),
    [
        ("{not json", "is no JSON"),
        ("[1, 2]", "is no JSON object"),
        (GOOD | {"id": ""}, 'has no "id"'),
        ({k: v for k, v in GOOD.items() if k != "question"}, 'has no "question"'),
        ({k: v for k, v in GOOD.items() if k != "answer"}, "write null where there is none"),
        (GOOD | {"answer": "?!"}, "no letter or digit"),
        (GOOD | {"asked": "in May"}, "write it as 2022-06-16"),
        (GOOD | {"gold_urls": []}, 'no "gold_urls"'),
        (GOOD | {"gold_urls": ["ferry"]}, "is no web address"),
    ],
)
def test_a_bad_line_is_named_with_what_to_do(tmp_path: Path, record: object, says: str) -> None:
    path = written(tmp_path, GOOD | {"id": "0"}, record)
    with pytest.raises(InputError) as raised:
        read_questions([path])
    assert f"{path}:2" in str(raised.value)
    assert says in str(raised.value)


def test_an_id_may_be_given_once_only_over_all_files(tmp_path: Path) -> None:
    first, second = written(tmp_path, GOOD), written(tmp_path, GOOD, name="second.jsonl")
    with pytest.raises(InputError, match=r"second\.jsonl:1.*'1' is taken by .*questions\.jsonl:1"):
        read_questions([first, second])


def test_no_question_and_no_file_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no question here"):
        read_questions([written(tmp_path, "")])
    with pytest.raises(InputError, match="no question file"):
        read_questions([])
    with pytest.raises(InputError, match=r"missing\.jsonl.*No such file"):
        read_questions([tmp_path / "missing.jsonl"])
