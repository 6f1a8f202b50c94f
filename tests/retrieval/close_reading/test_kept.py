"""A converted model is taken only if it is whole and made from the adapter at hand."""

from pathlib import Path

import pytest

from index.encoder.stamp import MODEL_FILE, STAMP_FILE, TOKENIZER_FILE, WEIGHTS_FILE
from retrieval.close_reading.kept import EMBEDDINGS_FILE, is_kept, source_of, write_stamp

SOURCE = source_of("ab" * 32, b"adapter")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in (MODEL_FILE, WEIGHTS_FILE, TOKENIZER_FILE, EMBEDDINGS_FILE):
        (tmp_path / name).write_bytes(b"something")
    write_stamp(tmp_path, SOURCE)
    return tmp_path


def test_a_whole_folder_is_taken(folder: Path) -> None:
    assert is_kept(folder, SOURCE)


@pytest.mark.parametrize("name", [MODEL_FILE, WEIGHTS_FILE, TOKENIZER_FILE, EMBEDDINGS_FILE])
def test_a_cut_file_is_not(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"some")
    assert not is_kept(folder, SOURCE)


@pytest.mark.parametrize("stamp", ["", "{", "[]", '{"source": 1}'])
def test_nor_is_one_with_a_damaged_stamp(folder: Path, stamp: str) -> None:
    (folder / STAMP_FILE).write_text(stamp, encoding="utf-8")
    assert not is_kept(folder, SOURCE)


def test_nor_is_one_of_another_adapter(folder: Path) -> None:
    assert not is_kept(folder, source_of("ab" * 32, b"another adapter"))


def test_nor_is_one_that_was_never_made(tmp_path: Path) -> None:
    assert not is_kept(tmp_path / "nowhere", SOURCE)
