"""``verify`` finds each kind of fault, says which, and changes nothing by looking."""

import hashlib
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from index.corpus_store import CorpusStore
from index.database import FILE_NAME
from index.verifying import verify
from tests.faults.indexing import index_folder
from tests.faults.news import write_news
from tests.faults.ruin import ruin_truth


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder of a sound index."""
    write_news(tmp_path / "news", 1, articles=6)
    index_folder(tmp_path / "data", tmp_path / "news")
    return tmp_path / "data"


def faults(data: Path) -> list[str]:
    store = CorpusStore(data)
    found = list(verify(store))
    store.close()
    return found


def change(data: Path, statement: str) -> None:
    """Change the truth behind the program's back."""
    with closing(sqlite3.connect(data / FILE_NAME)) as db, db:
        assert db.execute(statement).rowcount > 0


def test_a_sound_index_has_no_fault_and_stays_as_it_is(data: Path) -> None:
    def digests() -> dict[str, str]:
        files = [file for file in data.rglob("*") if file.is_file() and "-shm" not in file.name]
        return {str(file): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}

    before = digests()
    assert faults(data) == []
    assert digests() == before


def test_an_index_that_is_empty_has_no_fault(tmp_path: Path) -> None:
    assert faults(tmp_path) == []


@pytest.mark.parametrize("name", ["dense.faiss", "dense.json", "keyword.json"])
def test_a_derived_index_that_is_missing_or_behind_is_no_fault(data: Path, name: str) -> None:
    kept = (data / name).read_bytes()
    if name.endswith(".json"):
        (data / name).unlink()
        assert faults(data) == []
        (data / name).write_bytes(kept)
    store = CorpusStore(data)
    with store.transaction() as writing:
        writing.remove_article(next(iter(store.articles())).id)
        writing.sweep()
    store.close()
    assert faults(data) == []


FAULTS = {
    "a passage past the end of its article": (
        'UPDATE passages SET "end" = 100000 WHERE id = 3',
        "passage 3 of article .* does not fit",
    ),
    "a sentence outside its passage": (
        "UPDATE passages SET sentences = '[[0,5],[900,950]]' WHERE id = 1",
        "passage 1 of article .* does not fit",
    ),
    "a sentence without its vector's key": (
        "UPDATE passages SET sentence_keys = x'00' WHERE id = 2",
        "passage 2 of article .* does not fit",
    ),
    "an article without passages": (
        "DELETE FROM passages WHERE article_id = (SELECT min(id) FROM articles)",
        "has no passage, so it is never found",
    ),
    "a passage of no article": (
        "UPDATE passages SET article_id = 'nobody' WHERE id = 4",
        "a row of passages points to one of articles",
    ),
    "a vector that is gone": (
        "DELETE FROM vectors WHERE key = (SELECT vector_key FROM passages WHERE id = 1)",
        "1 vectors are missing; run `dateline index --reencode`",
    ),
    "a vector counted wrongly": (
        "UPDATE vectors SET uses = uses + 1 WHERE key = (SELECT min(key) FROM vectors)",
        "1 vectors count their uses wrongly",
    ),
    "a vector cut short": (
        "UPDATE vectors SET vector = x'0000' WHERE key = (SELECT max(key) FROM vectors)",
        "vectors have different sizes",
    ),
    "a story by a name of no article": (
        "UPDATE articles SET story = 'zz' WHERE id = (SELECT min(id) FROM articles)",
        "story zz does not go by the least id",
    ),
    "a passage that only SQLite has": (
        'INSERT INTO passages SELECT 99, article_id, start, "end", sentences, vector_key, '
        "sentence_keys, revision FROM passages WHERE id = 1",
        "dense.faiss: lacks 1 passages and has 0",
    ),
    "a passage that only the derived indexes have": (
        "DELETE FROM passages WHERE id = 2",
        "keyword: lacks 0 passages and has 1",
    ),
}


@pytest.mark.parametrize(("statement", "said"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told(data: Path, statement: str, said: str) -> None:
    change(data, statement)
    assert re.search(said, "\n".join(faults(data)))


def test_a_damaged_derived_file_is_told(data: Path) -> None:
    file = data / "dense.faiss"
    file.write_bytes(file.read_bytes()[:-1])
    (found,) = faults(data)
    assert "dense.faiss: is damaged" in found


def test_a_damaged_sqlite_file_is_told_with_the_command(data: Path) -> None:
    ruin_truth(data)
    assert "dateline restore" in "\n".join(faults(data))
