"""A disk that fills up while indexing costs the run, and nothing that was there."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.full_disk import MORE_ARTICLES

_ALONE = ("unshare", "--user", "--map-root-user", "--mount")


def test_a_full_disk_costs_nothing_that_was_there(tmp_path: Path) -> None:
    disk, news = tmp_path / "disk", tmp_path / "news"
    disk.mkdir()
    try:
        mounted = subprocess.run(
            [*_ALONE, "mount", "-t", "tmpfs", "tmpfs", disk], capture_output=True, check=False
        )
    except FileNotFoundError:
        pytest.skip("there is no unshare here to mount a small disk with")
    if mounted.returncode:
        pytest.skip(f"no small disk can be mounted here: {mounted.stderr.decode().strip()}")
    ran = subprocess.run(
        [*_ALONE, sys.executable, "-m", "tests.faults.full_disk", disk, news],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    seen = json.loads(ran.stdout)

    assert "ake room" in seen["told"]
    assert seen["full"]["faults"] == []
    assert seen["full"]["hits"] == [5, 5]
    assert 20 <= seen["full"]["articles"] < MORE_ARTICLES
    assert seen["roomy"] == {
        "faults": [],
        "hits": [5, 5],
        "articles": MORE_ARTICLES,
        "versions": {"2": MORE_ARTICLES},
    }
