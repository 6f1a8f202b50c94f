"""Tells copies of one report: a wire story and its reprints share most runs of words.

Articles whose sets of word shingles overlap by half or more (Jaccard) are copies. A MinHash
(Broder, "On the resemblance and containment of documents", 1997) cut into bands finds the
candidates: two articles of Jaccard s share a band of ``_ROWS`` values, of ``_BANDS``, with
probability 1 - (1 - s^_ROWS)^_BANDS, which is .996 at one half.
"""

import re
from datetime import date

import numpy as np

COPIES_FROM = 0.5
WITHIN_DAYS = 14
_SHINGLE_WORDS = 5
_BANDS, _ROWS = 42, 3
# Scripts written without spaces count by character.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]|[^\W_]+")


def shingles(body: str) -> frozenset[str]:
    """Every run of five words; of a shorter text, the whole."""
    words = _WORD.findall(body.casefold())
    last = max(1, len(words) - _SHINGLE_WORDS + 1)
    return frozenset(" ".join(words[i : i + _SHINGLE_WORDS]) for i in range(last))


def bands(body: str) -> list[int]:
    """Numbers of 63 bits, at least one of which two copies share."""
    from datasketch import MinHash  # takes a second, and only what is new needs it

    sketch = MinHash(num_perm=_BANDS * _ROWS, seed=1)
    sketch.update_batch([shingle.encode(errors="replace") for shingle in shingles(body)])
    values = np.asarray(sketch.hashvalues, dtype=np.uint64).reshape(_BANDS, _ROWS)
    return [_folded(number, row) for number, row in enumerate(values.tolist())]


def are_copies(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether half of all shingles of both articles are shared."""
    shared = len(one & other)
    return shared >= COPIES_FROM * (len(one) + len(other) - shared)


def are_near_in_time(one: date | None, other: date | None) -> bool:
    """Whether two publication days lie within the window; an unknown day lies near every other."""
    return one is None or other is None or abs((one - other).days) <= WITHIN_DAYS


def _folded(number: int, values: list[int]) -> int:
    folded = number
    for value in values:  # multiplied by the prime of FNV-1a, 64 bits
        folded = ((folded ^ value) * 0x100000001B3) % (1 << 63)
    return folded
