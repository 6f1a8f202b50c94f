"""A stamp says which revision of which corpus the files beside it hold."""

import hashlib
from pathlib import Path

import pytest

from index.derived_stamp import DerivedStamp, digest_of

STAMP = DerivedStamp("corpus-a", "recipe-1", revision=7, digest="00ff")


def test_a_stamp_reads_back_as_it_was_written(tmp_path: Path) -> None:
    STAMP.write(tmp_path / "stamp.json")
    assert DerivedStamp.read(tmp_path / "stamp.json") == STAMP


def test_writing_leaves_no_other_file(tmp_path: Path) -> None:
    STAMP.write(tmp_path / "stamp.json")
    assert [path.name for path in tmp_path.iterdir()] == ["stamp.json"]


def test_a_missing_stamp_is_none(tmp_path: Path) -> None:
    assert DerivedStamp.read(tmp_path / "stamp.json") is None


@pytest.mark.parametrize(
    "content", [b"", b'{"corpus": "a", "rec', b"[1]", b'{"colour": "red"}', b"\xff\xfe\x00"]
)
def test_a_stamp_that_does_not_read_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "stamp.json").write_bytes(content)
    assert DerivedStamp.read(tmp_path / "stamp.json") is None


@pytest.mark.parametrize(
    ("corpus", "recipe", "newest", "fits"),
    [
        ("corpus-a", "recipe-1", 7, True),
        ("corpus-a", "recipe-1", 8, True),
        ("corpus-a", "recipe-1", 6, False),
        ("corpus-b", "recipe-1", 7, False),
        ("corpus-a", "recipe-2", 7, False),
    ],
)
def test_a_stamp_fits_its_own_corpus_and_recipe_and_none_that_it_is_ahead_of(
    corpus: str, recipe: str, newest: int, fits: bool
) -> None:
    assert STAMP.fits(corpus, recipe, newest) is fits


def test_the_digest_is_the_sha256_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"herring")
    assert digest_of(tmp_path / "data") == hashlib.sha256(b"herring").hexdigest()
