"""A converted model is used only while every file of it is there and whole."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from index.encoder.choice import ModelChoice
from index.encoder.converting import kept_model
from index.encoder.openvino_encoder import OpenVinoEncoder
from index.encoder.stamp import (
    MODEL_FILE,
    STAMP_FILE,
    TOKENIZER_FILE,
    WEIGHTS_FILE,
    ModelStamp,
    read_stamp,
    stamp_of,
    write_stamp,
)
from index.errors import EncoderError

CHOICE = ModelChoice("tiny", "sha-1", ("query: ", "passage: "), "many")
FILES = (MODEL_FILE, WEIGHTS_FILE, TOKENIZER_FILE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "tiny"
    folder.mkdir()
    for name in FILES:
        (folder / name).write_bytes(b"contents of " + name.encode())
    write_stamp(folder, stamp_of(folder, "tiny", "sha-1", CHOICE.prompts, 512, 384))
    return folder


def stamp_in(folder: Path) -> ModelStamp:
    stamp = read_stamp(folder)
    assert stamp is not None
    return stamp


def test_a_whole_folder_reads_back_its_stamp(folder: Path) -> None:
    stamp = stamp_in(folder)
    assert (stamp.name, stamp.source, stamp.window, stamp.dimension) == ("tiny", "sha-1", 512, 384)
    assert (stamp.query_prompt, stamp.passage_prompt) == CHOICE.prompts


@pytest.mark.parametrize("name", [*FILES, STAMP_FILE])
def test_a_missing_file_makes_it_none(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert read_stamp(folder) is None


@pytest.mark.parametrize("name", [*FILES, STAMP_FILE])
def test_a_cut_file_makes_it_none(folder: Path, name: str) -> None:
    (folder / name).write_bytes((folder / name).read_bytes()[:-3])
    assert read_stamp(folder) is None


def test_a_tokenizer_changed_at_the_same_size_makes_it_none(folder: Path) -> None:
    path = folder / TOKENIZER_FILE
    path.write_bytes(path.read_bytes()[::-1])
    assert read_stamp(folder) is None


def test_a_stamp_of_another_format_makes_it_none(folder: Path) -> None:
    fields = json.loads((folder / STAMP_FILE).read_text(encoding="utf-8"))
    (folder / STAMP_FILE).write_text(json.dumps(fields | {"format": 99}), encoding="utf-8")
    assert read_stamp(folder) is None


def test_a_stamp_with_a_field_unknown_makes_it_none(folder: Path) -> None:
    (folder / STAMP_FILE).write_text('{"colour": "red"}', encoding="utf-8")
    assert read_stamp(folder) is None


def test_a_model_that_was_not_written_gets_no_stamp(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="was not written"):
        stamp_of(tmp_path, "tiny", "sha-1", CHOICE.prompts, 512, 384)


@pytest.mark.parametrize(
    "change",
    [
        {"name": "other"},
        {"source": "sha-2"},
        {"query_prompt": ""},
        {"passage_prompt": ""},
        {"window": 256},
        {"format": 2},
    ],
)
def test_the_fingerprint_changes_with_what_makes_the_vectors(
    folder: Path, change: dict[str, str]
) -> None:
    stamp = stamp_in(folder)
    assert replace(stamp, **change).fingerprint != stamp.fingerprint  # type: ignore[arg-type]


def test_a_kept_model_is_the_one_of_its_weights_and_prompts(folder: Path) -> None:
    models = folder.parent
    assert kept_model(CHOICE, models) == folder
    assert kept_model(replace(CHOICE, source="sha-2"), models) is None
    assert kept_model(replace(CHOICE, prompts=("", "")), models) is None
    assert kept_model(replace(CHOICE, name="absent"), models) is None


def test_a_folder_that_is_not_whole_is_refused_with_what_to_do(folder: Path) -> None:
    (folder / WEIGHTS_FILE).unlink()
    with pytest.raises(EncoderError, match="remove the folder and start again"):
        OpenVinoEncoder(folder)
