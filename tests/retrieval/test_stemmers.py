"""Threads stem beside one another without getting into each other's words."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from retrieval.stemmers import stemmer

WORDS = ("ferries", "relational", "hopefulness", "sinking", "generalizations", "oscillators", "by")


@pytest.fixture
def _threads_take_turns_often() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("_threads_take_turns_often")
def test_every_thread_gets_the_stems_that_one_alone_gets() -> None:
    alone = [stemmer("english").stemWord(word) for word in WORDS]

    def stems(_: int) -> list[str]:
        return [stemmer("english").stemWord(word) for word in WORDS]

    with ThreadPoolExecutor(8) as executor:
        for found in executor.map(stems, range(2_000)):
            assert found == alone


def test_there_is_none_of_an_unknown_name() -> None:
    with pytest.raises(KeyError):
        stemmer("quillish")
