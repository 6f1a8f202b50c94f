"""Fills a small disk by indexing, then goes on with more room; run by ``test_full_disk``.

The arguments are an empty folder, to mount a disk of some megabytes on, and a folder of news. The
mount is seen by this process alone.
"""

import json
import subprocess
import sys
from pathlib import Path

from index.corpus_store import CorpusStore
from index.errors import IndexStoreError
from index.verifying import verify
from tests.faults.indexing import QuickEncoder, index_folder, open_index
from tests.faults.news import versions, write_news

MORE_ARTICLES = 500


def main(disk: Path, news: Path) -> dict[str, object]:
    """What was seen, for the test to judge."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], check=True)
    write_news(news, 1, articles=20)
    index_folder(disk, news)
    write_news(news, 2, articles=MORE_ARTICLES)
    told = ""
    try:
        index_folder(disk, news)
    except IndexStoreError as error:
        told = str(error)
    seen = _seen(disk)
    subprocess.run(["mount", "-o", "remount,size=200m", disk], check=True)
    index_folder(disk, news)
    return {"told": told, "full": seen, "roomy": _seen(disk)}


def _seen(disk: Path) -> dict[str, object]:
    index = open_index(disk)
    vector = QuickEncoder().encode_queries(["harbour master wrote line"])[0]
    hits = len(index.dense(vector, 5)), len(index.keyword("harbour master", 5))
    index.close()
    store = CorpusStore(disk)
    found = versions(store)
    faults = list(verify(store))
    store.close()
    by_version = {str(one): list(found.values()).count(one) for one in set(found.values())}
    return {"faults": faults, "hits": hits, "articles": len(found), "versions": by_version}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), Path(sys.argv[2]))))
