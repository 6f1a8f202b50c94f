"""What is written is there whole or not at all."""

from pathlib import Path

import pytest

from index.atomic_file import whole_folder


def test_a_folder_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    folder = tmp_path / "models" / "kept"
    for text in ("old", "new"):
        with whole_folder(folder) as fresh:
            (fresh / text).write_text(text, encoding="utf-8")
    assert [file.name for file in folder.iterdir()] == ["new"]
    assert list(folder.parent.iterdir()) == [folder]


def half_fill(folder: Path) -> None:
    with whole_folder(folder) as fresh:
        (fresh / "new").touch()
        raise ValueError("halfway")


def test_a_failure_leaves_the_older_one_and_nothing_beside(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    (folder / "old").touch()
    with pytest.raises(ValueError, match="halfway"):
        half_fill(folder)
    assert [file.name for file in folder.iterdir()] == ["old"]
    assert list(tmp_path.iterdir()) == [folder]
