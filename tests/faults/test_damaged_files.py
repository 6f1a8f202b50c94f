"""FAISS and tantivy files in a state they should not be in: made anew, with a warning."""

import logging
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from index.corpus_store import CorpusStore
from index.verifying import verify
from tests.faults.indexing import QuickEncoder, index_folder, open_index
from tests.faults.news import write_news

Damage = Callable[[Path, Path], None]


def search(data: Path) -> tuple[list[int], list[int]]:
    """What both searches find, after a start like a bot's."""
    index = open_index(data)
    vector = QuickEncoder().encode_queries(["harbour master on day 7"])[0]
    found = index.dense(vector, 5), index.keyword("harbour master day 7", 5)
    index.close()
    return sorted(i for i, _ in found[0]), sorted(i for i, _ in found[1])


def segment(data: Path) -> Path:
    """The largest file of the tantivy index."""
    files = [file for file in (data / "keyword").iterdir() if file.suffix != ".json"]
    return max(files, key=lambda file: file.stat().st_size)


def put(file: Path, content: bytes) -> None:
    """Put another file in its place: tantivy may still have the old one mapped, here."""
    file.unlink()
    file.write_bytes(content)


def cut(file: Path) -> None:
    put(file, file.read_bytes()[: file.stat().st_size // 2])


def zero(file: Path) -> None:
    put(file, bytes(file.stat().st_size))


def flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 0xFF
    put(file, bytes(content))


def of_old(name: str) -> Damage:
    """The file or folder of this name as it was at the revision before, without its stamp's."""

    def put_back(data: Path, old: Path) -> None:
        if (data / name).is_dir():
            shutil.rmtree(data / name)
            shutil.copytree(old / name, data / name)
        else:
            shutil.copy(old / name, data / name)

    return put_back


def at_edition_two(folder: Path) -> tuple[Path, Path, Path]:
    """An index of edition 2, its news, and the index as it was at edition 1."""
    data, news, old = folder / "data", folder / "news", folder / "old"
    write_news(news, 1, articles=20)
    index_folder(data, news)
    shutil.copytree(data, old)
    write_news(news, 2, articles=20)
    index_folder(data, news)
    return data, news, old


DAMAGES: dict[str, Damage] = {
    "FAISS cut": lambda data, old: cut(data / "dense.faiss"),
    "FAISS zeroed": lambda data, old: zero(data / "dense.faiss"),
    "FAISS with one byte changed": lambda data, old: flip(data / "dense.faiss"),
    "FAISS of an old revision": of_old("dense.faiss"),
    "FAISS gone, its stamp there": lambda data, old: (data / "dense.faiss").unlink(),
    "FAISS without its stamp": lambda data, old: (data / "dense.json").unlink(),
    "tantivy cut": lambda data, old: cut(segment(data)),
    "tantivy zeroed": lambda data, old: zero(segment(data)),
    "tantivy with one byte changed": lambda data, old: flip(segment(data)),
    "tantivy gone, its stamp there": lambda data, old: shutil.rmtree(data / "keyword"),
    "tantivy without its stamp": lambda data, old: (data / "keyword.json").unlink(),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_derived_index_that_is_damaged_is_made_anew(
    tmp_path: Path, damage: Damage, caplog: pytest.LogCaptureFixture
) -> None:
    data, news, old = at_edition_two(tmp_path)
    before = search(data)
    assert before[0]
    assert before[1]

    damage(data, old)
    caplog.clear()
    with caplog.at_level(logging.WARNING):
        after = search(data)

    assert after == before
    assert search(data) == before
    assert "rebuilding" in caplog.text
    assert list(verify(CorpusStore(data))) == []
    write_news(news, 3, articles=20)
    index_folder(data, news)
    assert list(verify(CorpusStore(data))) == []


def test_both_of_an_old_revision_with_their_stamps_catch_up(tmp_path: Path) -> None:
    data, _, old = at_edition_two(tmp_path)
    before = search(data)

    for name in ("dense.faiss", "dense.json", "keyword", "keyword.json"):
        of_old(name)(data, old)

    assert search(data) == before
    assert list(verify(CorpusStore(data))) == []
