"""``kill -9`` at random moments of indexing, with a reader asking throughout.

``SOAK_TRIALS`` in the environment makes it more trials than thirty.
"""

import os
import random
import subprocess
import sys
import threading
import time
from pathlib import Path

from index.corpus_store import CorpusStore
from index.verifying import verify
from tests.faults.indexing import QuickEncoder, open_index
from tests.faults.news import ARTICLES, versions, write_news

TRIALS = int(os.environ.get("SOAK_TRIALS", "30"))
SEED = int(os.environ.get("SOAK_SEED", "7"))


class Reader(threading.Thread):
    """Asks again and again, by both searches, as a bot does; what goes wrong is kept."""

    def __init__(self, data: Path) -> None:
        super().__init__()
        self._index = open_index(data)
        self._vector = QuickEncoder().encode_queries(["harbour master wrote line"])[0]
        self.ends = threading.Event()
        self.asked = 0
        self.found = 0
        self.wrong: list[BaseException] = []

    def run(self) -> None:
        try:
            while not self.ends.is_set():
                for hits in (
                    self._index.dense(self._vector, 10),
                    self._index.keyword("harbour master", 10),
                ):
                    passages = self._index.passages([passage_id for passage_id, _ in hits])
                    # All ten may have been replaced between search and reading, seldom twice.
                    wanted = {one.article_id for one in passages.values()}
                    assert set(self._index.articles(sorted(wanted))) == wanted
                    self.found += bool(passages)
                    self.asked += 1
                time.sleep(0.01)  # the machine is to index meanwhile
        except BaseException as error:
            self.wrong.append(error)
        finally:
            self._index.close()


def start(data: Path, news: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, "-m", "tests.faults.indexing", data, news])


def test_nothing_is_lost_and_nothing_half_written_is_seen(tmp_path: Path) -> None:
    data, news = tmp_path / "data", tmp_path / "news"
    write_news(news, 0)
    began = time.monotonic()
    assert start(data, news).wait() == 0
    whole_run_s = time.monotonic() - began
    moments = random.Random(SEED)
    reader = Reader(data)
    reader.start()
    killed = 0
    for version in range(1, TRIALS + 1):
        write_news(news, version)
        process = start(data, news)
        time.sleep(moments.uniform(0.2, 1.0) * whole_run_s)
        process.kill()
        killed += process.wait() != 0
        store = CorpusStore(data)
        assert list(verify(store)) == []
        stored = versions(store)
        assert len(stored) == ARTICLES
        assert set(stored.values()) <= set(range(version + 1))
        store.close()
    assert start(data, news).wait() == 0
    reader.ends.set()
    reader.join()

    store = CorpusStore(data)
    assert set(versions(store).values()) == {TRIALS}
    assert list(verify(store)) == []
    assert reader.wrong == []
    assert reader.found > 0.9 * reader.asked > 0
    assert killed > TRIALS // 2, "too few were killed in time to say anything"


def test_two_at_once_take_turns(tmp_path: Path) -> None:
    data, news = tmp_path / "data", tmp_path / "news"
    write_news(news, 1)
    both = [start(data, news) for _ in range(2)]

    assert [process.wait() for process in both] == [0, 0]
    store = CorpusStore(data)
    assert set(versions(store).values()) == {1}
    assert list(verify(store)) == []
