"""The share of the files that has been read, as it grows while articles come."""

import gzip
import json
from pathlib import Path

from index.readers.folders import read_articles
from index.readers.read_so_far import ReadSoFar


def lines(count: int) -> str:
    """Articles, one a line, that do not pack well."""
    bodies = (" ".join(str(number * word % 9973) for word in range(99)) for number in range(count))
    return "\n".join(json.dumps({"title": "Log", "text": body}) for body in bodies)


def shares(folder: Path) -> list[float]:
    so_far = ReadSoFar()
    assert so_far.share == 0.0
    return [so_far.share for _ in read_articles([folder], {}, so_far)] + [so_far.share]


def test_the_share_grows_within_a_file_and_ends_at_one(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(lines(2000))
    found = shares(tmp_path)
    assert len(found) == 2001
    assert found == sorted(found)
    assert found[0] < 0.3
    assert 0.3 < found[1000] < 0.8
    assert found[-1] == 1.0


def test_of_a_packed_file_the_packed_bytes_count(tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(gzip.compress(lines(4000).encode()))
    found = shares(tmp_path)
    assert 0.3 < found[2000] < 0.8
    assert found[-1] == 1.0


def test_every_file_counts_by_its_size(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(lines(1))
    (tmp_path / "b.txt").write_text("A page\n\nOf some words only.\n" + "\n\nAnd more words." * 99)
    (tmp_path / "c.json").write_text(lines(1))
    first, second, third, end = shares(tmp_path)
    assert 0 < first <= second < third <= end == 1.0


def test_nothing_to_read_has_no_share(tmp_path: Path) -> None:
    assert shares(tmp_path) == [0.0]
